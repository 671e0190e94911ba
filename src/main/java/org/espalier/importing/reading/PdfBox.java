package org.espalier.importing.reading;

/** A rectangle on a page, in points from its top left corner. */
record PdfBox(double x0, double y0, double x1, double y1) {

    double width() {
        return x1 - x0;
    }

    double height() {
        return y1 - y0;
    }

    double middleX() {
        return (x0 + x1) / 2;
    }

    double middleY() {
        return (y0 + y1) / 2;
    }

    PdfBox with(PdfBox other) {
        return new PdfBox(
                Math.min(x0, other.x0), Math.min(y0, other.y0), Math.max(x1, other.x1), Math.max(y1, other.y1));
    }

    boolean holds(double x, double y) {
        return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    }
}
