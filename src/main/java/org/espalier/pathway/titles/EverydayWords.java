package org.espalier.pathway.titles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.framework.PlainWords;

/**
 * Other names, ready to be looked through: by words in any form and order, with a slip of the finger, and in a whole
 * sentence. Rare words weigh more than common ones.
 */
final class EverydayWords {
    private static final int MOST_WORDS = 20;
    private static final int SHORTEST_WITH_A_SLIP = 4;
    private static final int SHORTEST_WITH_ANOTHER_FIRST_LETTER = 6;
    private static final int SHORTEST_WITH_TWO = 9;
    private static final double NEARLY = 0.8;
    private static final double ENOUGH = 0.5;
    private static final double ALL = 0.79;

    private static final Set<String> COMMON = Set.of(
            "a",
            "an",
            "and",
            "as",
            "at",
            "be",
            "by",
            "do",
            "for",
            "from",
            "i",
            "id",
            "in",
            "is",
            "it",
            "like",
            "me",
            "my",
            "of",
            "on",
            "or",
            "that",
            "the",
            "their",
            "them",
            "they",
            "this",
            "to",
            "want",
            "who",
            "with",
            "would",
            "job",
            "jobs",
            "role",
            "work",
            "somebody",
            "someone",
            "person");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> namesWith = new HashMap<>();

    EverydayWords(List<OtherName> names) {
        for (var name : names) {
            var words = words(name.words());
            entries.add(new Entry(name, words));
            var stems = new HashSet<String>();
            words.forEach(word -> stems.add(word.stem()));
            stems.forEach(stem -> namesWith.merge(stem, 1, Integer::sum));
        }
    }

    private record Word(String word, String stem) {}

    private record Entry(OtherName name, List<Word> words) {}

    /**
     * A name that fits what was asked.
     *
     * @param score of 1 at most
     */
    record Fit(OtherName name, double score) {}

    /** The names that fit, the best first. */
    List<Fit> fitting(String asked) {
        var words = words(asked);
        if (words.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .map(entry -> new Fit(entry.name(), score(words, entry.words())))
                .filter(fit -> fit.score() > 0)
                .sorted(Comparator.comparingDouble(Fit::score)
                        .reversed()
                        .thenComparing(fit -> fit.name().words())
                        .thenComparing(fit -> fit.name().id()))
                .toList();
    }

    /** All of either side, or half of both: else nothing. */
    private double score(List<Word> asked, List<Word> name) {
        var ofAsked = share(asked, name);
        var ofName = share(name, asked);
        var fits = ofAsked >= ALL || ofName >= ALL || (ofAsked >= ENOUGH && ofName >= ENOUGH);
        return fits ? (ofAsked + ofName) / 2 : 0;
    }

    private double share(List<Word> wanted, List<Word> there) {
        var all = 0.0;
        var found = 0.0;
        for (var word : wanted) {
            all += weight(word);
            found += weight(word)
                    * there.stream()
                            .mapToDouble(other -> likeness(word, other))
                            .max()
                            .orElse(0);
        }
        return all == 0 ? 0 : found / all;
    }

    private double weight(Word word) {
        return Math.log(1 + (1.0 + entries.size()) / (1 + namesWith.getOrDefault(word.stem(), 0)));
    }

    private static double likeness(Word one, Word other) {
        if (one.stem().equals(other.stem())) {
            return 1;
        }
        var shorter = Math.min(one.word().length(), other.word().length());
        if (shorter < SHORTEST_WITH_ANOTHER_FIRST_LETTER
                && one.word().charAt(0) != other.word().charAt(0)) {
            return 0;
        }
        var slips = shorter >= SHORTEST_WITH_TWO ? 2 : shorter >= SHORTEST_WITH_A_SLIP ? 1 : 0;
        return slips > 0 && slips(one.word(), other.word(), slips) <= slips ? NEARLY : 0;
    }

    /** How many letters to add, leave out, change or swap with their neighbour; more than {@code most} is any number above. */
    private static int slips(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var now = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            var free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }

    /** Without the words that say little, unless there are no others. */
    private static List<Word> words(String text) {
        var all = PlainWords.of(text).stream().limit(MOST_WORDS).toList();
        var telling = all.stream().filter(word -> !COMMON.contains(word)).toList();
        return (telling.isEmpty() ? all : telling)
                .stream()
                        .distinct()
                        .map(word -> new Word(word, PlainWords.stem(word)))
                        .toList();
    }
}
