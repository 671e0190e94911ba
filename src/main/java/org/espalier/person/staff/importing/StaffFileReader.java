package org.espalier.person.staff.importing;

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
import java.util.EnumMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/** Reads a file of people: Excel, or values held apart by commas, semicolons or tabs. */
public final class StaffFileReader {
    public static final int ROWS = 20_000;
    public static final int MEGABYTES = 5;
    private static final long UNPACKED_BYTES = 60L * 1024 * 1024;
    private static final int CHARACTERS_IN_A_CELL = 1_000;

    private StaffFileReader() {}

    /** The rows below the headings, empty ones left out. */
    public static List<StaffRow> read(byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable("person.staff.import.empty");
        }
        if (content.length > MEGABYTES * 1024 * 1024) {
            throw new Unreadable("person.staff.import.large", MEGABYTES);
        }
        return rows(isZip(content) ? sheet(content) : values(text(content)));
    }

    private static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    private static List<StaffRow> rows(SequencedMap<Integer, List<String>> table) throws Unreadable {
        var head = table.firstEntry();
        if (head == null) {
            throw new Unreadable("person.staff.import.empty");
        }
        var columns = columns(head.getValue());
        var rows = new ArrayList<StaffRow>();
        for (var entry : table.sequencedEntrySet()) {
            if (entry.getKey() > head.getKey()) {
                var cells = new EnumMap<StaffColumn, String>(StaffColumn.class);
                for (var at = 0; at < Math.min(columns.size(), entry.getValue().size()); at++) {
                    var column = columns.get(at);
                    if (column != null) {
                        cells.put(column, entry.getValue().get(at));
                    }
                }
                if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(StaffRow.of(entry.getKey(), cells));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new Unreadable("person.staff.import.empty");
        }
        if (rows.size() > ROWS) {
            throw new Unreadable("person.staff.import.long", ROWS);
        }
        return rows;
    }

    private static List<@Nullable StaffColumn> columns(List<String> head) throws Unreadable {
        var columns = new ArrayList<@Nullable StaffColumn>();
        for (var cell : head) {
            var column = StaffColumn.headed(cell).orElse(null);
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

    private static SequencedMap<Integer, List<String>> values(String text) throws Unreadable {
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
        var table = new TreeMap<Integer, List<String>>();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var row : parser) {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(cell(cell)));
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    table.put((int) row.getRecordNumber(), cells);
                }
                if (table.size() > ROWS + 1) {
                    throw new Unreadable("person.staff.import.long", ROWS);
                }
            }
            return table;
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException broken) {
            throw new Unreadable("person.staff.import.broken");
        }
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

    /** As UTF-8 when it is, else as older spreadsheets on Windows save it. */
    private static String text(byte[] content) throws Unreadable {
        if (new String(content, 0, Math.min(content.length, 4_000), StandardCharsets.ISO_8859_1).indexOf('\0') >= 0) {
            throw new Unreadable("person.staff.import.kind");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static SequencedMap<Integer, List<String>> sheet(byte[] content) throws Unreadable {
        try {
            refuseBombs(content);
            return FirstSheet.read(new ByteArrayInputStream(content), ROWS);
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable("person.staff.import.broken");
        }
    }

    /** Unpacks it once as POI will, counting only, so that a small file cannot fill the memory. */
    private static void refuseBombs(byte[] content) throws IOException, Unreadable {
        var buffer = new byte[64 * 1024];
        var unpacked = 0L;
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(content))) {
            while (zip.getNextEntry() != null) {
                for (var read = read(zip, buffer); read > 0; read = read(zip, buffer)) {
                    unpacked += read;
                    if (unpacked > UNPACKED_BYTES) {
                        throw new Unreadable("person.staff.import.large", MEGABYTES);
                    }
                }
            }
        }
    }

    private static int read(InputStream in, byte[] buffer) throws IOException {
        return in.read(buffer, 0, buffer.length);
    }

    /** Without spaces around it, and in one line. */
    static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var plain = text.replace('\u00A0', ' ').strip().replaceAll("\\s*[\\r\\n\\t]+\\s*", " ");
        return plain.length() > CHARACTERS_IN_A_CELL ? plain.substring(0, CHARACTERS_IN_A_CELL) : plain;
    }
}
