package org.espalier.portfolio.learningrecord;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads mandatory learning from values held apart by commas, semicolons or tabs. A pure reader: it knows nobody. */
final class LearningFile {
    static final int LARGEST = 500_000;
    static final int MOST_ROWS = 5_000;

    private static final int LONGEST_CELL = 300;

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

    /** The text of a file: UTF-8, else as older spreadsheets on Windows write it. */
    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    /** @param staffNumbers whether each row has to say whose it is */
    static Read read(String given, boolean staffNumbers, LocalDate today) {
        var text = given.startsWith("\ufeff") ? given.substring(1) : given;
        if (text.isBlank()) {
            return unreadable("empty");
        }
        if (text.length() > LARGEST) {
            return unreadable("large", LARGEST / 1000);
        }
        if (text.indexOf('\0') >= 0 || text.startsWith("PK")) {
            return unreadable("no-text");
        }
        var firstLine = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(firstLine))
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            return rows(parser, staffNumbers, today);
        } catch (IOException | UncheckedIOException e) {
            return unreadable("quotes");
        }
    }

    private static char delimiter(String headings) {
        var best = ',';
        for (var delimiter : List.of(';', '\t')) {
            if (count(headings, delimiter) > count(headings, best)) {
                best = delimiter;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Read rows(CSVParser parser, boolean staffNumbers, LocalDate today) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        var rows = new ArrayList<Row>();
        for (var line : parser) {
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (columns.isEmpty()) {
                for (var n = 0; n < line.size(); n++) {
                    var at = n;
                    Column.of(line.get(n)).ifPresent(column -> columns.putIfAbsent(column, at));
                }
                if (!columns.containsKey(Column.NAME) || !columns.containsKey(Column.COMPLETED)) {
                    return unreadable("headings");
                }
                if (staffNumbers && !columns.containsKey(Column.STAFF_NUMBER)) {
                    return unreadable("headings.staff");
                }
            } else {
                if (rows.size() == MOST_ROWS) {
                    return unreadable("rows", MOST_ROWS);
                }
                rows.add(row(line, columns, staffNumbers, today));
            }
        }
        return rows.isEmpty() ? unreadable("no-rows") : new Read.Rows(rows);
    }

    private static Row row(CSVRecord line, Map<Column, Integer> columns, boolean staffNumbers, LocalDate today) {
        var number = line.getRecordNumber();
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
            CSVRecord line, Map<Column, Integer> columns, String raw, boolean nobody, LocalDate today) {
        if (nobody) {
            return ImportProblem.of("staff-number.missing");
        }
        for (var column : columns.keySet()) {
            var cell = cell(line, columns, column);
            if (cell.length() > LONGEST_CELL) {
                return ImportProblem.of("long", LONGEST_CELL);
            }
            if (isFormula(cell)) {
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

    /** What a spreadsheet would run if it were opened there. */
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    private static String cell(CSVRecord line, Map<Column, Integer> columns, Column column) {
        var at = columns.get(column);
        return at == null || at >= line.size() ? "" : line.get(at).strip();
    }

    private static Read unreadable(String key, Object... arguments) {
        return new Read.Unreadable(ImportProblem.of("file." + key, arguments));
    }
}
