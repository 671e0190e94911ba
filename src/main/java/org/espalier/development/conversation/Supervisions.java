package org.espalier.development.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.development.conversation.Supervision.Attendance;
import org.espalier.development.conversation.Supervision.Kind;
import org.espalier.development.conversation.Supervision.Session;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All supervision, with its log. Reading asks nobody for permission: whoever reads shows one to its two sides only. */
@Component
public class Supervisions {
    private final JdbcClient jdbc;
    private final Clock clock;

    Supervisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those in which somebody is one of the two, without their logs. One statement. */
    List<Supervision> with(PersonId somebody) {
        return jdbc.sql("""
                select * from development.supervision where person_id = :somebody or other_id = :somebody
                order by started_at desc, id desc
                """)
                .param("somebody", somebody.value())
                .query((row, number) -> supervision(row, List.of()))
                .list();
    }

    /** One with its log. Two statements. */
    Optional<Supervision> find(SupervisionId id) {
        var sessions = jdbc.sql("""
                select * from development.supervision_session where supervision_id = :id order by held_on desc, id desc
                """)
                .param("id", id.value())
                .query(Supervisions::session)
                .list();
        return jdbc.sql("select * from development.supervision where id = :id")
                .param("id", id.value())
                .query((row, number) -> supervision(row, sessions))
                .optional();
    }

    /** Empty when these two have an open one of this kind. */
    Optional<SupervisionId> add(PersonId person, PersonId other, Kind kind, @Nullable LocalDate nextOn) {
        return jdbc.sql("""
                insert into development.supervision (person_id, other_id, kind, next_on, started_at)
                values (:person, :other, :kind, :next, :now)
                on conflict (person_id, other_id, kind) where ended_at is null do nothing
                returning id
                """)
                .param("person", person.value())
                .param("other", other.value())
                .param("kind", kind.name())
                .param("next", nextOn, Types.DATE)
                .param("now", now())
                .query((row, number) -> new SupervisionId(row.getLong("id")))
                .optional();
    }

    Optional<SupervisionId> open(PersonId person, PersonId other, Kind kind) {
        return jdbc.sql("""
                select id from development.supervision
                where person_id = :person and other_id = :other and kind = :kind and ended_at is null
                """)
                .param("person", person.value())
                .param("other", other.value())
                .param("kind", kind.name())
                .query((row, number) -> new SupervisionId(row.getLong("id")))
                .optional();
    }

    void setNext(SupervisionId id, @Nullable LocalDate nextOn) {
        jdbc.sql("update development.supervision set next_on = :next where id = :id")
                .param("id", id.value())
                .param("next", nextOn, Types.DATE)
                .update();
    }

    void end(SupervisionId id) {
        jdbc.sql("update development.supervision set ended_at = :now, next_on = null where id = :id")
                .param("id", id.value())
                .param("now", now())
                .update();
    }

    void addSession(SupervisionId id, LocalDate on, Attendance attendance, int minutes, Side side, String note) {
        jdbc.sql("""
                insert into development.supervision_session (supervision_id, held_on, attendance, minutes, person_note,
                                                             other_note, recorded_at)
                values (:id, :on, :attendance, :minutes, :personNote, :otherNote, :now)
                """)
                .param("id", id.value())
                .param("on", on)
                .param("attendance", attendance.name())
                .param("minutes", minutes)
                .param("personNote", side == Side.PERSON ? note : "")
                .param("otherNote", side == Side.OTHER ? note : "")
                .param("now", now())
                .update();
    }

    void write(Session session) {
        jdbc.sql("""
                update development.supervision_session
                set held_on = :on, attendance = :attendance, minutes = :minutes, person_note = :personNote,
                    other_note = :otherNote
                where id = :id
                """)
                .param("id", session.id())
                .param("on", session.on())
                .param("attendance", session.attendance().name())
                .param("minutes", session.minutes())
                .param("personNote", session.personNote())
                .param("otherNote", session.otherNote())
                .update();
    }

    /**
     * How often somebody was supervised, in one kind: days and counts, no words.
     *
     * @param held how many sessions took place since the day asked for
     * @param missed how many were called off or missed
     * @param lastOn the day of the last that took place, null when none did
     * @param nextOn the day of the next, null when none is set
     */
    public record Attended(
            long held,
            long missed,
            @Nullable LocalDate lastOn,
            @Nullable LocalDate nextOn) {}

    /** For each of these people and each kind in which they have supervision, how it was attended. One statement. */
    Map<PersonId, Map<Kind, Attended>> attended(Collection<PersonId> people, LocalDate since, LocalDate today) {
        var attended = new LinkedHashMap<PersonId, Map<Kind, Attended>>();
        jdbc.sql("""
                select s.person_id, s.kind,
                       count(*) filter (where l.attendance = 'HELD' and l.held_on >= :since) as held,
                       count(*) filter (where l.attendance <> 'HELD' and l.held_on >= :since) as missed,
                       max(l.held_on) filter (where l.attendance = 'HELD') as last_on,
                       min(s.next_on) filter (where s.next_on >= :today) as next_on
                from development.supervision s
                    left join development.supervision_session l on l.supervision_id = s.id
                where s.person_id = any (:people)
                group by s.person_id, s.kind
                """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("since", since)
                .param("today", today)
                .query(row -> {
                    attended.computeIfAbsent(new PersonId(row.getLong("person_id")), id -> new LinkedHashMap<>())
                            .put(
                                    Kind.valueOf(row.getString("kind")),
                                    new Attended(
                                            row.getLong("held"),
                                            row.getLong("missed"),
                                            row.getObject("last_on", LocalDate.class),
                                            row.getObject("next_on", LocalDate.class)));
                });
        return attended;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Supervision supervision(ResultSet row, List<Session> sessions) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Supervision(
                new SupervisionId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                new PersonId(row.getLong("other_id")),
                Kind.valueOf(row.getString("kind")),
                row.getObject("next_on", LocalDate.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                sessions);
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getLong("id"),
                row.getObject("held_on", LocalDate.class),
                Attendance.valueOf(row.getString("attendance")),
                row.getInt("minutes"),
                row.getString("person_note"),
                row.getString("other_note"));
    }
}
