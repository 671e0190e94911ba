package org.espalier.framework.format;

/** One more place of something that stands in several, such as a descriptor cut by a page. */
public record At(Place source) {}
