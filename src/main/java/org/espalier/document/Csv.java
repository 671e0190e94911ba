package org.espalier.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Tables as values held apart by commas, which every spreadsheet program opens. A cell that such a program would take for a
 * formula begins with an apostrophe, which {@link TableFile} takes off again: what was written comes back as it was.
 */
public final class Csv {
    private static final Pattern RISKY = Pattern.compile("(?s)'*[=+@\\-\\t\\r].*");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();

    private Csv() {}

    /** In UTF-8, with the mark at the beginning by which spreadsheet programs know it. */
    public static byte[] bytes(List<String> head, List<List<String>> rows) {
        var text = new StringWriter();
        text.append('\uFEFF');
        try (var printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(head);
            for (var row : rows) {
                printer.printRecord(row.stream().map(Csv::harmless));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The cell as no spreadsheet program runs it. */
    static String harmless(String cell) {
        return RISKY.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** True when it was made harmless. */
    static boolean isHarmless(String cell) {
        return cell.startsWith("'") && RISKY.matcher(cell).matches();
    }
}
