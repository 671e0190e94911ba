package org.espalier.kernel;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Readable identifiers, {@code [a-z0-9-]+}, made from titles. */
public final class Slug {

    private static final int LONGEST = 80;

    private Slug() {}

    /**
     * The slug of a text: lower case, accents dropped, {@code &} read as "and", every other run of characters one
     * hyphen, at most 80 characters; {@code "item"} when nothing is left.
     */
    public static String of(String text) {
        var plain = Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("['’]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (plain.length() > LONGEST) {
            var cut = plain.lastIndexOf('-', LONGEST);
            plain = plain.substring(0, cut > LONGEST / 2 ? cut : LONGEST);
        }
        return plain.isEmpty() ? "item" : plain;
    }

    /** Hands out slugs that are unique among those it has handed out: the second of a kind ends in {@code -2}. */
    public static final class Unique {
        private final Set<String> taken = new HashSet<>();

        /** A slug for this text that this register has not handed out before. */
        public String of(String text) {
            var base = Slug.of(text);
            var slug = base;
            for (var n = 2; !taken.add(slug); n++) {
                slug = base + "-" + n;
            }
            return slug;
        }
    }
}
