package org.espalier.importing.reviewing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/**
 * What an author should look at, most doubtful first: warnings, lines that nothing recognised, columns that could only
 * be guessed; then what is good to know.
 */
public record ReviewQueue(
        List<Annotation> warnings, List<LeftOut> unrecognised, List<Guess> guesses, List<Annotation> notes) {

    /** Reasons for leaving a line out that say no more than that nobody knew what it was. */
    private static final Set<String> UNKNOWN = Set.of("not-recognised", "unrecognised", "unknown");

    /** Statements of one level and group whose column was guessed. */
    public record Guess(@Nullable String level, @Nullable String group, List<StatementEntry> statements) {}

    private record Cell(@Nullable String level, @Nullable String group) {}

    /** The queue of a document as it stands. */
    public static ReviewQueue of(FrameworkDocument document) {
        var cells = new LinkedHashMap<Cell, List<StatementEntry>>();
        for (var statement : document.statements()) {
            if (!statement.facetCertain()) {
                cells.computeIfAbsent(new Cell(statement.level(), statement.group()), cell -> new ArrayList<>())
                        .add(statement);
            }
        }
        return new ReviewQueue(
                document.annotations().stream()
                        .filter(a -> a.severity() == Annotation.Severity.WARNING)
                        .toList(),
                document.leftOut().stream()
                        .filter(left -> UNKNOWN.contains(left.reason()))
                        .toList(),
                cells.entrySet().stream()
                        .map(cell ->
                                new Guess(cell.getKey().level(), cell.getKey().group(), List.copyOf(cell.getValue())))
                        .toList(),
                document.annotations().stream()
                        .filter(a -> a.severity() == Annotation.Severity.NOTE)
                        .toList());
    }

    /** How many places wait for a decision. */
    public int size() {
        return warnings.size()
                + unrecognised.size()
                + guesses.stream().mapToInt(guess -> guess.statements().size()).sum();
    }
}
