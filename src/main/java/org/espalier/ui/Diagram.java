package org.espalier.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boxes joined by arrows, laid out and ready to be drawn by {@code ui/diagram}. Lengths are in CSS pixels at natural size.
 * A diagram never stands alone: beside it there is a list that says the same.
 */
public record Diagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {
    public Diagram {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /** How a box or an arrow looks. */
    public enum Style {
        FILLED,
        OUTLINED,
        DASHED
    }

    /**
     * What is to be drawn as a box.
     *
     * @param id unique in the diagram
     * @param text empty for something that has no name
     * @param href where it leads; null for nowhere
     */
    public record Node(
            String id, String text, Style style, @Nullable String href) {}

    /**
     * What is to be drawn as an arrow between two boxes.
     *
     * @param mark a short text that stands on the arrow; null for none
     * @param onwards true when it should go in the direction of reading where there are circles
     */
    public record Join(String from, String to, @Nullable String mark, Style style, boolean onwards) {}

    /** A box with its text broken into lines. */
    public record Box(Style style, @Nullable String href, int x, int y, int width, int height, List<String> lines) {
        public Box {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An arrow.
     *
     * @param path of an SVG path element
     * @param mark null for none
     * @param x where its mark stands
     */
    public record Arrow(String path, Style style, @Nullable String mark, int x, int y) {}

    /**
     * The same in two layouts.
     *
     * @param wide for screens with room, from left to right
     * @param narrow for phones, as narrow as can be
     */
    public record Pair(Diagram wide, Diagram narrow) {}
}
