package org.espalier.importing.reading;

import org.espalier.importing.outline.DocumentOutline;

/** Reads any supported file; what it is shows in its content, never in its name. */
public final class DocumentReader {

    /** The most bytes a file may have; a caller need not read more than one byte beyond. */
    public static final int LARGEST_FILE = Limits.FILE_BYTES;

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
            Limits.bytes(content.length);
            return switch (FileKind.of(content)) {
                case TEXT -> text(Characters.decode(content));
                case DOCX -> outlined(DocxReader.read(content));
                case XLSX -> outlined(XlsxReader.read(content));
                case PDF -> outlined(PdfReader.read(content));
            };
        } catch (Unreadable unreadable) {
            return new Reading.Refused(unreadable.sentence());
        } catch (StackOverflowError tooDeep) {
            return new Reading.Refused(Limits.TOO_DEEP);
        }
    }

    private static Reading text(String text) {
        if (FrameworkDocuments.alike(text)) {
            return FrameworkDocuments.read(text);
        }
        Limits.characters(text.length());
        OtherTexts.refuse(text);
        if (HtmlReader.alike(text)) {
            return outlined(HtmlReader.read(text));
        }
        return outlined(
                CsvReader.read(text).or(() -> MarkdownReader.read(text)).orElseGet(() -> TextReader.read(text)));
    }

    private static Reading outlined(DocumentOutline outline) {
        return outline.blocks().isEmpty()
                ? new Reading.Refused("The file holds no words. Choose the file that holds the document and try again.")
                : new Reading.Outlined(Hyphens.joined(outline));
    }
}
