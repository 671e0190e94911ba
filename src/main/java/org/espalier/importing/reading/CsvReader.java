package org.espalier.importing.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;

/**
 * Values held apart by commas, semicolons or tabs. A text is taken for such a file only when nearly all of its lines have
 * the same number of values. What a cell holds is text, whatever it begins with.
 */
final class CsvReader {

    private static final int SAMPLE = 500;

    private CsvReader() {}

    /** The outline, if the text is of this kind. */
    static Optional<DocumentOutline> read(String text) {
        for (var delimiter : List.of(',', ';', '\t')) {
            if (text.indexOf(delimiter) >= 0 && (delimiter != '\t' || text.contains("\t\"") || text.startsWith("\""))) {
                try {
                    var rows = rows(text, delimiter);
                    if (rows.isPresent()) {
                        var outline = new OutlineBuilder(Format.CSV);
                        Sheet.read(rows.get(), outline);
                        return Optional.of(outline.outline());
                    }
                } catch (IOException | UncheckedIOException notThis) {
                    continue;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<List<CellDraft>>> rows(String text, char delimiter) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var sample = new ArrayList<CSVRecord>();
            var records = parser.iterator();
            while (records.hasNext() && sample.size() < SAMPLE) {
                sample.add(records.next());
            }
            if (!regular(sample, delimiter)) {
                return Optional.empty();
            }
            var rows = new ArrayList<List<CellDraft>>();
            sample.forEach(record -> rows.add(row(record)));
            while (records.hasNext()) {
                rows.add(row(records.next()));
            }
            return Optional.of(rows);
        }
    }

    private static List<CellDraft> row(CSVRecord record) {
        var cells = new ArrayList<CellDraft>();
        for (var value : record) {
            cells.add(Wording.blank(value) ? CellDraft.BLANK : Sheet.cell(value, 1, 1));
        }
        return cells;
    }

    /** Whether the records look like a table and not like prose that happens to have commas. */
    private static boolean regular(List<CSVRecord> records, char delimiter) {
        var widths = new HashMap<Integer, Integer>();
        var filled = 0;
        var inner = 0;
        var afterSpace = 0;
        for (var record : records) {
            if (record.size() > 1 || !Wording.blank(record.get(0))) {
                widths.merge(record.size(), 1, Integer::sum);
                filled++;
            }
            for (var i = 1; i < record.size(); i++) {
                inner += record.get(i).isEmpty() ? 0 : 1;
                afterSpace += record.get(i).startsWith(" ") ? 1 : 0;
            }
        }
        var usual = widths.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .orElse(java.util.Map.entry(0, 0));
        var spaced = delimiter != '\t' && afterSpace > inner * 0.5;
        return filled > 1 && usual.getKey() > 1 && usual.getValue() >= filled * 0.9 && inner > 0 && !spaced;
    }
}
