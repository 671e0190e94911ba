package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What an editor should look at. The text itself is never silently mended. */
public record Annotation(
        Severity severity,
        String code,
        String message,
        @Nullable Place source) {

    /** How doubtful: a warning needs a decision, a note is good to know. */
    public enum Severity {
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("note")
        NOTE
    }
}
