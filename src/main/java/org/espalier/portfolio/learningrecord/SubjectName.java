package org.espalier.portfolio.learningrecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a subject is called in the national naming, {@code owner|CSTF or LOCAL|Subject - N Years|}, read tolerantly: parts
 * may be missing, other strokes may hold them apart, and the time may be written in other ways or not at all.
 *
 * @param raw as it came in
 * @param owner whose name it is, such as {@code NHS} or an employer's number; empty when it does not say
 */
public record SubjectName(String raw, String owner, Listing listing, String subject, Renewing renewing) {

    /** Whether the subject is the nation's or the employer's own. */
    public enum Listing {
        /** The Core Skills Training Framework. */
        CSTF,
        LOCAL,
        UNSTATED;

        public String messageKey() {
            return "portfolio.learning.listing." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern STROKE = Pattern.compile("[|¦│｜]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final String DASH = "[-–—:,]";
    private static final Pattern TIME = Pattern.compile(
            "(.*?)\\s*(?:" + DASH
                    + "\\s*|\\()\\s*(?:every\\s+|renew(?:al|s|ed)?\\s+(?:every\\s+)?)?(\\d{1,3}|one|two|three|four|five)\\s*"
                    + "(years?|yrs?|y|months?|mths?|m)(?:ly)?\\.?\\s*\\)?\\s*" + DASH + "?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARLY = Pattern.compile(
            "(.*?)\\s*(?:" + DASH + "\\s*|\\()\\s*(annual(?:ly)?|yearly)\\s*\\)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONCE = Pattern.compile(
            "(.*?)\\s*(?:" + DASH
                    + "\\s*|\\()\\s*(?:no\\s+(?:renewal|expiry|refresh(?:er)?)(?:\\s+required)?|once(?:\\s+only)?|one[\\s-]?off"
                    + "|non[\\s-]?renewable|does not expire|lifetime)\\s*\\)?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five");

    /** Reads any text; what is not understood stays in the subject. */
    public static SubjectName parse(String raw) {
        var parts = new ArrayList<String>();
        for (var part : STROKE.split(raw, -1)) {
            var tidy = tidy(part);
            if (!tidy.isEmpty()) {
                parts.add(tidy);
            }
        }
        var listing = Listing.UNSTATED;
        var owner = "";
        for (var n = 0; n < parts.size(); n++) {
            var known = listing(parts.get(n));
            if (known != Listing.UNSTATED && parts.size() > 1) {
                listing = known;
                owner = String.join(" ", parts.subList(0, n));
                parts.subList(0, n + 1).clear();
                break;
            }
        }
        if (listing == Listing.UNSTATED && parts.size() > 1 && !isTime(parts.get(1))) {
            owner = parts.removeFirst();
        }
        return timed(raw, owner, listing, join(parts));
    }

    /** Without the time, so that a subject stays the same when its time changes. */
    public String key() {
        return (owner + "|" + listing + "|" + subject).toLowerCase(Locale.ROOT);
    }

    private static String join(List<String> parts) {
        var joined = new StringBuilder();
        for (var part : parts) {
            joined.append(joined.isEmpty() ? "" : " - ").append(part);
        }
        return joined.toString();
    }

    private static boolean isTime(String part) {
        return !(timed(part, "", Listing.UNSTATED, "x - " + part).renewing() instanceof Renewing.Unstated);
    }

    private static SubjectName timed(String raw, String owner, Listing listing, String subject) {
        var time = TIME.matcher(subject);
        if (time.matches() && !time.group(1).isBlank()) {
            var number = number(time.group(2));
            var unit = time.group(3).toLowerCase(Locale.ROOT);
            if (number > 0) {
                return new SubjectName(
                        raw,
                        owner,
                        listing,
                        tidy(time.group(1)),
                        new Renewing.Every(unit.startsWith("m") ? number : number * 12));
            }
            return new SubjectName(raw, owner, listing, tidy(time.group(1)), new Renewing.Never());
        }
        var yearly = YEARLY.matcher(subject);
        if (yearly.matches() && !yearly.group(1).isBlank()) {
            return new SubjectName(raw, owner, listing, tidy(yearly.group(1)), new Renewing.Every(12));
        }
        var once = ONCE.matcher(subject);
        if (once.matches() && !once.group(1).isBlank()) {
            return new SubjectName(raw, owner, listing, tidy(once.group(1)), new Renewing.Never());
        }
        return new SubjectName(raw, owner, listing, subject, new Renewing.Unstated());
    }

    private static int number(String written) {
        var word = NUMBERS.indexOf(written.toLowerCase(Locale.ROOT));
        return word >= 0 ? word + 1 : Integer.parseInt(written);
    }

    private static Listing listing(String part) {
        return switch (part.toUpperCase(Locale.ROOT)) {
            case "CSTF" -> Listing.CSTF;
            case "LOCAL" -> Listing.LOCAL;
            default -> Listing.UNSTATED;
        };
    }

    private static String tidy(String part) {
        return SPACES.matcher(part).replaceAll(" ").strip();
    }
}
