package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
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
        var hanging = new ArrayList<Hanging>();
        for (var row : table.rows()) {
            var slots = new ArrayList<Slot>();
            for (var cell : row.cells()) {
                takeHanging(hanging, slots);
                var slot = new Slot(
                        cell.text(), cell.lines().stream().map(Block.Line::text).toList(), Reach.OWN);
                for (var i = 0; i < Math.max(1, Math.min(cell.columns(), 100)); i++) {
                    var spread = i == 0 ? slot : slot.reached(Reach.FROM_THE_LEFT);
                    if (cell.rows() > 1) {
                        hanging.add(new Hanging(slots.size(), cell.rows() - 1, spread.reached(Reach.FROM_ABOVE), true));
                    }
                    slots.add(spread);
                }
            }
            takeHanging(hanging, slots);
            hanging.replaceAll(Hanging::older);
            hanging.removeIf(cell -> cell.rows() == 0);
            rows.add(new Row(slots, row.span()));
        }
        return new Grid(rows);
    }

    /** A cell that reaches into rows to come. */
    private record Hanging(int column, int rows, Slot slot, boolean fresh) {
        Hanging older() {
            return fresh ? new Hanging(column, rows, slot, false) : new Hanging(column, rows - 1, slot, false);
        }
    }

    private static void takeHanging(List<Hanging> hanging, List<Slot> slots) {
        @Nullable Hanging next;
        do {
            next = hanging.stream()
                    .filter(cell -> !cell.fresh() && cell.column() == slots.size())
                    .findFirst()
                    .orElse(null);
            if (next != null) {
                slots.add(next.slot());
            }
        } while (next != null);
    }
}
