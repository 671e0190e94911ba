package org.espalier.portfolio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.espalier.portfolio.FileType.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {
    private static final Seen UNKNOWN = new Seen.Unknown();

    @TempDir
    Path directory;

    @Test
    void knowsRealDocumentsAndPicturesByWhatIsInThem() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            word.write(out);
        }
        assertThat(type(out.toByteArray())).isEqualTo(new Seen.Type(FileType.DOCX));
        out.reset();
        try (var excel = new XSSFWorkbook()) {
            excel.createSheet();
            excel.write(out);
        }
        assertThat(type(out.toByteArray())).isEqualTo(new Seen.Type(FileType.XLSX));
        out.reset();
        try (var old = new HSSFWorkbook()) {
            old.createSheet();
            old.write(out);
        }
        assertThat(type(out.toByteArray())).isEqualTo(new Seen.Type(FileType.XLS));
        out.reset();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(out);
        }
        assertThat(type(out.toByteArray())).isEqualTo(new Seen.Type(FileType.PDF));
        for (var format : new String[] {"png", "jpeg", "gif"}) {
            out.reset();
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, out);
            assertThat(type(out.toByteArray())).isEqualTo(new Seen.Type(FileType.ofSlug(format)));
        }
        assertThat(type("RIFF____WEBPVP8 ".getBytes(ISO_8859_1))).isEqualTo(new Seen.Type(FileType.WEBP));
        assertThat(type("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(ISO_8859_1))).isEqualTo(new Seen.Type(FileType.HEIC));
        assertThat(type("Notes – of today\n".getBytes(UTF_8))).isEqualTo(new Seen.Type(FileType.TEXT));
        assertThat(type(zip("mimetype", FileType.ODT.mediaType()))).isEqualTo(new Seen.Type(FileType.ODT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "\n  <!DOCTYPE html>",
                "\ufeff<svg xmlns='http://www.w3.org/2000/svg'>",
                "<?xml version='1.0'?>",
                "MZ\u0090\0\u0003",
                "\u007fELF",
                "{\\rtf1}\u0001",
                "PK\u0003\u0004 not really",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 not really"
            })
    void refusesWhatABrowserMightShowAsAPageAndWhatRuns(String content) throws IOException {
        var bytes = content.startsWith("\ufeff") ? content.getBytes(UTF_8) : content.getBytes(ISO_8859_1);

        assertThat(type(bytes)).isEqualTo(UNKNOWN);
    }

    @Test
    void refusesArchivesThatAreNoDocument() throws IOException {
        assertThat(type(zip("run.exe", "x"))).isEqualTo(UNKNOWN);
        assertThat(type(zip("mimetype", "application/java-archive"))).isEqualTo(UNKNOWN);
    }

    @Test
    void seesMacros() throws IOException {
        assertThat(type(zip("[Content_Types].xml", "x", "word/document.xml", "x", "word/vbaProject.bin", "x")))
                .isEqualTo(new Seen.WithMacros());
    }

    @Test
    void takesATextWhoseBeginningEndsWithinACharacter() throws IOException {
        assertThat(type(("a" + "–".repeat(5_000)).getBytes(UTF_8))).isEqualTo(new Seen.Type(FileType.TEXT));
        assertThat(type(new byte[] {'a', (byte) 0xE2, (byte) 0x80})).isEqualTo(UNKNOWN);
    }

    private Seen type(byte[] content) throws IOException {
        return FileType.of(Files.write(directory.resolve("file"), content));
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var n = 0; n < namesAndContents.length; n += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[n]));
                zip.write(namesAndContents[n + 1].getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
