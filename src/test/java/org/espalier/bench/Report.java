package org.espalier.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The rows as a table for people or as JSON for programs. */
final class Report {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> HEADINGS =
            List.of("", "median", "p95", "limit", "unit", "aim", "", "the limit is");
    private static final List<Boolean> NUMERIC = List.of(false, true, true, true, false, false, false, false);

    private Report() {}

    private record Entry(String name, String unit, double median, double p95, double limit) {}

    /** An array of {@code {name, unit, median, p95, limit}}. */
    static String json(List<Row> rows) {
        var entries = rows.stream()
                .map(row -> new Entry(
                        row.name(),
                        row.unit(),
                        rounded(row.spread().median()),
                        rounded(row.spread().p95()),
                        rounded(row.limit().value())))
                .toList();
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries);
    }

    /** One line a row, with the aim and whether it is met. */
    static String table(List<Row> rows) {
        var cells = new ArrayList<List<String>>();
        cells.add(HEADINGS);
        rows.forEach(row -> cells.add(cells(row)));
        var text = new StringBuilder();
        for (var line : cells) {
            for (var column = 0; column < line.size(); column++) {
                text.append(padded(line.get(column), width(cells, column), NUMERIC.get(column)));
                text.append(column == line.size() - 1 ? "\n" : "  ");
            }
        }
        return text.toString().replaceAll(" +\n", "\n");
    }

    private static List<String> cells(Row row) {
        var aim = row.aim();
        return List.of(
                row.name(),
                number(row.spread().median()),
                number(row.spread().p95()),
                number(row.limit().value()),
                row.unit(),
                aim == null ? "–" : aim.words(),
                aim == null ? "" : aim.isMetBy().test(row) ? "met" : "MISSED",
                row.limit().is());
    }

    private static int width(List<List<String>> cells, int column) {
        return cells.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String padded(String text, int width, boolean numeric) {
        var space = " ".repeat(width - text.length());
        return numeric ? space + text : text + space;
    }

    private static String number(double value) {
        return String.format(Locale.UK, value < 10 ? "%,.2f" : value < 100 ? "%,.1f" : "%,.0f", value);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
