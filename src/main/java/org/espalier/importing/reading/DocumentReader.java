package org.espalier.importing.reading;

import org.espalier.importing.reading.Characters.Decoded;

/** Reads any supported file; what it is shows in its content, never in its name. */
public final class DocumentReader {

    private DocumentReader() {}

    /**
     * Reads a file.
     *
     * @param fileName for messages and the source of an outline only; nothing is concluded from it
     */
    public static Reading read(byte[] content, String fileName) {
        if (content.length == 0) {
            return new Reading.Refused("The file is empty. Choose the file that holds the document and try again.");
        }
        try {
            return switch (Characters.decode(content)) {
                case Decoded.Unreadable(var reason) -> new Reading.Refused(reason);
                case Decoded.Text(var text) -> text(text);
            };
        } catch (Unreadable unreadable) {
            return new Reading.Refused(unreadable.sentence());
        }
    }

    private static Reading text(String text) {
        if (FrameworkDocuments.alike(text)) {
            return FrameworkDocuments.read(text);
        }
        Limits.characters(text.length());
        var outline = HtmlReader.alike(text) ? HtmlReader.read(text) : TextReader.read(text);
        return outline.blocks().isEmpty()
                ? new Reading.Refused(
                        "The file holds nothing but blank lines. Choose the file that holds the document.")
                : new Reading.Outlined(outline);
    }
}
