package org.espalier.assessment;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.espalier.document.Paper.Symbol;

/** The symbols of standing on paper: the same as on screen (ui/standingSymbols.jte), drawn on a square of 20 units. */
public final class StandingSymbol {
    private static final int UNIT = 4;
    private static final Map<Standing, Symbol> DRAWN = new EnumMap<>(Standing.class);

    static {
        for (var standing : Standing.values()) {
            DRAWN.put(standing, new Symbol(standing.slug(), png(standing)));
        }
    }

    private StandingSymbol() {}

    public static Symbol of(Standing standing) {
        return Objects.requireNonNull(DRAWN.get(standing));
    }

    private static byte[] png(Standing standing) {
        var image = new BufferedImage(20 * UNIT, 20 * UNIT, BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(UNIT, UNIT);
        draw(standing, canvas);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void draw(Standing standing, Graphics2D canvas) {
        switch (standing) {
            case UNKNOWN -> {
                canvas.setColor(new Color(0x505a5f));
                canvas.setStroke(new BasicStroke(
                        1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3.2f, 3.1f}, 0));
                canvas.draw(circle(8));
            }
            case NOT_YET -> ring(canvas, 0x505a5f, 2);
            case PARTLY -> {
                ring(canvas, 0xb45f06, 2);
                canvas.fill(new Arc2D.Double(2, 2, 16, 16, 90, 180, Arc2D.PIE));
            }
            case SELF_ASSESSED -> {
                ring(canvas, 0x1f7a46, 2.4f);
                canvas.fill(circle(3.4));
            }
            case VERIFIED -> {
                disc(canvas, 0x0f5132);
                canvas.setStroke(round(2.4f));
                canvas.draw(path(5.6, 10.4, 8.6, 13.4, 14.4, 7));
            }
            case EXPIRED -> {
                disc(canvas, 0x475569);
                canvas.setStroke(round(2));
                canvas.draw(path(10, 5, 10, 10.4, 13.4, 12.4));
            }
            case NOT_APPLICABLE -> {
                canvas.setColor(new Color(0x505a5f));
                canvas.setStroke(round(2.2f));
                canvas.draw(new Line2D.Double(4, 10, 16, 10));
            }
        }
    }

    private static void ring(Graphics2D canvas, int colour, float width) {
        canvas.setColor(new Color(colour));
        canvas.setStroke(new BasicStroke(width));
        canvas.draw(circle(8));
    }

    private static void disc(Graphics2D canvas, int colour) {
        canvas.setColor(new Color(colour));
        canvas.fill(circle(9));
        canvas.setColor(Color.WHITE);
    }

    private static Ellipse2D circle(double radius) {
        return new Ellipse2D.Double(10 - radius, 10 - radius, 2 * radius, 2 * radius);
    }

    private static BasicStroke round(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (var n = 2; n < points.length; n += 2) {
            path.lineTo(points[n], points[n + 1]);
        }
        return path;
    }
}
