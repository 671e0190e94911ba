package org.espalier.learning.importing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.espalier.person.Insider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that wait to be carried out, for a day at most. */
@Component
class LearningFiles {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    LearningFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Kept(FileKind kind, String name, List<FileRow> rows) {}

    long add(Insider insider, String name, LearningFileReader.Read read) {
        jdbc.sql("delete from learning.file where applied_at is null and uploaded_at < :old")
                .param("old", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                insert into learning.file (organisation_id, kind, name, content, uploaded_by, uploaded_at)
                values (:organisation, :kind, :name, :content, :by, :now) returning id
                """)
                .param("organisation", insider.organisation().id().value())
                .param("kind", read.kind().name())
                .param("name", name)
                .param("content", text(read))
                .param("by", insider.actor().account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<Kept> find(Insider insider, long id) {
        return jdbc.sql("""
                select kind, name, content from learning.file
                where id = :id and organisation_id = :organisation and applied_at is null
                """)
                .param("id", id)
                .param("organisation", insider.organisation().id().value())
                .query((row, number) -> {
                    var kind = FileKind.valueOf(row.getString("kind"));
                    return new Kept(kind, row.getString("name"), rows(kind, row.getString("content")));
                })
                .optional();
    }

    /** Forgets what it held; that it was carried out is remembered. */
    void applied(Insider insider, long id) {
        jdbc.sql("""
                update learning.file set applied_at = :now, content = ''
                where id = :id and organisation_id = :organisation
                """)
                .param("id", id)
                .param("organisation", insider.organisation().id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String text(LearningFileReader.Read read) {
        var text = new StringWriter();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (var row : read.rows()) {
                printer.print(row.number());
                for (var heading : read.kind().headings()) {
                    printer.print(row.cells().getOrDefault(heading, ""));
                }
                printer.println();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<FileRow> rows(FileKind kind, String text) {
        var rows = new ArrayList<FileRow>();
        try (var parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            for (var row : parser) {
                var cells = new HashMap<String, String>();
                for (var at = 0; at < kind.headings().size(); at++) {
                    cells.put(kind.headings().get(at), row.get(at + 1));
                }
                rows.add(new FileRow(Integer.parseInt(row.get(0)), cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
