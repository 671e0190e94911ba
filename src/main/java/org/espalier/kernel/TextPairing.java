package org.espalier.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Finds, for the texts of one list, those of another that say the same or nearly the same: identical ones first, then
 * the most alike. Likeness is the share of words two texts have in common, word stems counted, rare words for more.
 */
public final class TextPairing {
    /** Two texts less alike than this are two different texts. Chosen by looking at real levels side by side. */
    public static final double REWORDED = 0.4;

    private static final double SAME_FIRST_WORD = 0.08;
    private static final double SAME_PLACE = 0.04;

    private final List<Map<String, Integer>> before;
    private final List<Map<String, Integer>> after;
    private final List<String> openings = new ArrayList<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final EnglishStemmer stemmer = new EnglishStemmer();
    private final Map<String, String> stems = new HashMap<>();

    /**
     * Two texts that belong together.
     *
     * @param before index in the first list
     * @param after index in the second list
     * @param likeness 0 to 1; 1 only for identical texts
     */
    public record Pair(int before, int after, double likeness) {
        public boolean isIdentical() {
            return likeness == 1;
        }
    }

    private TextPairing(List<String> before, List<String> after) {
        this.before = before.stream().map(this::bag).toList();
        this.after = after.stream().map(this::bag).toList();
        weigh();
    }

    /** Pairs that are at least this alike, each text in one pair at most, in the order of the second list. */
    public static List<Pair> of(List<String> before, List<String> after, double atLeast) {
        var pairs = new ArrayList<Pair>();
        var freeBefore = new ArrayList<Integer>();
        var freeAfter = new ArrayList<Integer>();
        pairIdentical(before, after, pairs, freeBefore, freeAfter);
        if (!freeBefore.isEmpty() && !freeAfter.isEmpty()) {
            var left = freeBefore.stream().map(before::get).toList();
            var right = freeAfter.stream().map(after::get).toList();
            for (var pair : new TextPairing(left, right).mostAlike(atLeast)) {
                pairs.add(new Pair(freeBefore.get(pair.before()), freeAfter.get(pair.after()), pair.likeness()));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::after));
        return List.copyOf(pairs);
    }

    private static void pairIdentical(
            List<String> before,
            List<String> after,
            List<Pair> pairs,
            List<Integer> freeBefore,
            List<Integer> freeAfter) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (var i = 0; i < before.size(); i++) {
            places.computeIfAbsent(before.get(i), text -> new ArrayList<>()).add(i);
        }
        var taken = new boolean[before.size()];
        for (var j = 0; j < after.size(); j++) {
            var same = places.getOrDefault(after.get(j), List.of());
            if (same.isEmpty()) {
                freeAfter.add(j);
            } else {
                var i = same.removeFirst();
                taken[i] = true;
                pairs.add(new Pair(i, j, 1));
            }
        }
        for (var i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                freeBefore.add(i);
            }
        }
    }

    /** Greedy from the most alike down: a person pairs the obvious ones first, too. */
    private List<Pair> mostAlike(double atLeast) {
        var candidates = new ArrayList<Pair>();
        for (var i = 0; i < before.size(); i++) {
            for (var j = 0; j < after.size(); j++) {
                var likeness = likeness(i, j);
                if (likeness >= atLeast) {
                    candidates.add(new Pair(i, j, Math.min(likeness, 0.999)));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparingInt(pair -> Math.abs(pair.before() - pair.after()))
                .thenComparingInt(Pair::before));
        var takenBefore = new boolean[before.size()];
        var takenAfter = new boolean[after.size()];
        var chosen = new ArrayList<Pair>();
        for (var pair : candidates) {
            if (!takenBefore[pair.before()] && !takenAfter[pair.after()]) {
                takenBefore[pair.before()] = true;
                takenAfter[pair.after()] = true;
                chosen.add(pair);
            }
        }
        return chosen;
    }

    private double likeness(int i, int j) {
        var one = before.get(i);
        var other = after.get(j);
        var common = 0.0;
        var all = 0.0;
        for (var entry : one.entrySet()) {
            var weight = weights.getOrDefault(entry.getKey(), 0.0);
            common += 2 * weight * Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
            all += weight * entry.getValue();
        }
        for (var entry : other.entrySet()) {
            all += weights.getOrDefault(entry.getKey(), 0.0) * entry.getValue();
        }
        if (common == 0) {
            return 0;
        }
        var opening = openings.get(i).equals(openings.get(before.size() + j)) ? SAME_FIRST_WORD : 0;
        return common / all + opening + (i == j ? SAME_PLACE : 0);
    }

    private Map<String, Integer> bag(String text) {
        var bag = new HashMap<String, Integer>();
        var opening = "";
        for (var token : Words.of(text)) {
            if (token.isWord()) {
                var stem = stem(token.text());
                opening = opening.isEmpty() ? stem : opening;
                bag.merge(stem, 1, Integer::sum);
            }
        }
        openings.add(opening);
        return bag;
    }

    private String stem(String word) {
        return stems.computeIfAbsent(word.toLowerCase(Locale.ROOT), lower -> {
            stemmer.setCurrent(lower);
            stemmer.stem();
            return stemmer.getCurrent();
        });
    }

    private void weigh() {
        var texts = before.size() + after.size();
        Map<String, Integer> frequency = new HashMap<>();
        before.forEach(bag -> bag.keySet().forEach(stem -> frequency.merge(stem, 1, Integer::sum)));
        after.forEach(bag -> bag.keySet().forEach(stem -> frequency.merge(stem, 1, Integer::sum)));
        frequency.forEach((stem, count) ->
                weights.put(stem, (Words.isCommon(stem) ? 0.25 : 1) * Math.log(2 + (double) texts / count)));
    }
}
