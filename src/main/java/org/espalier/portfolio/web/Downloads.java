package org.espalier.portfolio.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.espalier.portfolio.EvidenceFile;
import org.espalier.portfolio.EvidenceFiles;
import org.espalier.portfolio.Thumbnails;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends what people uploaded: always to be saved, never shown by a browser as a page of ours. */
@Component
class Downloads {
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private final EvidenceFiles files;
    private final Thumbnails thumbnails;

    Downloads(EvidenceFiles files, Thumbnails thumbnails) {
        this.files = files;
        this.thumbnails = thumbnails;
    }

    void send(EvidenceFile file, HttpServletResponse response) throws IOException {
        asAttachment(response, file.type().mediaType(), file.name());
        response.setContentLengthLong(file.size());
        files.copy(file, response.getOutputStream());
    }

    static void asAttachment(HttpServletResponse response, String mediaType, String name) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, UTF_8).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
    }

    /** A picture that we drew ourselves, so a page may show it; 404 when there is none. */
    void sendThumbnail(EvidenceFile file, HttpServletResponse response) throws IOException, InterruptedException {
        var png = thumbnails.of(file);
        if (png.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return;
        }
        response.setContentType("image/png");
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600");
        response.setContentLength(png.get().length);
        response.getOutputStream().write(png.get());
    }
}
