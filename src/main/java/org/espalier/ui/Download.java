package org.espalier.ui;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that a browser saves as a file, and that nobody keeps on the way. */
public final class Download {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final MediaType DOCX = MediaType.parseMediaType(OFFICE + "wordprocessingml.document");
    private static final MediaType XLSX = MediaType.parseMediaType(OFFICE + "spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private Download() {}

    public static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return file(content, MediaType.APPLICATION_PDF, name);
    }

    public static ResponseEntity<byte[]> word(byte[] content, String name) {
        return file(content, DOCX, name);
    }

    public static ResponseEntity<byte[]> workbook(byte[] content, String name) {
        return file(content, XLSX, name);
    }

    public static ResponseEntity<byte[]> csv(byte[] content, String name) {
        return file(content, CSV, name);
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        var attachment = ContentDisposition.attachment();
        var plain = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        var disposition = plain ? attachment.filename(name) : attachment.filename(name, StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .body(content);
    }
}
