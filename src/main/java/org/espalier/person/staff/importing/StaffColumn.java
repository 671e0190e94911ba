package org.espalier.person.staff.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A column of a file of people. Columns are known by their heading, in any order and in capitals or not. */
public enum StaffColumn {
    STAFF_NUMBER("Staff number", true, 40),
    NAME("Name", true, 100),
    EMAIL("Email", true, 254),
    POST("Post", false, 120),
    TEAM("Team", false, 600),
    REPORTS_TO("Reports to", false, 120),
    REPORTS_TO_TEAM("Reports to team", false, 600),
    IN_POST_SINCE("In post since", false, 30);

    private final String heading;
    private final boolean required;
    private final int longest;

    StaffColumn(String heading, boolean required, int longest) {
        this.heading = heading;
        this.required = required;
        this.longest = longest;
    }

    /** As it stands in the first row of the file. */
    public String heading() {
        return heading;
    }

    public boolean isRequired() {
        return required;
    }

    int longest() {
        return longest;
    }

    static Optional<StaffColumn> headed(String cell) {
        var words = words(cell);
        return Arrays.stream(values())
                .filter(column -> words(column.heading).equals(words))
                .findFirst();
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
    }
}
