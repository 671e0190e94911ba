package org.espalier.pathway.stories;

/** Identifies a career story. */
public record StoryId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
