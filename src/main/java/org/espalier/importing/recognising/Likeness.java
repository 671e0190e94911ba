package org.espalier.importing.recognising;

import java.util.List;

/** How much two wordings have in common. */
final class Likeness {

    private Likeness() {}

    /** 0–1: twice the words in common, in order, over all the words of both. */
    static double of(String one, String other) {
        var first = Phrase.words(one);
        var second = Phrase.words(other);
        return first.isEmpty() || second.isEmpty() ? 0 : 2.0 * inCommon(first, second) / (first.size() + second.size());
    }

    /** The length of the longest run of words, gaps allowed, that stands in both in the same order. */
    static int inCommon(List<String> first, List<String> second) {
        var row = new int[second.size() + 1];
        for (var word : first) {
            var diagonal = 0;
            for (var i = 1; i <= second.size(); i++) {
                var above = row[i];
                row[i] = word.equals(second.get(i - 1)) ? diagonal + 1 : Math.max(row[i], row[i - 1]);
                diagonal = above;
            }
        }
        return row[second.size()];
    }
}
