package org.espalier.importing.recognising;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** How the levels add up: as a sentence of the document says, or as its statements show. */
final class Progressions {

    private static final String LEVEL = "(?:level|stage|band|tier|grade|step|phase|rung|year)s?(?: of practice)?";
    private static final Pattern CUMULATIVE = Pattern.compile("(?i).*(?:"
            + "\\b(?:builds?|building|add(?:s|ing)?|extends?)\\b(?: \\w+){0,2} (?:up)?(?:on|to)\\b(?: \\w+){0,3} (?:the )?(?:one|ones|"
            + LEVEL
            + "|previous|preceding)\\b(?: \\w+){0,2} ?(?:before|below|beneath|previous|preceding|earlier|lower)?\\b"
            + "|\\b(?:in addition to|as well as|includes?|assumes?|encompass\\w*)\\b(?: \\w+){0,8} (?:previous|preceding|lower|earlier|all) "
            + LEVEL
            + "|\\b" + LEVEL + " (?:are|is) cumulative\\b).*");
    private static final Pattern ABOUT_LEVELS = Pattern.compile(
            "(?i).*\\b(?:each|every|all|successive|the|higher|subsequent) (?:\\w+ ){0,2}" + LEVEL + "\\b.*");
    private static final Pattern NOT =
            Pattern.compile("(?i).*\\b(?:not|never|rather than|instead of)\\b.*\\b(?:build|add|cumulative).*");
    private static final Pattern RESTATED = Pattern.compile(
            "(?i).*\\b(?:each|every) (?:\\w+ ){0,2}" + LEVEL
                    + "\\b.*\\b(?:stands? (?:alone|on its own)|complete in itself|in full|self[- ]contained|restates?|states? again)\\b.*");
    private static final double ALIKE = 0.6;
    private static final double SHARE = 0.3;

    private Progressions() {}

    static void read(Draft draft) {
        if (draft.progressionBasis != null || draft.levels.size() < 2) {
            return;
        }
        if (draft.progression != Progression.CUMULATIVE && state(draft, RESTATED, Progression.RESTATED)) {
            return;
        }
        if (draft.progression != Progression.RESTATED && state(draft, CUMULATIVE, Progression.CUMULATIVE)) {
            return;
        }
        if (draft.progression == Progression.UNSTATED && overlap(draft) >= SHARE) {
            draft.progression = Progression.RESTATED;
            draft.note(
                    "progression-inferred",
                    "The levels repeat or reword each other's statements, so each level is taken to state all it"
                            + " expects. The document does not say so itself.",
                    null);
        }
    }

    private record Quote(String text, Span span) {}

    private static boolean state(Draft draft, Pattern saying, Progression progression) {
        Optional<Quote> quote = draft.outline.blocks().stream()
                .flatMap(block -> quotes(block).stream())
                .filter(sentence -> saying.matcher(sentence.text()).matches()
                        && ABOUT_LEVELS.matcher(sentence.text()).matches()
                        && (progression == Progression.RESTATED
                                || !NOT.matcher(sentence.text()).matches()))
                .findFirst();
        quote.ifPresent(sentence -> {
            draft.progression = progression;
            draft.progressionBasis = sentence.text();
            draft.progressionSource = draft.place(sentence.span());
        });
        return quote.isPresent();
    }

    private static List<Quote> quotes(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> quotes(paragraph.text(), paragraph.lines(), paragraph.span());
            case Block.ListItem item -> quotes(item.text(), item.lines(), item.span());
            case Block.Heading heading -> List.of();
            case Block.Table table -> List.of();
            case Block.Furniture furniture -> List.of();
        };
    }

    private static List<Quote> quotes(String text, List<Block.Line> lines, Span span) {
        var sentences = BreakIterator.getSentenceInstance(Locale.UK);
        sentences.setText(text);
        var quotes = new ArrayList<Quote>();
        var start = sentences.first();
        for (var end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            var sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                quotes.add(new Quote(sentence, lines(text, start, end, lines, span)));
            }
        }
        return quotes;
    }

    /** The lines in which this stretch of the text stands. */
    private static Span lines(String text, int start, int end, List<Block.Line> lines, Span span) {
        var first = span.first();
        var last = span.last();
        var from = 0;
        var begun = false;
        for (var line : lines) {
            var at = text.indexOf(line.text(), from);
            if (at < 0) {
                return span;
            }
            from = at + line.text().length();
            if (!begun && from > start) {
                first = line.number();
                begun = true;
            }
            if (at < end) {
                last = line.number();
            }
        }
        return first <= last ? new Span(first, last) : span;
    }

    /** The share of the higher levels' statements that repeat or reword one of the level before, in the same group. */
    private static double overlap(Draft draft) {
        var stated = draft.statements.stream()
                .filter(statement -> statement.state() == State.STATED && statement.text() != null)
                .toList();
        var alike = 0;
        var all = 0;
        for (var i = 1; i < draft.levels.size(); i++) {
            var before = at(stated, draft.levels.get(i - 1).id());
            for (var statement : at(stated, draft.levels.get(i).id())) {
                all++;
                alike += before.stream().anyMatch(other -> alike(statement, other)) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) alike / all;
    }

    private static List<StatementEntry> at(List<StatementEntry> statements, String level) {
        return statements.stream()
                .filter(statement -> level.equals(statement.level()))
                .toList();
    }

    private static boolean alike(StatementEntry one, StatementEntry other) {
        @Nullable String text = one.text();
        @Nullable String before = other.text();
        return Objects.equals(one.group(), other.group())
                && text != null
                && before != null
                && (text.equals(before) || Likeness.of(text, before) >= ALIKE);
    }
}
