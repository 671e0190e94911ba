package org.espalier.learning.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of courses or of what they cover: the first sheet of an Excel workbook, or values held apart by commas,
 * semicolons or tabs. A formula is read as what it is, with its equals sign. Pure: it knows nobody.
 */
final class LearningFileReader {
    static final int ROWS = 5_000;
    static final int MEGABYTES = 2;
    private static final int CHARACTERS_IN_A_CELL = 5_000;
    private static final long UNPACKED_BYTES = 20L * 1024 * 1024;
    private static final int COLUMNS = 60;

    private LearningFileReader() {}

    /** The rows below the headings, empty ones left out. */
    record Read(FileKind kind, List<FileRow> rows) {}

    static Read read(byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable("empty");
        }
        if (content.length > MEGABYTES * 1024 * 1024) {
            throw new Unreadable("large", MEGABYTES);
        }
        var isZip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        var table = isZip ? sheet(content) : values(text(content));
        if (table.isEmpty()) {
            throw new Unreadable("empty");
        }
        var head = table.getFirst();
        var kind = kind(head.cells());
        var columns = columns(kind, head.cells());
        var rows = new ArrayList<FileRow>();
        for (var line : table.subList(1, table.size())) {
            var cells = new HashMap<String, String>();
            for (var at = 0; at < Math.min(columns.size(), line.cells().size()); at++) {
                var heading = columns.get(at);
                if (heading != null && !line.cells().get(at).isEmpty()) {
                    cells.put(heading, line.cells().get(at));
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new FileRow(line.number(), cells));
            }
        }
        if (rows.isEmpty()) {
            throw new Unreadable("empty");
        }
        if (rows.size() > ROWS) {
            throw new Unreadable("long", ROWS);
        }
        return new Read(kind, rows);
    }

    private record Line(int number, List<String> cells) {}

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

    private static List<Line> values(String text) throws Unreadable {
        var head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var delimiter = count(head, ';') > count(head, ',') ? ';' : count(head, '\t') > count(head, ',') ? '\t' : ',';
        var table = new ArrayList<Line>();
        try (var parser = CSVParser.parse(
                new StringReader(text),
                CSVFormat.RFC4180.builder().setDelimiter(delimiter).get())) {
            for (var row : parser) {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(tidy(cell)));
                add(table, new Line((int) row.getRecordNumber(), cells));
            }
            return table;
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException broken) {
            throw new Unreadable("broken");
        }
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private static void add(List<Line> table, Line line) throws Unreadable {
        if (line.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
            table.add(line);
        }
        if (table.size() > ROWS + 1) {
            throw new Unreadable("long", ROWS);
        }
    }

    /** As UTF-8 when it is, else as older spreadsheets on Windows save it. */
    private static String text(byte[] content) throws Unreadable {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable("broken");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static List<Line> sheet(byte[] content) throws Unreadable {
        refuseBombs(content);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            var table = new ArrayList<Line>();
            if (workbook.getNumberOfSheets() > 0) {
                for (var row : workbook.getSheetAt(0)) {
                    var cells = new ArrayList<String>();
                    for (var at = 0; at < Math.min(row.getLastCellNum(), COLUMNS); at++) {
                        cells.add(tidy(value(row.getCell(at))));
                    }
                    add(table, new Line(row.getRowNum() + 1, cells));
                }
            }
            return table;
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable("broken");
        }
    }

    private static @Nullable String value(@Nullable Cell cell) {
        return cell == null
                ? null
                : switch (cell.getCellType()) {
                    case FORMULA -> "=" + cell.getCellFormula();
                    case NUMERIC ->
                        DateUtil.isCellDateFormatted(cell)
                                ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                                : BigDecimal.valueOf(cell.getNumericCellValue())
                                        .stripTrailingZeros()
                                        .toPlainString();
                    case STRING -> cell.getStringCellValue();
                    case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
                    case BLANK, ERROR, _NONE -> null;
                };
    }

    /** Unpacks it once, counting only, so that a small file cannot fill the memory. */
    private static void refuseBombs(byte[] content) throws Unreadable {
        var buffer = new byte[64 * 1024];
        var unpacked = 0L;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (var read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > UNPACKED_BYTES) {
                        throw new Unreadable("large", MEGABYTES);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unreadable("broken");
        }
    }

    private static String tidy(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var plain = text.replace('\u00A0', ' ').strip();
        return plain.length() > CHARACTERS_IN_A_CELL ? plain.substring(0, CHARACTERS_IN_A_CELL) : plain;
    }
}
