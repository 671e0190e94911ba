package org.espalier.development.web;

import java.nio.charset.StandardCharsets;
import org.espalier.document.Paper;
import org.espalier.document.Pdf;
import org.espalier.document.Word;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper as a file that the browser saves. */
public final class TakeAway {
    private static final MediaType WORD =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private TakeAway() {}

    public static ResponseEntity<byte[]> pdf(Paper paper, String name) {
        return file(Pdf.of(paper), MediaType.APPLICATION_PDF, name + ".pdf");
    }

    public static ResponseEntity<byte[]> word(Paper paper, String name) {
        return file(Word.of(paper), WORD, name + ".docx");
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
