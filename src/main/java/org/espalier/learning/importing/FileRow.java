package org.espalier.learning.importing;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A row below the headings.
 *
 * @param number as a spreadsheet counts
 * @param cells what stands in it, by heading, as it was written; what is empty may be missing
 */
public record FileRow(int number, Map<String, String> cells) {
    private static final Pattern FORMULA = Pattern.compile("(?s)(?:[=+@\\t\\r]|-(?![\\s\\d])).*");
    private static final Pattern MADE_HARMLESS = Pattern.compile("(?s)'[=+@\\-\\t\\r].*");

    public FileRow {
        cells = Map.copyOf(cells);
    }

    /** What a cell says: without the apostrophe that keeps spreadsheets from running it. */
    public String get(String heading) {
        var raw = cells.getOrDefault(heading, "");
        return MADE_HARMLESS.matcher(raw).matches() ? raw.substring(1) : raw;
    }

    /** The columns whose cell a spreadsheet would run as a formula. */
    List<String> formulas() {
        return cells.entrySet().stream()
                .filter(cell -> isFormula(cell.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).matches();
    }

    /** The cell as no spreadsheet runs it. */
    static String harmless(String cell) {
        return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
