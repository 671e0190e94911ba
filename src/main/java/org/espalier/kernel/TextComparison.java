package org.espalier.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What changed between two texts, word by word. The parts that are the same and those deleted make up the text before,
 * letter for letter; those that are the same and those inserted make up the text after. Comparing the other way round
 * gives the same parts with deleted and inserted exchanged.
 *
 * <pre>{@code
 * TextComparison.of("Manages own work", "Manages own and others’ work")
 *     // Same "Manages own ", Inserted "and others’ ", Same "work"
 * }</pre>
 *
 * @param parts none empty, no two of a kind side by side, deleted before inserted; empty only for two empty texts
 */
public record TextComparison(List<Part> parts) {

    /** Beyond this many token pairs the differing middle is given as one change; far longer than any statement. */
    private static final long LARGEST_TABLE = 4_000_000;

    public TextComparison {
        parts = List.copyOf(parts);
    }

    /** A stretch of text. */
    public sealed interface Part {
        String text();
    }

    /** Stands in both texts. */
    public record Same(String text) implements Part {}

    /** Stands only in the text before. */
    public record Deleted(String text) implements Part {}

    /** Stands only in the text after. */
    public record Inserted(String text) implements Part {}

    public static TextComparison of(String before, String after) {
        if (before.equals(after)) {
            return new TextComparison(before.isEmpty() ? List.of() : List.of(new Same(before)));
        }
        // one direction decides for both, so that nobody sees two different accounts of the same change
        return before.compareTo(after) <= 0
                ? new TextComparison(parts(before, after))
                : new TextComparison(parts(after, before)).reversed();
    }

    public boolean isIdentical() {
        return parts.stream().allMatch(Same.class::isInstance);
    }

    public String before() {
        return joined(Inserted.class);
    }

    public String after() {
        return joined(Deleted.class);
    }

    /** How many words were taken out. */
    public long deletedWords() {
        return words(Deleted.class);
    }

    /** How many words were put in. */
    public long insertedWords() {
        return words(Inserted.class);
    }

