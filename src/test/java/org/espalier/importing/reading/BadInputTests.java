package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.espalier.testing.MadeUpDocument;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that cannot be read is refused quickly, with a sentence that says what is wrong and one what to do. */
class BadInputTests {

    private static final MadeUpDocument GOOD =
            new MadeUpDocument().heading(1, "Post").paragraph("Sorts the post well.");

    static Stream<Arguments> refuses() {
        return Stream.of(
                bad("nothing", "empty", () -> new byte[0]),
                bad("blank", "no words", () -> text(" \n\t\u00A0\u200B\r\n\f")),
                bad("blank html", "no words", () -> text("<!doctype html><html><body><p>&nbsp;</p></body></html>")),
                bad("random bytes", "not a text", () -> random(5_000)),
                bad("a program", "not a text", () -> text("\u007FELF\2\1\1\0\0\0\0\0\0\0\0\3\0>\0\1\0\0\0")),
                bad("png", "picture", () -> latin("\u0089PNG\r\n\u001a\n....")),
                bad("jpeg", "picture", () -> latin("\u00FF\u00D8\u00FF\u00E0....")),
                bad("rtf", ".rtf", () -> text("{\\rtf1\\ansi Post}")),
                bad("doc", ".doc", () -> compound("WordDocument")),
                bad("xls", ".xls", () -> compound("Workbook")),
                bad("odt", ".odt", () -> zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text"))),
                bad("ods", ".ods", () -> zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))),
                bad(
                        "pptx",
                        "presentation",
                        () -> zip(
                                Map.of(
                                        "[Content_Types].xml",
                                        "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/></Types>"))),
                bad("other zip", "ZIP archive", () -> zip(Map.of("post.txt", "Post"))),
                bad("gzip", "archive", () -> latin("\u001F\u008B\u0008....")),
                bad("zip cut short", "damaged", () -> Arrays.copyOf(GOOD.docx(), 900)),
                bad(
                        "docx without body",
                        "damaged",
                        () -> zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>"))),
                bad("encrypted office file", "password", BadInputTests::encrypted),
                bad("zip bomb", "unpacks to far more", () -> bomb(1, 60_000_000)),
                bad("zip of many bombs", "unpacks to far more", () -> bomb(36, 9_000_000)),
                bad("zip of many parts", "unpacks to far more", () -> bomb(6_000, 1)),
                bad("pdf without its end", "damaged", () -> latin("%PDF-1.7\n1 0 obj\n<<")),
                bad("pdf bomb", "unpacks to far more", BadInputTests::pdfBomb),
                bad("xml", "XML", () -> text("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")),
                bad("json", "JSON", () -> text("{\"title\": \"Post\"}")),
                bad(
                        "web archive",
                        ".mht",
                        () -> text("From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n--x\n")),
                bad("yaml aliases", "alias", () -> text("format: espalier/1\nreferences: &a [x]\nlevels: *a\n")),
                bad("yaml bomb", "alias", () -> text("format: espalier/1\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n")),
                bad("deep yaml", "mistake", () -> text("format: espalier/1\nlevels: " + "[".repeat(100_000))),
                bad(
                        "deep json",
                        "mistake",
                        () -> text("{\"format\": \"espalier/1\", \"levels\": " + "[".repeat(100_000))),
                bad("deep html", "nested", () -> text("<html><body>" + "<ul><li>".repeat(60_000) + "x")),
                bad("deep quotation", "nested", () -> text("# Post\n\n" + ">".repeat(20_000) + " x\n")),
                bad("deep emphasis", "nested", () -> text("# Post\n\n" + "*a **b ".repeat(400) + "c** d*".repeat(400))),
                bad("wide text table", "columns", () -> text("x\t".repeat(10_000) + "x\n")),
                bad("wide stroke table", "columns", () -> text(("| x ".repeat(10_000) + "|\n").repeat(2))),
                bad("wide csv", "columns", () -> text(("x,".repeat(10_000) + "y\n").repeat(3))),
                bad("half a character in UTF-16", "Line 2", () -> halves("Post\nsorts \uD83D it")),
                bad("half a character in UTF-8", "Line 2", () -> latin("Post\nsorts \u00ED\u00A0\u0080 it")),
                bad(
                        "half a character in JSON",
                        "broken character",
                        () -> text("{\"format\": \"espalier/1\", \"title\": \"\\ud800\"}")),
                bad("too many lines", "lines", () -> text("x\n".repeat(200_002))),
                bad("too many characters", "characters", () -> text("Sorts the post. ".repeat(700_000))),
                bad("too large", "larger than 50 MB", () -> new byte[50 * 1024 * 1024 + 1]));
    }

