package org.espalier.development.web;

import org.espalier.document.Paper;
import org.espalier.document.Pdf;
import org.espalier.document.Word;
import org.espalier.ui.Download;
import org.springframework.http.ResponseEntity;

/** A paper as a file that the browser saves. */
public final class TakeAway {
    private TakeAway() {}

    public static ResponseEntity<byte[]> pdf(Paper paper, String name) {
        return Download.pdf(Pdf.of(paper), name + ".pdf");
    }

    public static ResponseEntity<byte[]> word(Paper paper, String name) {
        return Download.word(Word.of(paper), name + ".docx");
    }
}
