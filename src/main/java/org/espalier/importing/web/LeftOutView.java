package org.espalier.importing.web;

import java.util.List;

/** Lines that became nothing, and why. */
record LeftOutView(int line, int endLine, String reason, String text, List<ExcerptLine> excerpt) {}
