package org.espalier.framework;

/** Identifies one version of a framework, draft or published. */
public record VersionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
