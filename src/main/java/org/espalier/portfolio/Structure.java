package org.espalier.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headings under which somebody writes. They are an offer: free writing is as good. */
public enum Structure {
    FREE("text"),
    WHAT_SO_WHAT_NOW_WHAT("what", "so-what", "now-what"),
    /** What happened, how it felt, what was good and bad, why, what else could have been done, what next time. */
    CYCLE("happened", "felt", "evaluation", "analysis", "conclusion", "next-time");

    private final List<String> headings;

    Structure(String... headings) {
        this.headings = List.of(headings);
    }

    /** The ends of the messages that are the headings. */
    public List<String> headings() {
        return headings;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Structure> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(structure -> structure.slug().equals(slug))
                .findFirst();
    }

    /** As many texts as there are headings: missing ones are empty, and what is left over joins the last. */
    public List<String> fit(List<String> parts) {
        var fitted = new ArrayList<String>();
        for (var n = 0; n < headings.size(); n++) {
            fitted.add(n < parts.size() ? parts.get(n) : "");
        }
        if (parts.size() > headings.size()) {
            var last = parts.subList(headings.size() - 1, parts.size()).stream()
                    .filter(part -> !part.isBlank())
                    .toList();
            fitted.set(headings.size() - 1, String.join("\n\n", last));
        }
        return List.copyOf(fitted);
    }
}
