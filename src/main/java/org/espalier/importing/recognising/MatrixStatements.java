package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.espalier.framework.format.At;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.outline.Span;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/** The cells of a matrix as statements. */
final class MatrixStatements {

    private final Draft draft;
    private final List<Cell> cells = new ArrayList<>();

    MatrixStatements(Draft draft) {
        this.draft = draft;
    }

    /** One statement to be. */
    private record Cell(
            @Nullable LevelDraft level,
            @Nullable GroupDraft group,
            @Nullable String code,
            Kind kind,
            State state,
            @Nullable String text,
            List<Span> spans) {

        boolean endsSentence() {
            return text != null && Phrase.endsSentence(text);
        }

        Cell with(String next, Span span) {
            return new Cell(
                    level,
                    group,
                    code,
                    kind,
                    State.STATED,
                    text == null ? next : text + " " + next,
                    Stream.concat(spans.stream(), Stream.of(span)).toList());
        }
    }

    /** Adds what a row says for a level; a row that goes on with the one before it may finish a statement. */
    void add(LevelDraft level, @Nullable GroupDraft group, Kind kind, Grid.Row row, int column, boolean continued) {
        var slot = row.slot(column);
        var state = CellState.of(slot.text());
        if (continued && state == State.BLANK) {
            return;
        }
        if (slot.reach() != Grid.Reach.OWN && state == State.STATED) {
            draft.note(
                    "merged-cell",
                    "This cell covers several places of the table. What it says is taken to hold in each of them.",
                    row.span());
        }
        var open = continued ? last(level, group) : -1;
        for (var text : items(slot)) {
            if (open >= 0 && unfinished(open, text)) {
                cells.set(open, cells.get(open).with(text, row.span()));
            } else {
                cells.add(new Cell(level, group, null, kind, state, text.isEmpty() ? null : text, List.of(row.span())));
            }
            open = -1;
        }
    }

    /** Adds what a row names, or that a level does not ask for it. */
    void tick(LevelDraft level, @Nullable GroupDraft group, Kind kind, Grid.Row row, @Nullable String text) {
        cells.add(new Cell(
                level, group, null, kind, text == null ? State.BLANK : State.STATED, text, List.of(row.span())));
    }

    /** Adds a row that is one statement, with its own code if it has one. */
    void add(
            @Nullable LevelDraft level,
            @Nullable GroupDraft group,
            @Nullable String code,
            Kind kind,
            Grid.Row row,
            int column) {
        var state = CellState.of(row.text(column));
        for (var text : items(row.slot(column))) {
            cells.add(new Cell(level, group, code, kind, state, text.isEmpty() ? null : text, List.of(row.span())));
        }
    }

    /** Whether these words finish the statement; a missing full stop says so only where statements have them. */
    private boolean unfinished(int open, String next) {
        var cell = cells.get(open);
        if (cell.text() == null || Phrase.startsInLowerCase(next)) {
            return cell.text() != null;
        }
        var others = cells.stream()
                .filter(other -> other != cell && other.text() != null)
                .toList();
        return !cell.endsSentence()
                && 2 * others.stream().filter(Cell::endsSentence).count() >= others.size();
    }

    private int last(LevelDraft level, @Nullable GroupDraft group) {
        for (var i = cells.size() - 1; i >= 0; i--) {
            if (cells.get(i).level() == level && cells.get(i).group() == group) {
                return i;
            }
        }
        return -1;
    }

    /** The items of a cell: those that the format tells apart, or those behind bullets; else the cell as one. */
    static List<String> items(Grid.Slot slot) {
        if (slot.items().size() > 1) {
            return slot.items().stream()
                    .map(MatrixStatements::unbulleted)
                    .filter(item -> !item.isBlank())
                    .toList();
        }
        var pieces = Stream.of(slot.text().split("(?:^|\\s+)[•●▪◦‣]\\s+"))
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
        return pieces.isEmpty() ? List.of("") : pieces;
    }

    private static String unbulleted(String text) {
        return text.replaceFirst("^[•●▪◦‣·*–-]\\s+", "").strip();
    }

    /** Writes the statements to the draft in the order of the groups and, within a group, of the levels. */
    void finish(List<GroupDraft> roots, Collection<LevelDraft> levels) {
        var order = new HashMap<GroupDraft, Integer>();
        number(roots, order);
        var levelOrder = List.copyOf(levels);
        Comparator<Cell> byGroup = Comparator.comparingInt(
                cell -> cell.group() == null ? -1 : order.getOrDefault(cell.group(), Integer.MAX_VALUE));
        cells.sort(byGroup.thenComparingInt(cell -> cell.level() == null ? -1 : levelOrder.indexOf(cell.level())));
        var counts = new HashMap<String, Integer>();
        cells.forEach(cell -> counts.merge(base(cell), 1, Integer::sum));
        var used = new HashMap<String, Integer>();
        var ids = new Slug.Unique();
        for (var cell : cells) {
            var base = base(cell);
            var single = Objects.equals(counts.get(base), 1);
            draft.statements.add(
                    statement(cell, ids.of(single ? base : base + "-" + used.merge(base, 1, Integer::sum))));
        }
        inherited();
    }

    private static void number(List<GroupDraft> groups, Map<GroupDraft, Integer> order) {
        for (var group : groups) {
            order.put(group, order.size());
            number(group.groups, order);
        }
    }

    private static String base(Cell cell) {
        var group = cell.group();
        var named = cell.code() != null && !cell.code().isBlank()
                ? cell.code()
                : group == null ? null : group.code == null ? group.id : group.code;
        var level = cell.level() == null ? null : cell.level().id;
        var parts = Stream.of(level, named).filter(Objects::nonNull).toList();
        return parts.isEmpty() ? "item" : String.join("-", parts);
    }

    private StatementEntry statement(Cell cell, String id) {
        List<At> also = draft.at(cell.spans().subList(1, cell.spans().size()));
        return new StatementEntry(
                id,
                cell.level() == null ? null : cell.level().id,
                cell.group() == null ? null : cell.group().id,
                null,
                true,
                cell.kind(),
                cell.state(),
                cell.text(),
                null,
                null,
                draft.place(cell.spans().getFirst()),
                also);
    }

    private void inherited() {
        var names = cells.stream()
                .map(cell -> cell.level())
                .distinct()
                .flatMap(level -> level == null ? Stream.empty() : Stream.of(level.code, level.title))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        for (var cell : cells) {
            if (cell.text() != null && cell.state() == State.STATED && CellState.inherited(cell.text(), names)) {
                draft.warn(
                        "inherited-cell",
                        "This cell says “" + cell.text()
                                + "”: it takes its wording from another cell. Write out what it means, or leave it.",
                        cell.spans().getFirst());
            }
        }
    }
}
