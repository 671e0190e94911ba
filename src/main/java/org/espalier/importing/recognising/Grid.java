package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** A table with its spans spread out: every slot of every row has a cell, its own or one that reaches over it. */
record Grid(List<Row> rows) {

    /** A row of slots. */
    record Row(List<Slot> slots, Span span) {

        Slot slot(int column) {
            return column < slots.size() ? slots.get(column) : new Slot("", List.of(), Reach.OWN);
        }

        String text(int column) {
            return slot(column).text();
        }

        /** How many cells of its own say something. */
        long filled() {
            return slots.stream()
                    .filter(slot -> slot.reach() == Reach.OWN && !slot.text().isBlank())
                    .count();
        }

        /** One more than the last column with text. */
        int width() {
            var width = slots.size();
            while (width > 0 && slots.get(width - 1).text().isBlank()) {
                width--;
            }
            return width;
        }

        String joined() {
            return String.join(
                    " ",
                    slots.stream()
                            .filter(slot ->
                                    slot.reach() == Reach.OWN && !slot.text().isBlank())
                            .map(Slot::text)
                            .toList());
        }
    }

    /** How a cell comes to stand in a slot. */
    enum Reach {
        OWN,
        FROM_THE_LEFT,
        FROM_ABOVE
    }

    /**
     * What stands in a slot.
     *
     * @param items its paragraphs or list items, when the format tells them apart
     */
    record Slot(String text, List<String> items, Reach reach) {
        Slot reached(Reach from) {
            return new Slot(text, items, from);
        }
    }

    static Grid of(Block.Table table) {
        var rows = new ArrayList<Row>();
        var above = new HashMap<Integer, Reaching>();
        for (var row : table.rows()) {
            var slots = new ArrayList<Slot>();
            @Nullable Reaching left = null;
            for (var column = 0; column < row.cells().size(); column++) {
                var cell = row.cells().get(column);
                var hanging = above.remove(column);
                if (!cell.text().isBlank() || (left == null && hanging == null)) {
                    var own = new Slot(
                            cell.text(),
                            cell.lines().stream().map(Block.Line::text).toList(),
                            Reach.OWN);
                    left = new Reaching(own, cell.columns(), cell.rows());
                    slots.add(own);
                    hang(above, column, left.slot(), cell.rows() - 1);
                } else if (left != null) {
                    slots.add(left.slot().reached(Reach.FROM_THE_LEFT));
                    hang(above, column, left.slot(), left.rows() - 1);
                } else if (hanging != null) {
                    slots.add(hanging.slot().reached(Reach.FROM_ABOVE));
                    hang(above, column, hanging.slot(), hanging.rows() - 1);
                }
                left = left == null || left.columns() <= 1 ? null : left.narrower();
            }
            rows.add(new Row(slots, row.span()));
        }
        return new Grid(rows);
    }

    private static void hang(Map<Integer, Reaching> above, int column, Slot slot, int rows) {
        if (rows > 0) {
            above.put(column, new Reaching(slot, 1, rows));
        }
    }

    /** A cell that reaches over so many places to the right, itself counted, and rows down. */
    private record Reaching(Slot slot, int columns, int rows) {
        Reaching narrower() {
            return new Reaching(slot, columns - 1, rows);
        }
    }
}
