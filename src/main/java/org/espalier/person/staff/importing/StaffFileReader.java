package org.espalier.person.staff.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.espalier.document.TableFile;
import org.jspecify.annotations.Nullable;

/** Reads a file of people: a table with a row for each. */
public final class StaffFileReader {
    public static final int ROWS = 20_000;
    public static final int MEGABYTES = 5;
    private static final TableFile.Limits LIMITS = new TableFile.Limits(MEGABYTES, ROWS, 1_000);

    private StaffFileReader() {}

    /** The rows below the headings, empty ones left out. */
    public static List<StaffRow> read(byte[] content) throws Unreadable {
        return switch (TableFile.read(content, LIMITS)) {
            case TableFile.Read.Rows(var table) -> rows(table);
            case TableFile.Read.Refused(var reason) -> throw unreadable(reason);
        };
    }

    private static Unreadable unreadable(TableFile.Reason reason) {
        return switch (reason) {
            case EMPTY -> new Unreadable("person.staff.import.empty");
            case TOO_LARGE -> new Unreadable("person.staff.import.large", MEGABYTES);
            case TOO_LONG -> new Unreadable("person.staff.import.long", ROWS);
            case BROKEN -> new Unreadable("person.staff.import.broken");
            case OTHER_KIND -> new Unreadable("person.staff.import.kind");
        };
    }

    private static List<StaffRow> rows(List<TableFile.Row> table) throws Unreadable {
        var columns = columns(table.getFirst());
        var rows = new ArrayList<StaffRow>();
        for (var row : table.subList(1, table.size())) {
            var cells = new EnumMap<StaffColumn, String>(StaffColumn.class);
            for (var at = 0; at < Math.min(columns.size(), row.cells().size()); at++) {
                var column = columns.get(at);
                if (column != null) {
                    cells.put(column, row.at(at).text());
                }
            }
            if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(StaffRow.of(row.number(), cells));
            }
        }
        if (rows.isEmpty()) {
            throw new Unreadable("person.staff.import.empty");
        }
        return rows;
    }

    private static List<@Nullable StaffColumn> columns(TableFile.Row head) throws Unreadable {
        var columns = new ArrayList<@Nullable StaffColumn>();
        for (var cell : head.cells()) {
            var column = StaffColumn.headed(cell.text()).orElse(null);
            if (column != null && columns.contains(column)) {
                throw new Unreadable("person.staff.import.twice", column.heading());
            }
            columns.add(column);
        }
        var missing = Arrays.stream(StaffColumn.values())
                .filter(column -> column.isRequired() && !columns.contains(column))
                .map(column -> "“" + column.heading() + "”")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Unreadable("person.staff.import.columns", missing);
        }
        return columns;
    }
}
