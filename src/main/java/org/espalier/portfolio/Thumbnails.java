package org.espalier.portfolio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.espalier.portfolio.thumbnail.ThumbnailProcess;
import org.springframework.stereotype.Component;

/** Small pictures of files, drawn when somebody first wants to see one, and kept. */
@Component
public class Thumbnails {
    private final EvidenceFiles files;
    private final ThumbnailProcess process = new ThumbnailProcess();

    Thumbnails(EvidenceFiles files) {
        this.files = files;
    }

    /** The first page, or the picture itself, as PNG; empty when it cannot be drawn. */
    public Optional<byte[]> of(EvidenceFile file) throws IOException, InterruptedException {
        if (!file.type().canBeDrawn()) {
            return Optional.empty();
        }
        var drawn = files.drawn(file.id());
        if (drawn.tried()) {
            return Optional.ofNullable(drawn.png());
        }
        return process.alone(() -> {
            var meanwhile = files.drawn(file.id());
            if (meanwhile.tried()) {
                return Optional.ofNullable(meanwhile.png());
            }
            var png = draw(file);
            files.keepDrawn(file.id(), png.orElse(null));
            return png;
        });
    }

    private Optional<byte[]> draw(EvidenceFile file) throws IOException, InterruptedException {
        Path copy = Files.createTempFile("espalier-", "." + file.type().extension());
        try {
            try (var out = Files.newOutputStream(copy)) {
                files.copy(file, out);
            }
            return process.draw(copy, file.type() == FileType.PDF);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
