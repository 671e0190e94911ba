package org.espalier.framework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Routes as a picture, laid out and ready to be drawn. Lengths are in CSS pixels at natural size.
 *
 * @param wide for screens with room, from left to right
 * @param narrow for phones, as narrow as can be
 */
record RouteMap(Drawing wide, Drawing narrow) {

    /** One layout. */
    record Drawing(int width, int height, List<Box> boxes, List<Line> lines) {}

    /** A place in a career, its name broken into lines. */
    record Box(Kind kind, int x, int y, int width, int height, List<String> lines) {}

    /** What a box stands for. */
    enum Kind {
        LEVEL,
        ELSEWHERE,
        NOT_STATED
    }

    /**
     * One route.
     *
     * @param number as in the list beside the picture, from 1
     * @param path of an SVG path element
     * @param x where its number stands
     */
    record Line(int number, String path, int x, int y) {}

    /** A place that routes lead from or to. */
    record Stop(String name, Kind kind) {}

    /**
     * A route between two stops.
     *
     * @param to null when the document does not say where to
     */
    record Leg(int number, Stop from, @Nullable Stop to) {}
}
