package org.espalier.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One answer about something on offer: an input of the form, and a column of the file. */
public enum OfferField {
    REFERENCE("reference", "Reference", 60),
    TITLE("title", "Title", 200),
    KIND("kind", "Kind", 40),
    SUMMARY("summary", "Summary", 4_000),
    SCALE("scale", "Level framework", 40),
    LEVEL("level", "Level", 40),
    COMPARABLE_SCALE("comparableScale", "Comparable framework", 40),
    COMPARABLE_LEVEL("comparableLevel", "Comparable level", 40),
    COMPARABLE_BY("comparableBy", "Comparable according to", 300),
    CREDITS("credits", "Credits", 10),
    AWARDING_BODY("awardingBody", "Awarding body", 200),
    ACCREDITATION("accreditation", "Accreditation", 300),
    DURATION("duration", "Duration", 200),
    COST("cost", "Cost in pounds", 20),
    COST_NOTE("costNote", "About the cost", 300),
    MODE("mode", "How it is taught", 40),
    OCCASIONS("occasions", "Dates and places", 4_000),
    REQUIREMENTS("requirements", "Entry requirements", 2_000),
    PRIOR_LEARNING("priorLearning", "Recognition of prior learning", 2_000),
    LEADS_TO("leadsTo", "What it leads to", 2_000),
    LINK("link", "Link", 500);

    private final String id;
    private final String heading;
    private final int longest;

    OfferField(String id, String heading, int longest) {
        this.id = id;
        this.heading = heading;
        this.longest = longest;
    }

    /** Its input's name and id. */
    public String id() {
        return id;
    }

    /** As it stands in the first row of a file. */
    public String heading() {
        return heading;
    }

    public int longest() {
        return longest;
    }

    /** The field whose column has this heading, in capitals or not. */
    public static Optional<OfferField> headed(String cell) {
        return Arrays.stream(values())
                .filter(field -> words(field.heading).equals(words(cell)))
                .findFirst();
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
    }
}
