package org.espalier.portfolio.thumbnail;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The program that draws one small picture: given {@code pdf} or {@code picture} and a file, it writes a PNG to standard
 * output. It decodes large pictures by every so many pixels only, and gives up on those that are larger still.
 */
public final class DrawThumbnail {
    static final int SIDE = 320;
    private static final long MOST_PIXELS = 60_000_000;
    private static final int HEAD = 256 * 1024;

    private DrawThumbnail() {}

    public static void main(String... arguments) throws IOException {
        var out = System.out;
        System.setOut(new PrintStream(PrintStream.nullOutputStream(), true, java.nio.charset.StandardCharsets.UTF_8));
        ImageIO.setUseCache(false);
        var file = Path.of(arguments[1]);
        var drawn = arguments[0].equals("pdf") ? firstPage(file) : picture(file);
        ImageIO.write(drawn, "png", out);
        out.flush();
        System.exit(0);
    }

    private static BufferedImage firstPage(Path file) throws IOException {
        try (var document = Loader.loadPDF(
                new RandomAccessReadBufferedFile(file.toFile()), IOUtils.createTempFileOnlyStreamCache())) {
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var box = document.getPage(0).getCropBox();
            var side = Math.max(box.getWidth(), box.getHeight());
            return shrunk(renderer.renderImage(0, 2 * SIDE / Math.max(1, side), ImageType.RGB));
        }
    }

    static BufferedImage picture(Path file) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("No picture");
            }
            var reader = readers.next();
            reader.setInput(in, true, false);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw new IOException("Too large: " + width + " by " + height);
            }
            var step = Math.max(1, Math.max(width, height) / (2 * SIDE));
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            var image = reader.read(0, parameters);
            return turned(shrunk(image), orientation(file.toFile()));
        }
    }

    private static BufferedImage shrunk(BufferedImage image) {
        var scale = Math.min(1.0, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        var width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        var height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    /** Telephones save a picture as the camera was held, and say in it how to turn it. */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        var quarters =
                switch (orientation) {
                    case 3, 4 -> 2;
                    case 5, 6 -> 1;
                    case 7, 8 -> 3;
                    default -> 0;
                };
        if (quarters == 0) {
            return image;
        }
        var sideways = quarters % 2 == 1;
        var turned = new BufferedImage(
                sideways ? image.getHeight() : image.getWidth(),
                sideways ? image.getWidth() : image.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var rgb = image.getRGB(x, y);
                switch (quarters) {
                    case 1 -> turned.setRGB(image.getHeight() - 1 - y, x, rgb);
                    case 2 -> turned.setRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y, rgb);
                    default -> turned.setRGB(y, image.getWidth() - 1 - x, rgb);
                }
            }
        }
        return turned;
    }

    private static int orientation(File file) throws IOException {
        try (var in = Files.newInputStream(file.toPath())) {
            return Orientation.in(in.readNBytes(HEAD));
        }
    }
}
