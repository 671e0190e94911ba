package org.espalier.framework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Marks in a text the words that were searched for, in any of their forms. */
public final class Highlight {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*");
    private static final int LONGEST_EXCERPT = 240;

    private final Set<String> stems = new HashSet<>();
    private final String beginning;

    /** A stretch of a text; all stretches together are the text. */
    public record Stretch(String text, boolean marked) {}

    /** @param words of {@link SearchFrameworks.Findings#searchedFor}, all in a row; the last may be unfinished */
    public Highlight(List<String> words) {
        words.forEach(word -> stems.add(PlainWords.stem(word)));
        beginning = words.isEmpty() || words.getLast().length() < SearchFrameworks.SHORTEST_BEGINNING
                ? ""
                : PlainWords.stem(words.getLast());
    }

    /** The text in stretches. */
    public List<Stretch> mark(String text) {
        var stretches = new ArrayList<Stretch>();
        var matcher = WORD.matcher(text);
        var done = 0;
        while (matcher.find()) {
            if (isSearchedFor(matcher.group())) {
                if (matcher.start() > done) {
                    stretches.add(new Stretch(text.substring(done, matcher.start()), false));
                }
                stretches.add(new Stretch(matcher.group(), true));
                done = matcher.end();
            }
        }
        if (done < text.length()) {
            stretches.add(new Stretch(text.substring(done), false));
        }
        return List.copyOf(stretches);
    }

    /** The line that has most of the words, shortened around the first of them when it is long. */
    public List<Stretch> excerpt(String text) {
        var best = "";
        var most = -1L;
        for (var line : text.split("\n", -1)) {
            var hits = mark(line).stream().filter(Stretch::marked).count();
            if (hits > most) {
                best = line;
                most = hits;
            }
        }
        return mark(shortened(best));
    }

    private String shortened(String line) {
        if (line.length() <= LONGEST_EXCERPT) {
            return line;
        }
        var first = 0;
        for (var stretch : mark(line)) {
            if (stretch.marked()) {
                break;
            }
            first += stretch.text().length();
        }
        var start = first == line.length() ? 0 : Math.max(0, line.lastIndexOf(' ', Math.max(0, first - 80)));
        var end = Math.min(line.length(), start + LONGEST_EXCERPT);
        end = end == line.length() ? end : Math.max(start + 1, line.lastIndexOf(' ', end));
        return (start > 0 ? "… " : "") + line.substring(start, end).strip() + (end < line.length() ? " …" : "");
    }

    private boolean isSearchedFor(String word) {
        return PlainWords.of(word).stream()
                .anyMatch(plain -> stems.contains(PlainWords.stem(plain))
                        || (!beginning.isEmpty() && plain.startsWith(beginning)));
    }
}
