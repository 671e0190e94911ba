package org.espalier.framework;

/** A version has been taken back by its publisher; records that point at it stay. */
public record VersionWithdrawn(VersionId version, String slug, int number) {}
