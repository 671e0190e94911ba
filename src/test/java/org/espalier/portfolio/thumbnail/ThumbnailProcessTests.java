package org.espalier.portfolio.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailProcessTests {
    private final ThumbnailProcess process = new ThumbnailProcess();

    @TempDir
    Path directory;

    @Test
    void drawsTheFirstPageOfAPdf() throws Exception {
        var file = directory.resolve("a.pdf");
        try (var pdf = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.setNonStrokingColor(Color.RED);
                content.addRect(0, 0, 595, 421);
                content.fill();
            }
            pdf.save(file.toFile());
        }

        var drawn =
                ImageIO.read(new ByteArrayInputStream(process.draw(file, true).orElseThrow()));

        assertThat(drawn.getHeight()).isEqualTo(DrawThumbnail.SIDE);
        assertThat(drawn.getWidth()).isBetween(225, 227);
        assertThat(new Color(drawn.getRGB(100, 300))).isEqualTo(Color.RED);
        assertThat(new Color(drawn.getRGB(100, 20))).isEqualTo(Color.WHITE);
    }

    @Test
    void shrinksAPictureAndTurnsItAsTheCameraSays() throws Exception {
        var image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, 400, 400);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        var file = Files.write(directory.resolve("a.jpg"), withOrientation(out.toByteArray(), 6));

        var drawn =
                ImageIO.read(new ByteArrayInputStream(process.draw(file, false).orElseThrow()));

        assertThat(drawn.getWidth()).isEqualTo(160);
        assertThat(drawn.getHeight()).isEqualTo(320);
        assertThat(new Color(drawn.getRGB(80, 40)).getBlue())
                .as("its left is up")
                .isGreaterThan(200);
        assertThat(new Color(drawn.getRGB(80, 280)).getBlue()).isLessThan(50);
    }

    @Test
    void givesUpOnAPictureThatUnpacksToGigabytes() throws Exception {
        var bomb = Files.write(directory.resolve("bomb.png"), hugePng(60_000));

        assertThat(Files.size(bomb)).isLessThan(20_000_000);
        assertThat(process.draw(bomb, false)).isEmpty();
    }

    @Test
    void givesUpOnAPageThatUnpacksToGigabytes() throws Exception {
        var file = directory.resolve("bomb.pdf");
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            var content = new COSStream();
            try (var raw = content.createRawOutputStream()) {
                var zeros = new byte[1024 * 1024];
                java.util.Arrays.fill(zeros, (byte) ' ');
                try (var deflated = new DeflaterOutputStream(raw, new Deflater(Deflater.BEST_SPEED))) {
                    for (var n = 0; n < 1500; n++) {
                        deflated.write(zeros);
                    }
                }
            }
            content.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            pdf.save(file.toFile());
        }

        var used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        var drawn = process.draw(file, true);

        assertThat(drawn).as("nothing, or an empty page from the disk").satisfies(png -> assertThat(
                        png.map(bytes -> bytes.length).orElse(0))
                .isLessThan(10_000));
        assertThat(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() - used)
                .as("and nothing of it in this process")
                .isLessThan(200_000_000);
    }

    @Test
    void givesUpOnWhatIsNoPicture() throws Exception {
        assertThat(process.draw(Files.writeString(directory.resolve("a.png"), "\u0089PNG nonsense"), false))
                .isEmpty();
        assertThat(process.draw(Files.writeString(directory.resolve("a.pdf"), "%PDF-1.7 nonsense"), true))
                .isEmpty();
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Black, so that it packs to next to nothing. */
    private static byte[] hugePng(int side) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(side)
                        .putInt(side)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        var packed = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            var line = new byte[1 + 3 * side];
            for (var n = 0; n < 2_000; n++) {
                deflated.write(line);
            }
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var bytes = new DataOutputStream(out);
        bytes.writeInt(data.length);
        bytes.writeBytes(type);
        bytes.write(data);
        var crc = new CRC32();
        crc.update(type.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        crc.update(data);
        bytes.writeInt((int) crc.getValue());
    }
}
