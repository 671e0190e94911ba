package org.espalier.portfolio.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.espalier.portfolio.AddFiles.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files that came with a form, on the disk until they are closed. */
record Uploads(List<Upload> all) implements AutoCloseable {

    /** Those that were chosen: a browser sends an empty one for a field that was left alone. */
    static Uploads of(@Nullable List<MultipartFile> files) {
        var uploads = new ArrayList<Upload>();
        if (files != null) {
            try {
                for (var file : files) {
                    var name = file.getOriginalFilename();
                    if (name != null && !name.isEmpty()) {
                        var path = Files.createTempFile("espalier-", ".upload");
                        file.transferTo(path);
                        uploads.add(new Upload(name, path));
                    }
                }
            } catch (IOException e) {
                new Uploads(uploads).close();
                throw new UncheckedIOException(e);
            }
        }
        return new Uploads(uploads);
    }

    @Override
    public void close() {
        for (var upload : all) {
            try {
                Files.deleteIfExists(upload.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
