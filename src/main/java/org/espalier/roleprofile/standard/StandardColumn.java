package org.espalier.roleprofile.standard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a list of standards. */
public enum StandardColumn {
    CODE("Code"),
    TITLE("Title"),
    LINK("Link"),
    SUITE("Suite"),
    PRINCIPLE_CODE("Principle code"),
    PRINCIPLE("Principle"),
    FUNCTION("Function"),
    SUPERSEDED_BY("Superseded by");

    private final String heading;

    StandardColumn(String heading) {
        this.heading = heading;
    }

    /** As it stands in the file. */
    public String heading() {
        return heading;
    }

    public boolean isRequired() {
        return this == CODE || this == TITLE;
    }

    /** The column under this heading, however it is written. */
    static Optional<StandardColumn> headed(String cell) {
        var plain = cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return Arrays.stream(values())
                .filter(column ->
                        column.heading.toLowerCase(Locale.ROOT).replace(" ", "").equals(plain))
                .findFirst();
    }
}
