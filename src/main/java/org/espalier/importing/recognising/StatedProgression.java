package org.espalier.importing.recognising;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;

/**
 * The sentence in which a document says that each of its levels adds to those below it.
 *
 * @param sentence as printed, line wraps joined
 */
record StatedProgression(String sentence, Span span) {

    private static final String LEVEL = "(?:levels?|bands?|stages?|steps?|tiers?|grades?|phases?|ones?|rungs?)";
    private static final String LOWER = "(?:before|below|beneath|previous|preceding|prior|earlier|lower)";
    private static final Pattern BUILDS = Pattern.compile(
            "(?i).*\\b(?:builds?|building|adds?|adding|extends?|expands?|in addition)\\b.*\\b(?:on|upon|to|from)\\b.*\\b(?:"
                    + LEVEL + "\\b.{0,40}\\b" + LOWER + "|" + LOWER + "\\b.{0,40}\\b" + LEVEL + ")\\b.*");
    private static final Pattern OF_ALL_LEVELS =
            Pattern.compile("(?i).*\\b(?:each|every|all|successive|subsequent|higher|next)\\b.*\\b" + LEVEL + "\\b.*");
    private static final Pattern INCLUDES =
            Pattern.compile("(?i).*\\b(?:each|every|all|higher|next|subsequent|successive)\\b.*\\b"
                    + LEVEL
                    + "\\b.*\\b(?:includes?|incorporates?|subsumes?|encompass\\w*|assumes?|presumes?|as well as|in addition to|all of)\\b.*\\b"
                    + LOWER + "\\b.*");
    private static final Pattern WELSH = Pattern.compile(
            "(?i).*\\b[pb]ob (?:lefel|cam|haen|cyfnod|gradd)\\b.*\\b(?:adeiladu|ychwanegu)\\b.*\\b(?:flaenorol|blaenorol|islaw|cynt)\\b.*");
    private static final Pattern CUMULATIVE = Pattern.compile(
            "(?i).*\\b(?:levels?|bands?|stages?|steps?|tiers?|grades?)\\b.*\\b(?:is|are)\\s+cumulative\\b.*");

    /** The first such sentence in the running text of these blocks. */
    static Optional<StatedProgression> in(List<Block> blocks) {
        return in(blocks, StatedProgression::states);
    }

    /** The first sentence in the running text of these blocks that says such a thing. */
    static Optional<StatedProgression> in(List<Block> blocks, Predicate<String> saying) {
        for (var block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                var found = in(paragraph, saying);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<StatedProgression> in(Block.Paragraph paragraph, Predicate<String> saying) {
        var sentences = BreakIterator.getSentenceInstance(Locale.UK);
        sentences.setText(paragraph.text());
        var start = 0;
        for (var end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            var sentence = paragraph.text().substring(start, end).strip();
            if (saying.test(sentence)) {
                return Optional.of(new StatedProgression(sentence, lines(paragraph, start, end)));
            }
        }
        return Optional.empty();
    }

    private static boolean states(String sentence) {
        return sentence.length() < 600
                && (BUILDS.matcher(sentence).matches()
                                && OF_ALL_LEVELS.matcher(sentence).matches()
                        || INCLUDES.matcher(sentence).matches()
                        || WELSH.matcher(sentence).matches()
                        || CUMULATIVE.matcher(sentence).matches());
    }

    /** The lines that hold the characters from start to end of a paragraph's text. */
    private static Span lines(Block.Paragraph paragraph, int start, int end) {
        var before = letters(paragraph.text().substring(0, start));
        var until = letters(paragraph.text().substring(0, end));
        var first = paragraph.span().last();
        var last = paragraph.span().first();
        var seen = 0;
        for (var line : paragraph.lines()) {
            var from = seen;
            seen += letters(line.text());
            if (seen > before && from < until) {
                first = Math.min(first, line.number());
                last = Math.max(last, line.number());
            }
        }
        return last < first ? paragraph.span() : new Span(first, last);
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    }
}
