package org.espalier.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ooxml.POIXMLException;

/**
 * Reads a table that people filled in: the first sheet of an Excel workbook, or values held apart by commas, semicolons
 * or tabs. It tells formulas from texts, because what a formula says depends on the program that opens it.
 */
public final class TableFile {
    private static final long UNPACKED_BYTES = 60L * 1024 * 1024;
    private static final int BYTES_IN_A_MEGABYTE = 1024 * 1024;
    private static final int LOOKED_AT = 20_000;
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*(?:[=+@]|-(?![\\s\\d])).+");

    private TableFile() {}

    /**
     * How much is read at most.
     *
     * @param characters of a cell; what is longer is cut
     */
    public record Limits(int megabytes, int rows, int characters) {}

    /**
     * What stands in a cell.
     *
     * @param lines as they were written, held apart by {@code \n}, without spaces around the whole
     * @param formula true where a spreadsheet program would work something out; {@code lines} is then what it shows, or in
     *     a text file the formula itself
     */
    public record Cell(String lines, boolean formula) {
        static final Cell EMPTY = new Cell("", false);
        private static final Pattern BREAK = Pattern.compile("\\s*[\\n\\t]+\\s*");

        static Cell of(String written, boolean formula, Limits limits) {
            var lines = strip(written.replace("\r\n", "\n").replace('\r', '\n'));
            return new Cell(
                    lines.length() > limits.characters() ? lines.substring(0, limits.characters()) : lines, formula);
        }

        /** All of it in one line. */
        public String text() {
            return BREAK.matcher(lines.replace('\u00A0', ' ')).replaceAll(" ");
        }

        private static String strip(String text) {
            var from = 0;
            var to = text.length();
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            return text.substring(from, to);
        }

        private static boolean isSpace(char sign) {
            return sign == '\u00A0' || Character.isWhitespace(sign);
        }
    }

    /**
     * A row that holds something.
     *
     * @param number counted from 1, as the spreadsheet counts
     */
    public record Row(int number, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** What stands in a column, counted from 0; nothing where the row has ended. */
        public Cell at(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }

        boolean isEmpty() {
            return cells.stream().allMatch(cell -> cell.lines().isEmpty() && !cell.formula());
        }
    }

    /** What came of reading. */
    public sealed interface Read {
        /** The rows that hold something; at least one. */
        record Rows(List<Row> rows) implements Read {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /** Nothing that can be used. */
        record Refused(Reason reason) implements Read {}
    }

    /** Why a file is refused. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TOO_LONG,
        BROKEN,
        OTHER_KIND
    }

    public static Read read(byte[] content, Limits limits) {
        if (content.length == 0) {
            return new Read.Refused(Reason.EMPTY);
        }
        if (content.length > limits.megabytes() * BYTES_IN_A_MEGABYTE) {
            return new Read.Refused(Reason.TOO_LARGE);
        }
        try {
            var rows = isZip(content) ? sheet(content, limits) : values(content, limits);
            if (rows.isEmpty()) {
                return new Read.Refused(Reason.EMPTY);
            }
            // the first row holds the headings
            return rows.size() > limits.rows() + 1 ? new Read.Refused(Reason.TOO_LONG) : new Read.Rows(rows);
        } catch (TooLarge large) {
            return new Read.Refused(Reason.TOO_LARGE);
        } catch (NoText other) {
            return new Read.Refused(Reason.OTHER_KIND);
        } catch (IOException
                | UncheckedIOException
                | IllegalStateException
                | IllegalArgumentException
                | POIXMLException broken) {
            return new Read.Refused(Reason.BROKEN);
        }
    }

    /** Unpacked it would fill the memory. */
    private static final class TooLarge extends IOException {}

    /** Bytes of some other kind of file. */
    private static final class NoText extends IOException {}

    private static boolean isZip(byte[] content) {
        return startsWith(content, new byte[] {'P', 'K', 3, 4});
    }

    private static List<Row> sheet(byte[] content, Limits limits) throws IOException {
        refuseBombs(content);
        return FirstSheet.read(new ByteArrayInputStream(content), limits);
    }

    /** Unpacks it once, counting only, so that a small file cannot fill the memory. */
    private static void refuseBombs(byte[] content) throws IOException {
        var buffer = new byte[64 * 1024];
        var unpacked = 0L;
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (var read = read(zip, buffer); read > 0; read = read(zip, buffer)) {
                    unpacked += read;
                    if (unpacked > UNPACKED_BYTES) {
                        throw new TooLarge();
                    }
                }
            }
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        return in.read(buffer, 0, buffer.length);
    }

    private static List<Row> values(byte[] content, Limits limits) throws IOException {
        var text = text(content);
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
        var rows = new ArrayList<Row>();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var record : parser) {
                var cells = new ArrayList<Cell>();
                record.forEach(value -> cells.add(typed(value, limits)));
                var row = new Row((int) record.getRecordNumber(), cells);
                if (!row.isEmpty()) {
                    rows.add(row);
                }
                if (rows.size() > limits.rows() + 1) {
                    break;
                }
            }
        }
        return rows;
    }

    /** What {@link Csv} made harmless is the text that it was. */
    private static Cell typed(String value, Limits limits) {
        return Csv.isHarmless(value)
                ? Cell.of(value.substring(1), false, limits)
                : Cell.of(value, FORMULA.matcher(value).matches(), limits);
    }

    private static char delimiter(String text) {
        var head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(head, candidate) > count(head, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    /** As UTF-16 where it says so, as UTF-8 when it is, else as older spreadsheets on Windows save it. */
    private static String text(byte[] content) throws NoText {
        var text = decoded(content);
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.chars().limit(LOOKED_AT).anyMatch(TableFile::isNoText)) {
            throw new NoText();
        }
        return plain;
    }

    private static String decoded(byte[] content) {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            if (startsWith(content, "\uFEFF".getBytes(charset))) {
                return new String(content, charset);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static boolean isNoText(int sign) {
        return sign < ' ' && "\t\n\r\f\u001A".indexOf(sign) < 0;
    }
}
