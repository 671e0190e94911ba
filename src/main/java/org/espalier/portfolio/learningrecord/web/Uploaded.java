package org.espalier.portfolio.learningrecord.web;

import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The bytes of a file that somebody sent, which the page of its plan carries until they are used. */
final class Uploaded {
    /** More than is ever taken; what is longer is refused for its length. */
    private static final int MOST = 1024 * 1024 + 1;

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

    /** As a field of a form. */
    static String carried(byte[] file) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(file);
    }

    /** What {@link #carried} was given; none when somebody has changed it. */
    static byte[] bytes(String carried) {
        try {
            return Base64.getUrlDecoder().decode(carried);
        } catch (IllegalArgumentException changed) {
            return new byte[0];
        }
    }
}