    private static Arguments bad(String name, String says, Supplier<byte[]> content) {
        return Arguments.of(name, says, content);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String name, String says, Supplier<byte[]> content) {
        var bytes = content.get();

        var reading = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> DocumentReader.read(bytes, "framework.txt"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Refused.class, refused -> assertThat(refused.reason())
                .contains(says)
                .endsWith(".")
                .matches("(?s)[A-Z].*[.:] [A-Z].*"));
    }

    static Stream<Arguments> isQuickWith() {
        return Stream.of(
                bad("strokes", "", () -> text("a|b\n".repeat(60_000))),
                bad("leading tabs", "", () -> text("\tpost\n".repeat(60_000))),
                bad("bullets", "", () -> text("• a\n".repeat(60_000))),
                bad("numbers", "", () -> text("1. a\n\n".repeat(90_000))),
                bad("one long line", "", () -> text("post ".repeat(600_000))),
                bad("open brackets", "", () -> text("[a](".repeat(300_000))),
                bad("stars", "", () -> text("*a ".repeat(1_000_000))),
                bad("underscores", "", () -> text("_a".repeat(1_000_000))),
                bad("angle brackets", "", () -> text("<a ".repeat(1_000_000))),
                bad("spaces", "", () -> text("x" + " ".repeat(5_000_000) + "y")),
                bad("hashes", "", () -> text("# " + "#".repeat(1_000_000) + "x")),
                bad("hash space hash", "", () -> text("# " + "# ".repeat(500_000) + "x")),
                bad("markdown stars", "", () -> text("# Post\n\n" + "*a ".repeat(200_000))),
                bad("markdown brackets", "", () -> text("# Post\n\n" + "[".repeat(100_000))),
                bad("markdown ticks", "", () -> text("# Post\n\n" + "`a``b```".repeat(50_000))),
                bad("quotes", "", () -> text("\"a,\n".repeat(300_000))),
                bad("rules", "", () -> text("- - - -\n".repeat(40_000))),
                bad("html without end", "", () -> text("<p>" + "<b>a".repeat(200_000))),
                bad("mail heads", "", () -> text("a:b\n".repeat(100_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isQuickWith(String name, String says, Supplier<byte[]> content) {
        var bytes = content.get();

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> DocumentReader.read(bytes, "framework.txt"));
    }

    @Test
    void readsAWordDocumentUnderAnyName() {
        assertThat(DocumentReader.read(GOOD.docx(), "post.txt")).isInstanceOf(Reading.Outlined.class);
        assertThat(DocumentReader.read(GOOD.bytes("pdf"), "post.docx")).isInstanceOf(Reading.Outlined.class);
        assertThat(DocumentReader.read(text(GOOD.text()), "post.pdf")).isInstanceOf(Reading.Outlined.class);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** UTF-16 as it stands, unmended. */
    private static byte[] halves(String text) {
        var bytes = new byte[text.length() * 2];
        for (var i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) text.charAt(i);
            bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
        }
        return bytes;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] zip(Map<String, String> entries) {
        return DocxReaderTests.zip(new TreeMap<>(entries));
    }

    private static byte[] compound(String entry) {
        try (var files = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), entry);
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] encrypted() {
        try (var files = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var data = encryptor.getDataStream(files)) {
                data.write(GOOD.docx());
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bomb(int entries, int size) {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                zip.setLevel(9);
                var zeros = new byte[1_000_000];
                for (var i = 0; i < entries; i++) {
                    zip.putNextEntry(new ZipEntry(i == 0 ? "word/document.xml" : "word/media/" + i));
                    for (var left = size; left > 0; left -= zeros.length) {
                        zip.write(zeros, 0, Math.min(left, zeros.length));
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] pdfBomb() {
        var deflater = new Deflater(9);
        var packed = new ByteArrayOutputStream();
        var zeros = new byte[1_000_000];
        var buffer = new byte[100_000];
        for (var i = 0; i < 100; i++) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes(latin(
                "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                        + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter/FlateDecode/Length "
                        + packed.size() + ">>\nstream\n"));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes(latin("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"));
        return pdf.toByteArray();
    }
}
