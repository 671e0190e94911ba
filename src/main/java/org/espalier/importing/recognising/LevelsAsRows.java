package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;

/**
 * Documents with a table in which each row is a level: its name, then its descriptor, what it requires, the roles at it,
 * or what each pillar expects. Pages may cut the table, with its header repeated, and a row, with its first cell blank.
 */
final class LevelsAsRows implements Recogniser {

    private static final double CONFIDENCE = 0.9;
    private static final int FEWEST_FIELDS = 2;

    /** A table of levels with its header row. */
    record RowTable(Grid grid, List<String> names) {

        List<Grid.Row> body() {
            return grid.rows().subList(1, grid.rows().size());
        }

        boolean repeatsHeader(Grid.Row row) {
            return Phrase.key(row.joined())
                    .equals(Phrase.key(grid.rows().getFirst().joined()));
        }
    }

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        var tables = new ArrayList<RowTable>();
        for (var block : outline.blocks()) {
            if (block instanceof Block.Table table && !table.rows().isEmpty()) {
                read(table, tables);
            }
        }
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        var draft = new LevelRowsDraft(outline, tables).draft();
        return draft.levels.size() < 2 ? Optional.empty() : Optional.of(new Candidate(CONFIDENCE, draft.document()));
    }

    /** Takes a table of levels, or one with the same header or as many columns that goes on with it. */
    private static void read(Block.Table table, List<RowTable> tables) {
        var grid = Grid.of(table);
        var names = grid.rows().getFirst().slots().stream().map(Grid.Slot::text).toList();
        var same = !tables.isEmpty()
                && Phrase.key(String.join(" ", tables.getFirst().names())).equals(Phrase.key(String.join(" ", names)));
        if (same || (tables.isEmpty() && ofLevels(grid, names))) {
            tables.add(new RowTable(grid, names));
        }
    }

    private static boolean ofLevels(Grid grid, List<String> names) {
        if (names.size() < 2 || grid.rows().size() < 3) {
            return false;
        }
        var body = grid.rows().subList(1, grid.rows().size());
        var firsts = body.stream()
                .map(row -> row.text(0))
                .filter(text -> !text.isBlank())
                .toList();
        var levels = firsts.stream().filter(LevelWords::name).count();
        var distinct = firsts.stream().map(Phrase::key).distinct().count();
        var fields = names.stream()
                .skip(1)
                .filter(name -> Vocabulary.field(name).isPresent())
                .count();
        var others = names.stream()
                .skip(1)
                .filter(name -> !name.isBlank() && !LevelWords.name(name))
                .count();
        return others > 0
                && firsts.size() >= 2
                && distinct == firsts.size()
                && (levels * 2 > firsts.size()
                        || (fields >= FEWEST_FIELDS && firsts.stream().allMatch(LevelWords::possibleName)))
                && (LevelWords.levelColumn(names.getFirst()) || fields > 0 || levels == firsts.size());
    }
}
