package org.espalier.learning.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
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

    /** A file as it came. */
    record Kept(String name, byte[] content) {}

    long add(Insider insider, String name, byte[] content) {
        jdbc.sql("delete from learning.file where applied_at is null and uploaded_at < :old")
                .param("old", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                insert into learning.file (organisation_id, name, content, uploaded_by, uploaded_at)
                values (:organisation, :name, :content, :by, :now) returning id
                """)
                .param("organisation", insider.organisation().id().value())
                .param("name", name)
                .param("content", content)
                .param("by", insider.actor().account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<Kept> find(Insider insider, long id) {
        return jdbc.sql("""
                select name, content from learning.file
                where id = :id and organisation_id = :organisation and applied_at is null
                """)
                .param("id", id)
                .param("organisation", insider.organisation().id().value())
                .query((row, number) -> new Kept(row.getString("name"), row.getBytes("content")))
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
}
