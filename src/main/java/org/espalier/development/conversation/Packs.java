package org.espalier.development.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All packs. Reading asks nobody for permission: whoever reads shows one to the two whom it concerns only. */
@Component
class Packs {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ONE_LOOK = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    Packs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those in which somebody is one of the two. One statement. */
    List<Pack> with(PersonId somebody) {
        return jdbc.sql("""
                select * from development.pack where person_id = :somebody or other_id = :somebody
                order by made_at desc, id desc
                """)
                .param("somebody", somebody.value())
                .query((row, number) -> pack(row, List.of()))
                .list();
    }

    /** One with who looked. Two statements. */
    Optional<Pack> find(PackId id) {
        var looks = jdbc.sql("select looked_at from development.pack_look where pack_id = :id order by looked_at desc")
                .param("id", id.value())
                .query((row, number) ->
                        row.getObject("looked_at", OffsetDateTime.class).toInstant())
                .list();
        return jdbc.sql("select * from development.pack where id = :id")
                .param("id", id.value())
                .query((row, number) -> pack(row, looks))
                .optional();
    }

    PackId add(
            PersonId person,
            PersonId other,
            String message,
            List<String> choice,
            PackContent content,
            LocalDate until) {
        return jdbc.sql("""
                insert into development.pack (person_id, other_id, message, choice, content, until, made_at)
                values (:person, :other, :message, :choice, :content, :until, :now) returning id
                """)
                .param("person", person.value())
                .param("other", other.value())
                .param("message", message)
                .param("choice", choice.toArray(String[]::new))
                .param("content", JSON.writeValueAsString(content))
                .param("until", until)
                .param("now", now())
                .query((row, number) -> new PackId(row.getLong("id")))
                .single();
    }

    void show(PackId id) {
        jdbc.sql("update development.pack set shown_at = :now where id = :id and shown_at is null")
                .param("id", id.value())
                .param("now", now())
                .update();
    }

    void withdraw(PackId id) {
        jdbc.sql("update development.pack set withdrawn_at = :now where id = :id and withdrawn_at is null")
                .param("id", id.value())
                .param("now", now())
                .update();
    }

    /** Throws away what nobody else has ever seen. */
    void discard(PackId id) {
        jdbc.sql("delete from development.pack where id = :id and shown_at is null")
                .param("id", id.value())
                .update();
    }

    /** Remembers that the other side looked; looks within ten minutes are one. */
    void looked(PackId id) {
        jdbc.sql("""
                insert into development.pack_look (pack_id, looked_at)
                select :id, :now
                where not exists (select 1 from development.pack_look where pack_id = :id and looked_at > :recent)
                """)
                .param("id", id.value())
                .param("now", now())
                .param("recent", now().minus(ONE_LOOK))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Pack pack(ResultSet row, List<Instant> looks) throws SQLException {
        return new Pack(
                new PackId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                new PersonId(row.getLong("other_id")),
                row.getString("message"),
                List.of((String[]) row.getArray("choice").getArray()),
                JSON.readValue(row.getString("content"), PackContent.class),
                row.getObject("until", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "shown_at"),
                instant(row, "withdrawn_at"),
                looks);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