    private String joined(Class<? extends Part> without) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (!without.isInstance(part)) {
                text.append(part.text());
            }
        }
        return text.toString();
    }

    private long words(Class<? extends Part> kind) {
        return parts.stream()
                .filter(kind::isInstance)
                .mapToLong(part -> Words.count(part.text()))
                .sum();
    }

    /** The same change told the other way round. */
    private TextComparison reversed() {
        var output = new Output();
        for (var part : parts) {
            switch (part) {
                case Same same -> output.same(same.text());
                case Deleted deleted -> output.change("", deleted.text());
                case Inserted inserted -> output.change(inserted.text(), "");
            }
        }
        return new TextComparison(output.finish());
    }

    private static List<Part> parts(String before, String after) {
        var a = Words.of(before);
        var b = Words.of(after);
        var match = match(a, b);
        forgetFragments(a, b, match);
        var output = new Output();
        var atBefore = 0;
        var atAfter = 0;
        for (var i = 0; i < a.size(); i++) {
            if (match[i] >= 0) {
                var same = a.get(i);
                var there = b.get(match[i]);
                output.gap(before.substring(atBefore, same.start()), after.substring(atAfter, there.start()));
                output.same(same.text());
                atBefore = same.end();
                atAfter = there.end();
            }
        }
        output.gap(before.substring(atBefore), after.substring(atAfter));
        return output.finish();
    }

    /** For each token before, the index of its equal after, or -1: the heaviest common subsequence. */
    private static int[] match(List<Words.Token> a, List<Words.Token> b) {
        var match = new int[a.size()];
        Arrays.fill(match, -1);
        var start = 0;
        while (start < a.size() && start < b.size() && equal(a.get(start), b.get(start))) {
            match[start] = start;
            start++;
        }
        var endA = a.size();
        var endB = b.size();
        while (endA > start && endB > start && equal(a.get(endA - 1), b.get(endB - 1))) {
            match[--endA] = --endB;
        }
        if ((long) (endA - start) * (endB - start) <= LARGEST_TABLE) {
            heaviest(a.subList(start, endA), b.subList(start, endB), match, start);
        }
        return match;
    }

    private static void heaviest(List<Words.Token> a, List<Words.Token> b, int[] match, int offset) {
        var best = new int[a.size() + 1][b.size() + 1];
        for (var i = a.size() - 1; i >= 0; i--) {
            var weight = a.get(i).weight();
            for (var j = b.size() - 1; j >= 0; j--) {
                var skip = Math.max(best[i + 1][j], best[i][j + 1]);
                best[i][j] = equal(a.get(i), b.get(j)) ? Math.max(skip, best[i + 1][j + 1] + weight) : skip;
            }
        }
        for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
            if (best[i][j] == best[i + 1][j]) {
                i++;
            } else if (best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                match[offset + i++] = offset + j++;
            }
        }
    }

    private static boolean equal(Words.Token one, Words.Token other) {
        return one.text().equals(other.text());
    }

    /**
     * Forgets short matches between larger changes: a lone "of" that happens to stand in two different sentences is
     * not worth breaking up the change that people should read.
     */
    private static void forgetFragments(List<Words.Token> a, List<Words.Token> b, int[] match) {
        boolean changed;
        do {
            changed = false;
            var i = 0;
            while (i < a.size()) {
                if (match[i] < 0) {
                    i++;
                    continue;
                }
                var end = i + 1;
                while (end < a.size() && match[end] == match[end - 1] + 1) {
                    end++;
                }
                var kept = weight(a, i, end);
                if (kept <= changeBefore(a, b, match, i) && kept <= changeAfter(a, b, match, end)) {
                    Arrays.fill(match, i, end, -1);
                    changed = true;
                }
                i = end;
            }
        } while (changed);
    }

    private static int changeBefore(List<Words.Token> a, List<Words.Token> b, int[] match, int start) {
        var from = start;
        while (from > 0 && match[from - 1] < 0) {
            from--;
        }
        var fromB = from == 0 ? 0 : match[from - 1] + 1;
        return Math.max(weight(a, from, start), weight(b, fromB, match[start]));
    }

    private static int changeAfter(List<Words.Token> a, List<Words.Token> b, int[] match, int end) {
        var to = end;
        while (to < a.size() && match[to] < 0) {
            to++;
        }
        var toB = to == a.size() ? b.size() : match[to];
        return Math.max(weight(a, end, to), weight(b, match[end - 1] + 1, toB));
    }

    private static int weight(List<Words.Token> tokens, int from, int to) {
        var sum = 0;
        for (var i = from; i < to; i++) {
            sum += tokens.get(i).weight();
        }
        return sum;
    }

    /** Joins stretches of a kind, and keeps the white space around a change out of it. */
    private static final class Output {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder same = new StringBuilder();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();

        void gap(String before, String after) {
            var shorter = Math.min(before.length(), after.length());
            var head = 0;
            while (head < shorter && before.charAt(head) == after.charAt(head) && blank(before.charAt(head))) {
                head++;
            }
            var tail = 0;
            while (tail < shorter - head
                    && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)
                    && blank(before.charAt(before.length() - 1 - tail))) {
                tail++;
            }
            same(before.substring(0, head));
            change(before.substring(head, before.length() - tail), after.substring(head, after.length() - tail));
            same(before.substring(before.length() - tail));
        }

        void same(String text) {
            if (!text.isEmpty()) {
                flushChange();
                same.append(text);
            }
        }

        void change(String before, String after) {
            if (!before.isEmpty() || !after.isEmpty()) {
                flushSame();
                deleted.append(before);
                inserted.append(after);
            }
        }

        List<Part> finish() {
            flushSame();
            flushChange();
            return parts;
        }

        private void flushSame() {
            if (!same.isEmpty()) {
                parts.add(new Same(same.toString()));
                same.setLength(0);
            }
        }

        private void flushChange() {
            if (!deleted.isEmpty()) {
                parts.add(new Deleted(deleted.toString()));
                deleted.setLength(0);
            }
            if (!inserted.isEmpty()) {
                parts.add(new Inserted(inserted.toString()));
                inserted.setLength(0);
            }
        }

        private static boolean blank(char c) {
            return Character.isWhitespace(c);
        }
    }
}
