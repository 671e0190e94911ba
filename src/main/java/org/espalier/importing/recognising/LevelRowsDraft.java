package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.LevelRows.Piece;
import org.espalier.importing.recognising.LevelsAsRows.RowTable;
import org.espalier.importing.recognising.Vocabulary.Field;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/** Makes a draft of tables whose rows are levels. */
final class LevelRowsDraft {

    private final Draft draft;
    private final List<RowTable> tables;
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private final Slug.Unique levelIds = new Slug.Unique();
    private @Nullable Level current;
    private int lastLine;

    /** A level with what its rows say, column by column. */
    private record Level(LevelDraft draft, Map<Integer, List<Piece>> pieces, List<Grid.Row> rows) {}

    LevelRowsDraft(DocumentOutline outline, List<RowTable> tables) {
        this.draft = new Draft(outline);
        this.tables = tables;
    }

    Draft draft() {
        for (var i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            var header = table.grid().rows().getFirst().span();
            if (i > 0) {
                draft.leaveOut(header, "repeated-heading");
            }
            for (var row : table.body()) {
                if (table.repeatsHeader(row)) {
                    draft.leaveOut(row.span(), "repeated-heading");
                } else if (row.filled() > 0) {
                    read(row, table.names());
                }
            }
        }
        levels.values().forEach(level -> fill(level, tables.getFirst().names()));
        groups(tables.getFirst().names());
        levels.values().forEach(level -> draft.levels.add(level.draft().entry(draft)));
        draft.leaveOut(tables.getFirst().grid().rows().getFirst().span(), "column-headings");
        if (draft.levels.stream().noneMatch(level -> LevelWords.name(level.name()))) {
            draft.warn(
                    "levels-inferred",
                    "No word here says that these rows are levels. Their columns are those of levels, so they are taken"
                            + " as such; check it.",
                    tables.getFirst().grid().rows().getFirst().span());
        }
        return draft;
    }

    private void read(Grid.Row row, List<String> names) {
        if (current != null && row.slots().size() == 1 && !LevelWords.name(row.text(0))) {
            goOn(current, row, names.size() - 1);
            return;
        }
        var name = row.slot(0).reach() == Grid.Reach.FROM_ABOVE ? "" : row.text(0);
        if (!name.isBlank()) {
            var key = Phrase.key(name.replaceFirst("(?i)\\s*\\((?:continued|cont\\.?|cont’d)\\)$", ""));
            current = levels.computeIfAbsent(
                    key, unseen -> new Level(level(name, names), new LinkedHashMap<>(), new ArrayList<>()));
        }
        if (current == null) {
            return;
        }
        var cut = lastLine > 0 && cutBetween(lastLine, row.span().first());
        lastLine = row.span().last();
        current.rows().add(row);
        current.draft().standsAt(row.span());
        for (var column = 1; column < row.slots().size(); column++) {
            var slot = row.slot(column);
            if (!slot.text().isBlank() && slot.reach() == Grid.Reach.OWN) {
                current.pieces()
                        .computeIfAbsent(column, unseen -> new ArrayList<>())
                        .add(new Piece(slot.text(), slot.items(), row.span(), cut));
            }
        }
    }

    /** A line without cells goes on with the last cell of the line before it. */
    private void goOn(Level level, Grid.Row row, int column) {
        lastLine = row.span().last();
        level.rows().add(row);
        level.draft().standsAt(row.span());
        level.pieces()
                .computeIfAbsent(column, unseen -> new ArrayList<>())
                .add(new Piece(row.text(0), row.slot(0).items(), row.span(), false));
    }

    /** Whether furniture, such as a repeated header, stands between two lines: a page was cut there. */
    private boolean cutBetween(int before, int after) {
        return draft.outline.blocks().stream()
                        .anyMatch(block -> block instanceof Block.Furniture
                                && block.span().first() > before
                                && block.span().last() < after)
                || tables.stream().skip(1).anyMatch(table -> {
                    var first = table.grid().rows().getFirst().span().first();
                    return first > before && first < after;
                });
    }

