package org.espalier.person.staff.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.espalier.organisation.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What the list of people was asked for.
 *
 * @param unit only people in or below it, null for all
 */
record PeopleSearch(String words, @Nullable UnitId unit) {

    boolean isForAll() {
        return words.isEmpty() && unit == null;
    }

    boolean isWithin(String value) {
        return unit != null && unit.toString().equals(value);
    }

    /** The same search on another page of it. */
    String page(int page) {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + (unit == null ? "" : "&unit=" + unit)
                + "&page=" + page;
    }
}
