package org.espalier.learning.importing;

import java.util.List;
import java.util.Map;

/**
 * A row below the headings.
 *
 * @param number as a spreadsheet counts
 * @param cells what stands in it, by heading; what is empty may be missing
 * @param formulas the columns whose cell a spreadsheet works out
 */
public record FileRow(int number, Map<String, String> cells, List<String> formulas) {
    public FileRow {
        cells = Map.copyOf(cells);
        formulas = List.copyOf(formulas);
    }

    public String get(String heading) {
        return cells.getOrDefault(heading, "");
    }
}
