package org.espalier.learning.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.learning.OfferField;

/** What a file holds, with its columns. Columns are known by their heading, in any order and in capitals or not. */
public enum FileKind {
    OFFERS(
            Stream.concat(Stream.of(OfferField.values()).map(OfferField::heading), Stream.of(FileKind.STATUS))
                    .toList(),
            List.of("Reference", "Title")),
    COVERAGE(
            List.of("Reference", "Framework", "Version", "Part", "Level", "Says", "Evidence", "Link", "From", "Until"),
            List.of("Framework", "Part", "Says"));

    static final String STATUS = "Status";

    private final List<String> headings;
    private final List<String> required;

    FileKind(List<String> headings, List<String> required) {
        this.headings = headings;
        this.required = required;
    }

    /** In the order of a template. */
    public List<String> headings() {
        return headings;
    }

    public boolean isRequired(String heading) {
        return required.contains(heading);
    }

    List<String> required() {
        return required;
    }

    /** Its part of an address, and of a file's name. */
    public String slug() {
        return this == OFFERS ? "courses" : "coverage";
    }

    public static Optional<FileKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** The heading that a cell of the first row means. */
    Optional<String> headed(String cell) {
        return headings.stream()
                .filter(heading -> words(heading).equals(words(cell)))
                .findFirst();
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
    }
}
