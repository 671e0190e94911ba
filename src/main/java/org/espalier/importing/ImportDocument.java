package org.espalier.importing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.SourceFile;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.reading.DocumentReader;
import org.espalier.importing.reading.Reading;
import org.espalier.importing.recognising.Recognition;

/**
 * Makes a draft framework of a document: bytes → outline → shape → draft → account of every line. Pure: it stores
 * nothing and asks nobody.
 */
public final class ImportDocument {

    /** The most bytes a file may have; a caller need not read more than one byte beyond. */
    public static final int LARGEST_FILE = DocumentReader.LARGEST_FILE;

    private ImportDocument() {}

    /**
     * Imports a file.
     *
     * @param fileName kept as the source's name; nothing is concluded from it
     */
    public static Result from(byte[] content, String fileName) {
        var file = new SourceFile(fileName, sha256(content));
        return switch (DocumentReader.read(content, fileName)) {
            case Reading.Refused(var reason) -> new Result.Refused(reason);
            case Reading.Ready(var document) -> imported(document, List.of());
            case Reading.Outlined(var outline) ->
                imported(Recognition.of(outline).withSource(file), outline.lines());
        };
    }

    private static Result imported(FrameworkDocument document, List<SourceLine> lines) {
        return new Result.Imported(document, lines, Accounting.of(lines, document));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What came of an import. */
    public sealed interface Result {

        /**
         * A draft, complete or not.
         *
         * @param lines the source line by line, for showing beside the draft; empty when the file was an
         *     {@code espalier/1} document
         */
        record Imported(FrameworkDocument document, List<SourceLine> lines, Accounting accounting) implements Result {
            public Imported {
                lines = List.copyOf(lines);
            }
        }

        /** Not readable: what is wrong and what to do. */
        record Refused(String sentence) implements Result {}
    }
}
