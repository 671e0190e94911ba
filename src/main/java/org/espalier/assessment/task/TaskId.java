package org.espalier.assessment.task;

/** Identifies a delegated task. */
public record TaskId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
