package org.espalier.importing.web;

/** A line of the source; {@code meant} when it is one of those in question and not just beside them. */
record ExcerptLine(int number, String text, boolean meant) {}
