package org.espalier.importing.reading;

/** A word on a page; {@code level} is false when it is turned. */
record PdfWord(PdfBox box, double size, boolean bold, boolean level, String text) {}
