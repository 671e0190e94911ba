package org.espalier.portfolio.learningrecord.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The bytes of a file that somebody sent. */
final class Uploaded {
    /** More than is ever taken; what is longer is refused for its length. */
    private static final int MOST = 1_000_000;

    private Uploaded() {}

    /** None when nothing was sent. */
    static byte[] bytes(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (var in = file.getInputStream()) {
            return in.readNBytes(MOST);
        }
    }
}