    private LevelDraft level(String name, List<String> names) {
        var parsed = LevelName.of(name);
        var code = parsed.map(LevelName::code).orElse(null);
        var level = new LevelDraft(
                levelIds.of(code == null ? name : code),
                code,
                parsed.isPresent() ? parsed.get().title() : name);
        parsed.filter(numbered -> numbered.word().equals("level")
                        && Phrase.key(names.getFirst()).contains("career framework level")
                        && numbered.rank() >= 1
                        && numbered.rank() <= 9)
                .ifPresent(numbered -> level.careerFrameworkLevels.add(numbered.rank()));
        return level;
    }

    private void fill(Level level, List<String> names) {
        level.pieces().forEach((column, pieces) -> {
            var name = column < names.size() ? names.get(column) : "";
            var kept = withoutGarbled(pieces);
            if (Phrase.key(name).matches("title|name|level (?:title|name)") && level.draft().title == null) {
                level.draft().title = kept.getFirst().text();
                return;
            }
            Vocabulary.field(name).ifPresent(field -> fill(level, field, kept));
        });
    }

    private void fill(Level level, Field field, List<Piece> pieces) {
        var into = level.draft().field(field);
        switch (field) {
            case DESCRIPTOR -> into.addAll(LevelRows.paragraphs(pieces));
            case JOB_DESCRIPTION ->
                pieces.forEach(piece -> into.addAll(
                        MatrixStatements.items(new Grid.Slot(piece.text(), piece.items(), Grid.Reach.OWN))));
            case REQUIREMENTS -> into.addAll(split(level, "requirements", pieces, LevelRows.REQUIREMENTS));
            case ROLES -> into.addAll(split(level, "example roles", pieces, LevelRows.ROLES));
        }
    }

    private List<String> split(Level level, String what, List<Piece> pieces, LevelRows.Wording wording) {
        var items = LevelRows.items(pieces, wording);
        if (items.uncertain()) {
            draft.warn(
                    "uncertain-split",
                    "The " + what + " of “" + level.draft().title
                            + "” ran together in the source. They were taken apart by their wording; check each.",
                    pieces.getFirst().span().through(pieces.getLast().span()));
        }
        return items.items();
    }

    /** Leaves out a piece that says the end of the one before once more in garbled words. */
    private List<Piece> withoutGarbled(List<Piece> pieces) {
        var kept = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (!kept.isEmpty() && LevelRows.garbles(kept.getLast().text(), piece.text())) {
                draft.leaveOut(piece.span(), "garbled-duplicate", piece.text());
                draft.warn(
                        "garbled-duplicate",
                        "This line repeats the end of the line before it in garbled words. It was left out.",
                        piece.span());
            } else {
                kept.add(piece);
            }
        }
        return kept;
    }

    /** Columns that are no field of a level are groups: their cells are statements. */
    private void groups(List<String> names) {
        var statements = new MatrixStatements(draft);
        var ids = new Slug.Unique();
        var groups = new ArrayList<GroupDraft>();
        Span header = tables.getFirst().grid().rows().getFirst().span();
        IntStream.range(1, names.size())
                .filter(column -> !names.get(column).isBlank()
                        && Vocabulary.field(names.get(column)).isEmpty()
                        && !Phrase.key(names.get(column)).matches("title|name|level (?:title|name)"))
                .forEach(column -> {
                    var group = GroupNames.draft(names.get(column), ids);
                    group.standsAt(header);
                    groups.add(group);
                    for (var level : levels.values()) {
                        for (var i = 0; i < level.rows().size(); i++) {
                            statements.add(
                                    level.draft(),
                                    group,
                                    Kind.EXPECTATION,
                                    level.rows().get(i),
                                    column,
                                    i > 0);
                        }
                    }
                });
        Pillar.mark(groups);
        statements.finish(groups, levels.values().stream().map(Level::draft).toList());
        groups.forEach(group -> draft.groups.add(group.entry(draft)));
    }
}
