package org.espalier.importing.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is, as its first bytes and its parts say. */
enum FileKind {
    TEXT,
    PDF,
    DOCX,
    XLSX;

    private static final String TRY_AGAIN = " and try again.";
    private static final int ENTRIES = 5_000;
    private static final long UNPACKED_BYTES = 300L * 1024 * 1024;
    private static final long XML_BYTES = 40L * 1024 * 1024;
    private static final int RATIO = 200;

    /** The kind of a file that can be read; refuses the rest by name. */
    static FileKind of(byte[] content) {
        if (starts(content, "PK\003\004") || starts(content, "PK\005\006")) {
            return zip(content);
        }
        if (starts(content, "\u00D0\u00CF\u0011\u00E0")) {
            throw compound(content);
        }
        if (head(content).stripLeading().startsWith("%PDF-")
                || (head(content).contains("%PDF-") && tail(content).contains("%%EOF"))) {
            return PDF;
        }
        refuseKnown(content);
        return TEXT;
    }

    private static void refuseKnown(byte[] content) {
        if (starts(content, "{\\rtf")) {
            throw new Unreadable("This is a rich text file (.rtf). Open it, save it as Word (.docx)" + TRY_AGAIN);
        }
        if (starts(content, "\u0089PNG")
                || starts(content, "\u00FF\u00D8\u00FF")
                || starts(content, "GIF8")
                || starts(content, "II*\0")
                || starts(content, "MM\0*")
                || starts(content, "BM\u0000")
                || webp(content)
                || head(content).startsWith("ftyphei", 4)) {
            throw new Unreadable("This is a picture, and a picture has no text to read. "
                    + "Run text recognition (OCR) on it, save the result as PDF or Word" + TRY_AGAIN);
        }
        if (starts(content, "\u001F\u008B") || starts(content, "7z\u00BC\u00AF") || starts(content, "Rar!")) {
            throw new Unreadable("This is a packed archive. Unpack it, choose the document inside" + TRY_AGAIN);
        }
    }

    private static boolean webp(byte[] content) {
        return starts(content, "RIFF") && head(content).startsWith("WEBP", 8);
    }

    /** Looks at every part, counting what it unpacks to, so that a small file cannot fill the memory. */
    private static FileKind zip(byte[] content) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            refuseBomb(zip);
            if (zip.getEntry("word/document.xml") != null) {
                return DOCX;
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return XLSX;
            }
            if (zip.getEntry("[Content_Types].xml") != null) {
                return office(zip);
            }
            throw new Unreadable(otherZip(zip));
        } catch (IOException | IllegalArgumentException e) {
            throw broken();
        }
    }

    static Unreadable broken() {
        return new Unreadable("This file is damaged: it breaks off or its parts do not fit together. "
                + "Save or download it again" + TRY_AGAIN);
    }

    private static void refuseBomb(ZipFile zip) throws IOException {
        var entries = 0;
        var total = 0L;
        var buffer = new byte[64 * 1024];
        for (var all = zip.getEntries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw encrypted();
            }
            var size = 0L;
            try (var in = zip.getInputStream(entry)) {
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    total += read;
                    var xml = entry.getName().toLowerCase(Locale.ROOT).endsWith(".xml");
                    if (total > UNPACKED_BYTES
                            || (xml && size > XML_BYTES)
                            || (size > 10_000_000 && size > RATIO * Math.max(1, entry.getCompressedSize()))) {
                        throw tooMuch();
                    }
                }
            }
            if (++entries > ENTRIES) {
                throw tooMuch();
            }
        }
    }

    private static Unreadable tooMuch() {
        return new Unreadable("This file unpacks to far more than a document holds, so it was not opened. "
                + "Open it, save only the text as Word (.docx) or PDF" + TRY_AGAIN);
    }

    static Unreadable encrypted() {
        return new Unreadable("This file is protected with a password. "
                + "Open it with the password, save a copy without one" + TRY_AGAIN);
    }

    /** An office document whose main part does not have its usual name, or that is no text. */
    private static FileKind office(ZipFile zip) throws IOException {
        var types = new String(
                zip.getInputStream(zip.getEntry("[Content_Types].xml")).readNBytes(1_000_000), StandardCharsets.UTF_8);
        if (types.contains("wordprocessingml.document.main") || types.contains("ms-word.document.macroEnabled.main")) {
            return DOCX;
        }
        if (types.contains("spreadsheetml.sheet.main")) {
            return XLSX;
        }
        throw new Unreadable(
                types.contains("presentationml")
                        ? "This is a presentation. Save it as PDF" + TRY_AGAIN
                        : "This is not a Word document or an Excel workbook. Save it as .docx, .xlsx or PDF"
                                + TRY_AGAIN);
    }

    private static String otherZip(ZipFile zip) throws IOException {
        var mimetype = zip.getEntry("mimetype");
        if (mimetype != null) {
            var type = new String(zip.getInputStream(mimetype).readNBytes(100), StandardCharsets.US_ASCII);
            if (type.contains("opendocument.text")) {
                return "This is an OpenDocument text (.odt). Open it, save it as Word (.docx)" + TRY_AGAIN;
            }
            if (type.contains("opendocument.spreadsheet")) {
                return "This is an OpenDocument spreadsheet (.ods). Open it, save it as Excel (.xlsx)" + TRY_AGAIN;
            }
            return "This is an e-book or another kind of packed document. Save it as Word (.docx), PDF or web page"
                    + TRY_AGAIN;
        }
        return "This is a ZIP archive. Unpack it, choose the document inside" + TRY_AGAIN;
    }

    /** The file format of older office programs, which also wraps encrypted documents. */
    private static Unreadable compound(byte[] content) {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return encrypted();
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return old("a Word document in the old format (.doc)", "Word (.docx)");
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return old("an Excel workbook in the old format (.xls)", "Excel (.xlsx)");
            }
            return old("a file in an old office format", "Word (.docx), Excel (.xlsx) or PDF");
        } catch (IOException | RuntimeException e) {
            return old("a file in an old office format", "Word (.docx), Excel (.xlsx) or PDF");
        }
    }

    private static Unreadable old(String what, String saveAs) {
        return new Unreadable("This is " + what + ". Open it, save it as " + saveAs + TRY_AGAIN);
    }

    private static boolean starts(byte[] content, String start) {
        return head(content).startsWith(start);
    }

    private static String tail(byte[] content) {
        var from = Math.max(0, content.length - 1024);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(content.length, 1024), StandardCharsets.ISO_8859_1);
    }
}
