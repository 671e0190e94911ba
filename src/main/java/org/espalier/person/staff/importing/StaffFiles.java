package org.espalier.person.staff.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.espalier.person.Insider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of people that wait to be carried out, for a day at most. */
@Component
class StaffFiles {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Kept(String name, List<StaffRow> rows) {}

    long add(Insider insider, String name, List<StaffRow> rows) {
        jdbc.sql("delete from person.staff_file where applied_at is null and uploaded_at < :old")
                .param("old", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                insert into person.staff_file (organisation_id, name, content, uploaded_by, uploaded_at)
                values (:organisation, :name, :content, :by, :now) returning id
                """)
                .param("organisation", insider.organisation().id().value())
                .param("name", name)
                .param("content", text(rows))
                .param("by", insider.actor().account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<Kept> find(Insider insider, long id) {
        return jdbc.sql("""
                select name, content from person.staff_file
                where id = :id and organisation_id = :organisation and applied_at is null
                """)
                .param("id", id)
                .param("organisation", insider.organisation().id().value())
                .query((row, number) -> new Kept(row.getString("name"), rows(row.getString("content"))))
                .optional();
    }

    /** Forgets what it held; that it was carried out is remembered. */
    void applied(Insider insider, long id) {
        jdbc.sql("""
                update person.staff_file set applied_at = :now, content = ''
                where id = :id and organisation_id = :organisation
                """)
                .param("id", id)
                .param("organisation", insider.organisation().id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String text(List<StaffRow> rows) {
        var text = new StringWriter();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (var row : rows) {
                printer.print(row.number());
                for (var column : StaffColumn.values()) {
                    printer.print(row.get(column));
                }
                printer.println();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<StaffRow> rows(String text) {
        var rows = new ArrayList<StaffRow>();
        try (var parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            for (var row : parser) {
                var cells = new EnumMap<StaffColumn, String>(StaffColumn.class);
                for (var column : StaffColumn.values()) {
                    cells.put(column, row.get(column.ordinal() + 1));
                }
                rows.add(StaffRow.of(Integer.parseInt(row.get(0)), cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
