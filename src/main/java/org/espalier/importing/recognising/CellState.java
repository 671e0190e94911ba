package org.espalier.importing.recognising;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.framework.format.StatementEntry.State;

/** What a cell of a matrix says: something, nothing, that it does not apply, or what another cell says. */
final class CellState {

    private static final Pattern NOT_APPLICABLE =
            Pattern.compile("(?i)(?:n\\s?/\\s?a|n\\.a\\.?|not applicable|does not apply|amherthnasol)\\.?");
    private static final Pattern WORDLESS = Pattern.compile("[^\\p{L}\\p{N}]*");
    private static final Pattern INHERITED = Pattern.compile(
            "(?i)(?:(?:the )?same as|as (?:for|in|at|per)?|see|ditto|fel)\\s*(?<other>above|before|previous.*|.*)\\.?");

    private static final Pattern TICK = Pattern.compile("(?i)[✓✔☑√●•⬤■✅]|x|y|yes|ydw|ie");
    private static final Pattern NO_TICK = Pattern.compile("(?i)[^\\p{L}\\p{N}]*|n|no|na");

    private CellState() {}

    /** Whether a cell says no more than that what its row names is expected. */
    static boolean ticked(String text) {
        return TICK.matcher(text.strip()).matches();
    }

    /** Whether a cell could stand beside ticks: one, or none. */
    static boolean tickOrNone(String text) {
        return ticked(text) || NO_TICK.matcher(text.strip()).matches() || of(text) == State.NOT_APPLICABLE;
    }

    static State of(String text) {
        if (WORDLESS.matcher(text).matches()) {
            return State.BLANK;
        }
        return NOT_APPLICABLE.matcher(text.strip()).matches() ? State.NOT_APPLICABLE : State.STATED;
    }

    /** Whether a stated cell says no more than "as level 2" or "same as above". */
    static boolean inherited(String text, List<String> levelNames) {
        return Optional.of(INHERITED.matcher(text.strip()))
                .filter(matcher -> matcher.matches() && Phrase.wordCount(text) <= 8)
                .map(matcher -> Phrase.key(matcher.group("other")))
                .filter(other -> other.isEmpty()
                        || other.matches(
                                "above|before|previous.*|.*\\b(?:level|stage|band|tier|grade|step|phase)s?\\b.*")
                        || levelNames.stream().anyMatch(name -> other.contains(Phrase.key(name))))
                .isPresent();
    }
}
