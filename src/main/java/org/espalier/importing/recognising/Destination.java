package org.espalier.importing.recognising;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;

/**
 * Where a route leads.
 *
 * @param from where it starts, as printed
 * @param to a level's id, or as printed when it is no level of the document; null when nothing suggests one
 * @param stated whether the text says so, or it was inferred from the level it speaks of
 */
record Destination(String from, @Nullable String to, boolean stated) {

    private static final Pattern FROM_TO = Pattern.compile(
            "(?i)(?:(?:moving|changing|transferring|progressing|stepping|going) )?from (?<from>.+?) (?:up )?(?:in)?to (?<to>.+)");
    private static final Pattern TO = Pattern.compile(
            "(?<from>\\p{Lu}(?:(?! (?:to|wish\\w*|progress\\w*|mov\\w+)\\b)[^.]){2,60}) to (?<to>(?:an? |the )?\\p{Lu}[^.]{2,60})");
    private static final Pattern ARROW = Pattern.compile("(?<from>.+?)\\s*(?:→|⟶|➔|➜|⇒|-+>|=+>|–>)\\s*(?<to>.+)");
    private static final Pattern WISH = Pattern.compile(
            "(?i).*?\\b(?:progress|move|moving|step|stepping|advance|advancing|return|returning|transfer|promot\\w+|progressing)"
                    + " (?:up |back |on |across )*(?:in)?to (?:working (?:at|in|as) |practice (?:at|as) )?(?:an? |the )?(?<to>.+?)(?:\\s+(?:or|and|who|with|from)\\b.*|[,;(].*|$)");
    private static final Pattern BECOME = Pattern.compile(
            "(?i).*?\\b(?:become|becoming|train as|training as) (?:an? |the )?(?<to>.+?)(?:\\s+(?:or|and|who|with|from)\\b.*|[,;(].*|$)");
    private static final Set<String> ENTRY =
            Set.of("pre entry", "entry", "new entrants", "entrants", "before entry", "getting started");
    private static final Set<String> GOING_ON =
            Set.of("practice", "work", "learning", "nursing", "study", "employment");
    private static final Set<String> GENERAL = Set.of(
            "level", "levels", "practice", "practitioner", "staff", "role", "of", "the", "and", "or", "at", "a", "an");

    static Destination of(String title, List<LevelEntry> levels) {
        var heading = title.replaceFirst("(?i)^(?:route|pathway|llwybr)\\s+(?:\\d{1,2}|[A-H])\\s*[:.–—-]\\s*", "");
        var arrow = ARROW.matcher(heading);
        if (arrow.matches()) {
            return stated(arrow.group("from"), arrow.group("to"), levels);
        }
        var fromTo = FROM_TO.matcher(heading);
        if (fromTo.matches()) {
            return stated(fromTo.group("from"), fromTo.group("to"), levels);
        }
        var wish = wish(heading);
        if (wish.isPresent()) {
            return new Destination(
                    heading, level(wish.get(), levels).map(LevelEntry::id).orElse(wish.get()), true);
        }
        var to = TO.matcher(heading);
        if (to.matches()) {
            return stated(to.group("from"), to.group("to"), levels);
        }
        if (ENTRY.contains(Phrase.key(heading)) && !levels.isEmpty()) {
            return new Destination(heading, levels.getFirst().id(), false);
        }
        return new Destination(
                heading, level(heading, levels).map(LevelEntry::id).orElse(null), false);
    }

    /** Whether an arrow in a line says from where to where. */
    static boolean arrow(String text) {
        return ARROW.matcher(text).matches();
    }

    private static Destination stated(String from, String to, List<LevelEntry> levels) {
        return new Destination(
                from.strip(), level(to, levels).map(LevelEntry::id).orElse(to.strip()), true);
    }

    /** Where somebody wants to go, in the words of the text. */
    static Optional<String> wish(String text) {
        for (var pattern : List.of(WISH, BECOME)) {
            var matcher = pattern.matcher(text);
            if (matcher.matches() && !GOING_ON.contains(Phrase.key(matcher.group("to")))) {
                return Optional.of(matcher.group("to").strip());
            }
        }
        return Optional.empty();
    }

    /** The level of which most of the telling words stand in the text. */
    private static Optional<LevelEntry> level(String text, List<LevelEntry> levels) {
        var words = Phrase.words(text).stream().map(Destination::stem).toList();
        @Nullable LevelEntry best = null;
        var most = 0.0;
        for (var level : levels) {
            if (level.code() != null && (" " + Phrase.key(text) + " ").contains(" " + Phrase.key(level.code()) + " ")) {
                return Optional.of(level);
            }
            var telling = Phrase.words(Objects.requireNonNullElse(level.title(), "")).stream()
                    .filter(word -> !GENERAL.contains(word))
                    .map(Destination::stem)
                    .toList();
            var share = telling.isEmpty()
                    ? 0
                    : telling.stream().filter(words::contains).count() / (double) telling.size();
            if (share > most) {
                most = share;
                best = level;
            }
        }
        return most >= 0.5 ? Optional.ofNullable(best) : Optional.empty();
    }

    private static String stem(String word) {
        return word.toLowerCase(Locale.ROOT).replaceFirst("(?<=\\p{L}{3})(?:ers?|ing|ed|s)$", "");
    }
}
