package org.espalier.person.staff.importing;

import java.util.EnumMap;
import java.util.Map;

/**
 * A row of a file of people, as it stands there.
 *
 * @param number the row in the file, counted from 1
 */
public record StaffRow(int number, Map<StaffColumn, String> cells) {
    public StaffRow {
        cells = Map.copyOf(cells);
    }

    /** What a cell holds; an empty text when there is none. */
    public String get(StaffColumn column) {
        return cells.getOrDefault(column, "");
    }

    static StaffRow of(int number, EnumMap<StaffColumn, String> cells) {
        return new StaffRow(number, cells);
    }
}
