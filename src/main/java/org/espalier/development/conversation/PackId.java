package org.espalier.development.conversation;

/** Identifies a conversation pack. */
public record PackId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
