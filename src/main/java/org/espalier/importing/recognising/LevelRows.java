package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import org.espalier.importing.outline.Span;

/** The rows of one level in a table of levels: a first row with its name, and the rows that go on with it. */
final class LevelRows {

    private static final double GARBLED = 0.4;
    private static final int FEWEST_WORDS = 4;
    private static final int TAIL_SLACK = 3;
    private static final int LONGEST_ITEM = 12;

    /**
     * What one row says in one column.
     *
     * @param items its parts when the format tells them apart
     * @param cut whether a page was cut between this row and the one before
     */
    record Piece(String text, List<String> items, Span span, boolean cut) {}

    private LevelRows() {}

    /** Items, and whether any of them was taken apart by its wording. */
    record Items(List<String> items, boolean uncertain) {}

    /** How the items of one kind of column run together. */
    interface Wording {
        boolean goesOn(String before, String after);

        List<String> split(String text);
    }

    static final Wording ROLES = new Wording() {
        @Override
        public boolean goesOn(String before, String after) {
            return RunTogether.roleGoesOn(before, after);
        }

        @Override
        public List<String> split(String text) {
            return RunTogether.roles(text);
        }
    };

    static final Wording REQUIREMENTS = new Wording() {
        @Override
        public boolean goesOn(String before, String after) {
            return RunTogether.goesOn(before, after);
        }

        @Override
        public List<String> split(String text) {
            return RunTogether.requirements(text);
        }
    };

    /** Paragraphs joined over page cuts and over rows that end within a sentence. */
    static List<String> paragraphs(List<Piece> pieces) {
        var paragraphs = new ArrayList<String>();
        for (var piece : pieces) {
            var parts = piece.items().size() > 1 ? piece.items() : List.of(piece.text());
            for (var i = 0; i < parts.size(); i++) {
                var part = parts.get(i);
                var open = !paragraphs.isEmpty()
                        && (!Phrase.endsSentence(paragraphs.getLast()) || Phrase.startsInLowerCase(part));
                if (!paragraphs.isEmpty() && i == 0 && (open || piece.cut())) {
                    paragraphs.add(paragraphs.removeLast() + " " + part);
                } else {
                    paragraphs.add(part);
                }
            }
        }
        return paragraphs;
    }

    /** Items told apart by the format, else by their wording. */
    static Items items(List<Piece> pieces, Wording wording) {
        var items = new ArrayList<String>();
        var uncertain = false;
        var open = new StringBuilder();
        var joined = false;
        for (var piece : pieces) {
            var separated = piece.items().size() > 1 ? piece.items() : separated(piece.text(), wording);
            if (separated.size() > 1) {
                uncertain |= flush(open, joined, items, wording);
                joined = false;
                items.addAll(separated);
            } else if (!open.isEmpty() && wording.goesOn(open.toString(), piece.text())) {
                open.append(' ').append(piece.text());
                joined = true;
            } else {
                uncertain |= flush(open, joined, items, wording);
                joined = false;
                open.append(piece.text());
            }
        }
        uncertain |= flush(open, joined, items, wording);
        return new Items(items, uncertain);
    }

    /** The items between marks, if that tells all of them apart. */
    private static List<String> separated(String text, Wording wording) {
        var items = Separators.apart(text);
        return items.stream().allMatch(item -> wording.split(item).size() == 1) ? items : List.of(text);
    }

    private static boolean flush(StringBuilder open, boolean joined, List<String> items, Wording wording) {
        if (open.isEmpty()) {
            return false;
        }
        var split = wording.split(open.toString());
        open.setLength(0);
        items.addAll(split);
        return joined || split.size() > 1 || Phrase.wordCount(split.getFirst()) > LONGEST_ITEM;
    }

    /** Whether a piece says the end of the text before it once more, in garbled words. */
    static boolean garbles(String before, String piece) {
        var words = Phrase.words(piece);
        if (!Phrase.endsSentence(before) || !Phrase.startsInLowerCase(piece) || words.size() < FEWEST_WORDS) {
            return false;
        }
        var all = Phrase.words(before);
        var tail = all.subList(Math.max(0, all.size() - words.size() - TAIL_SLACK), all.size());
        return Likeness.inCommon(tail, words) >= words.size() * GARBLED;
    }
}
