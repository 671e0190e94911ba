package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;

/**
 * Documents whose tables have a row for each competency and a column for each level; one table for each domain under its
 * heading, or one table with rows for the domains. Further columns may hold what a provider says.
 */
final class LevelsAsColumns implements Recogniser {

    private static final double SURE = 0.95;
    private static final double LIKELY = 0.7;

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        var blocks = outline.blocks().stream()
                .filter(block -> !(block instanceof Block.Furniture))
                .toList();
        var tables = IntStream.range(0, blocks.size())
                .boxed()
                .flatMap(index -> blocks.get(index) instanceof Block.Table table
                        ? LevelTable.of(index, table).stream()
                        : Stream.empty())
                .toList();
        var roles = ColumnRoles.of(candidates(tables));
        var matrix = tables.stream()
                .filter(table -> table.named().stream()
                                .filter(column -> roles.level(column.name()))
                                .count()
                        >= 2)
                .toList();
        if (matrix.isEmpty()) {
            return Optional.empty();
        }
        var draft = new MatrixDraft(outline, blocks, matrix, roles).draft();
        return draft.statements.isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidate(roles.sure() ? SURE : LIKELY, draft.document()));
    }

    /** Tables that could be matrices: no list of levels downwards, and more than one column that may be one. */
    private static List<LevelTable> candidates(List<LevelTable> tables) {
        var candidates = new ArrayList<LevelTable>();
        for (var table : tables) {
            var possible = table.named().stream()
                    .filter(column -> LevelWords.name(column.name()) || LevelWords.possibleName(column.name()))
                    .count();
            if (!table.levelsDownwards() && possible >= 2) {
                candidates.add(table);
            }
        }
        return candidates;
    }
}
