package org.espalier.importing.recognising;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** How the levels add up: as a sentence of the document says, or as its statements show. */
final class Progressions {

    private static final String LEVEL = "(?:level|stage|band|tier|grade|step|phase|rung|year)s?(?: of practice)?";
    private static final Pattern RESTATED = Pattern.compile(
            "(?i).*\\b(?:each|every) (?:\\w+ ){0,2}" + LEVEL
                    + "\\b.*\\b(?:stands? (?:alone|on its own)|complete in itself|in full|self[- ]contained|restates?|states? again)\\b.*");
    private static final double ALIKE = 0.6;
    private static final double SHARE = 0.3;
    private static final int FEWEST = 3;

    private Progressions() {}

    static void read(Draft draft) {
        if (draft.progressionBasis != null || draft.levels.size() < 2) {
            return;
        }
        var restated = sentence(draft, RESTATED);
        var cumulative = StatedProgression.in(draft.outline.blocks());
        if (restated.isPresent() && draft.progression != Progression.CUMULATIVE) {
            state(draft, Progression.RESTATED, restated.get());
        } else if (cumulative.isPresent() && draft.progression != Progression.RESTATED) {
            state(draft, Progression.CUMULATIVE, cumulative.get());
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

    /** Leaves out what else stands in the lines that the quotation was taken from. */
    static void leaveOutTheRest(Draft draft) {
        var place = draft.progressionSource;
        var quoted = draft.progressionBasis;
        if (place == null || quoted == null) {
            return;
        }
        var first = draft.outline.lines().get(place.line() - 1).text().strip();
        var last = draft.outline.lines().get(place.endLine() - 1).text().strip();
        var before = first.substring(0, Math.max(0, first.indexOf(beginning(quoted, first))));
        var ending = ending(quoted, last);
        var after = last.substring(Math.min(last.length(), last.lastIndexOf(ending) + ending.length()));
        if (!before.isBlank()) {
            draft.leaveOut(new Span(place.line(), place.line()), "introduction", before.strip());
        }
        if (!after.isBlank() && !ending.isEmpty()) {
            draft.leaveOut(new Span(place.endLine(), place.endLine()), "introduction", after.strip());
        }
    }

    /** As much of the beginning of a quotation as stands in a line. */
    private static String beginning(String quoted, String line) {
        var length = quoted.length();
        while (length > 0 && !line.contains(quoted.substring(0, length))) {
            length--;
        }
        return quoted.substring(0, length);
    }

    private static String ending(String quoted, String line) {
        var from = 0;
        while (from < quoted.length() && !line.contains(quoted.substring(from))) {
            from++;
        }
        return quoted.substring(from);
    }

    private static void state(Draft draft, Progression progression, StatedProgression said) {
        draft.progression = progression;
        draft.progressionBasis = said.sentence();
        draft.progressionSource = draft.place(said.span());
    }

    private static Optional<StatedProgression> sentence(Draft draft, Pattern pattern) {
        return StatedProgression.in(
                draft.outline.blocks(), text -> pattern.matcher(text).matches());
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
        return alike < FEWEST ? 0 : (double) alike / all;
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
