package org.espalier.portfolio.learningrecord;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.espalier.document.TableFile;
import org.jspecify.annotations.Nullable;

/** Reads a file of mandatory learning: a table with a row for each. Pure: it knows nobody. */
final class LearningFile {
    static final int MOST_ROWS = 5_000;

    private static final int MEGABYTES = 1;
    private static final int LONGEST_CELL = 300;
    private static final TableFile.Limits LIMITS = new TableFile.Limits(MEGABYTES, MOST_ROWS, LONGEST_CELL + 1);

    /** What a column holds. */
    private enum Column {
        STAFF_NUMBER(
                "staff number", "staff no", "employee number", "employee no", "assignment number", "payroll number"),
        NAME(
                "subject",
                "competence",
                "competency",
                "competence name",
                "course",
                "title",
                "learning",
                "name",
                "training"),
        COMPLETED(
                "completed", "completed on", "date", "date completed", "completion date", "achieved", "date achieved"),
        EXPIRES("expires", "expires on", "expiry", "expiry date", "expiration date", "valid until", "date to"),
        SOURCE("source", "provider", "where", "taught by", "recorded by");

        private final Set<String> names;

        Column(String... names) {
            this.names = Set.of(names);
        }

        static Optional<Column> of(String heading) {
            var tidy = heading.strip().replace('_', ' ').toLowerCase(Locale.ROOT);
            for (var column : values()) {
                if (column.names.contains(tidy)) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    /** What came of reading a file. */
    sealed interface Read {
        record Rows(List<Row> rows) implements Read {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        record Unreadable(ImportProblem problem) implements Read {}
    }

    /**
     * One line below the headings.
     *
     * @param number as a spreadsheet counts
     * @param staffNumber empty when the file gives none
     * @param raw what stands where the subject should
     * @param item null when there is a problem
     */
    record Row(
            long number,
            String staffNumber,
            String raw,
            @Nullable MandatoryItem item,
            @Nullable ImportProblem problem) {}

    private LearningFile() {}

    /** @param staffNumbers whether each row has to say whose it is */
    static Read read(byte[] file, boolean staffNumbers, LocalDate today) {
        return switch (TableFile.read(file, LIMITS)) {
            case TableFile.Read.Rows(var table) -> rows(table, staffNumbers, today);
            case TableFile.Read.Refused(var reason) ->
                switch (reason) {
                    case EMPTY -> unreadable("empty");
                    case TOO_LARGE -> unreadable("large", MEGABYTES);
                    case TOO_LONG -> unreadable("rows", MOST_ROWS);
                    case BROKEN -> unreadable("broken");
                    case OTHER_KIND -> unreadable("kind");
                };
        };
    }

    private static Read rows(List<TableFile.Row> table, boolean staffNumbers, LocalDate today) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        var head = table.getFirst();
        for (var n = 0; n < head.cells().size(); n++) {
            var at = n;
            Column.of(head.at(n).text()).ifPresent(column -> columns.putIfAbsent(column, at));
        }
        if (!columns.containsKey(Column.NAME) || !columns.containsKey(Column.COMPLETED)) {
            return unreadable("headings");
        }
        if (staffNumbers && !columns.containsKey(Column.STAFF_NUMBER)) {
            return unreadable("headings.staff");
        }
        return table.size() == 1
                ? unreadable("no-rows")
                : new Read.Rows(table.stream()
                        .skip(1)
                        .map(line -> row(line, columns, staffNumbers, today))
                        .toList());
    }

    private static Row row(TableFile.Row line, Map<Column, Integer> columns, boolean staffNumbers, LocalDate today) {
        var number = line.number();
        var raw = cell(line, columns, Column.NAME);
        var staffNumber = staffNumbers ? cell(line, columns, Column.STAFF_NUMBER) : "";
        var problem = problem(line, columns, raw, staffNumbers && staffNumber.isEmpty(), today);
        if (problem != null) {
            return new Row(number, staffNumber, raw, null, problem);
        }
        var name = SubjectName.parse(raw);
        var completed = DayText.day(cell(line, columns, Column.COMPLETED)).orElseThrow();
        var stated = cell(line, columns, Column.EXPIRES);
        var expires = stated.isEmpty()
                ? MandatoryItem.expiry(name, completed)
                : DayText.day(stated).orElseThrow();
        return new Row(
                number,
                staffNumber,
                raw,
                new MandatoryItem(name, completed, expires, cell(line, columns, Column.SOURCE)),
                null);
    }

    private static @Nullable ImportProblem problem(
            TableFile.Row line, Map<Column, Integer> columns, String raw, boolean nobody, LocalDate today) {
        if (nobody) {
            return ImportProblem.of("staff-number.missing");
        }
        for (var column : columns.keySet()) {
            var cell = cell(line, columns, column);
            if (cell.length() > LONGEST_CELL) {
                return ImportProblem.of("long", LONGEST_CELL);
            }
            if (line.at(Objects.requireNonNull(columns.get(column))).formula()) {
                return ImportProblem.of("formula", cell);
            }
        }
        if (SubjectName.parse(raw).subject().isEmpty()) {
            return ImportProblem.of("subject.missing");
        }
        var completed = cell(line, columns, Column.COMPLETED);
        var day = DayText.day(completed);
        if (day.isEmpty()) {
            return completed.isEmpty()
                    ? ImportProblem.of("completed.missing")
                    : ImportProblem.of("completed.wrong", completed);
        }
        if (day.get().isAfter(today)) {
            return ImportProblem.of("completed.to-come", completed);
        }
        var expires = cell(line, columns, Column.EXPIRES);
        var last = DayText.day(expires);
        if (!expires.isEmpty() && last.isEmpty()) {
            return ImportProblem.of("expires.wrong", expires);
        }
        return last.isPresent() && last.get().isBefore(day.get())
                ? ImportProblem.of("expires.before", expires, completed)
                : null;
    }

    private static String cell(TableFile.Row line, Map<Column, Integer> columns, Column column) {
        var at = columns.get(column);
        return at == null ? "" : line.at(at).text();
    }

    private static Read unreadable(String key, Object... arguments) {
        return new Read.Unreadable(ImportProblem.of("file." + key, arguments));
    }
}
