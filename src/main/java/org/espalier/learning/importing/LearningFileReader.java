package org.espalier.learning.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.espalier.document.TableFile;
import org.jspecify.annotations.Nullable;

/** Reads a file of courses or of what they cover: a table with a row for each. Pure: it knows nobody. */
final class LearningFileReader {
    static final int ROWS = 5_000;
    static final int MEGABYTES = 5;
    private static final TableFile.Limits LIMITS = new TableFile.Limits(MEGABYTES, ROWS, 5_000);

    private LearningFileReader() {}

    /** The rows below the headings, empty ones left out. */
    record Read(FileKind kind, List<FileRow> rows) {}

    static Read read(byte[] content) throws Unreadable {
        return switch (TableFile.read(content, LIMITS)) {
            case TableFile.Read.Rows(var table) -> read(table);
            case TableFile.Read.Refused(var reason) -> throw unreadable(reason);
        };
    }

    private static Unreadable unreadable(TableFile.Reason reason) {
        return switch (reason) {
            case EMPTY -> new Unreadable("empty");
            case TOO_LARGE -> new Unreadable("large", MEGABYTES);
            case TOO_LONG -> new Unreadable("long", ROWS);
            case BROKEN -> new Unreadable("broken");
            case OTHER_KIND -> new Unreadable("kind");
        };
    }

    private static Read read(List<TableFile.Row> table) throws Unreadable {
        var head = table.getFirst().cells().stream().map(TableFile.Cell::text).toList();
        var kind = kind(head);
        var columns = columns(kind, head);
        var rows = new ArrayList<FileRow>();
        for (var line : table.subList(1, table.size())) {
            var cells = new HashMap<String, String>();
            var formulas = new ArrayList<String>();
            for (var at = 0; at < columns.size(); at++) {
                var heading = columns.get(at);
                var cell = line.at(at);
                if (heading != null && !(cell.lines().isEmpty() && !cell.formula())) {
                    cells.put(heading, cell.lines());
                    if (cell.formula()) {
                        formulas.add(heading);
                    }
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new FileRow(line.number(), cells, formulas));
            }
        }
        if (rows.isEmpty()) {
            throw new Unreadable("empty");
        }
        return new Read(kind, rows);
    }

    /** The kind of which the headings have all that is needed. */
    private static FileKind kind(List<String> head) throws Unreadable {
        for (var kind : FileKind.values()) {
            if (kind.required().stream().allMatch(needed -> head.stream()
                    .anyMatch(cell -> kind.headed(cell).filter(needed::equals).isPresent()))) {
                return kind;
            }
        }
        throw new Unreadable(
                "columns",
                String.join(", ", FileKind.OFFERS.required()),
                String.join(", ", FileKind.COVERAGE.required()));
    }

    private static List<@Nullable String> columns(FileKind kind, List<String> head) throws Unreadable {
        var columns = new ArrayList<@Nullable String>();
        for (var cell : head) {
            var heading = kind.headed(cell).orElse(null);
            if (heading != null && columns.contains(heading)) {
                throw new Unreadable("twice", heading);
            }
            columns.add(heading);
        }
        return columns;
    }
}
