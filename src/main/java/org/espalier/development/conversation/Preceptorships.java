package org.espalier.development.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.database.Question;
import org.espalier.development.conversation.Preceptorship.Entry;
import org.espalier.development.conversation.Preceptorship.Kind;
import org.espalier.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All preceptorships. Reading one asks nobody for permission: whoever reads shows it to its two sides only. */
@Component
public class Preceptorships {
    private final JdbcClient jdbc;
    private final Clock clock;

    Preceptorships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether somebody is in a preceptorship on this day. One statement. */
    public boolean isRunning(PersonId person, LocalDate today) {
        return jdbc.sql("""
                select exists (select 1 from development.preceptorship
                               where person_id = :person and ended_on is null and starts_on <= :today)
                """)
                .param("person", person.value())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** To be asked in one go with others: whether somebody is in a preceptorship on this day. */
    public Question<Boolean> askRunning(PersonId person, LocalDate today) {
        return new Question<>("""
                select exists (select 1 from development.preceptorship
                               where person_id = ? and ended_on is null and starts_on <= ?)
                """, List.of(person.value(), today), rows -> rows.next() && rows.getBoolean(1));
    }

    /** Those in which somebody is one of the two, without their entries. One statement. */
    List<Preceptorship> with(PersonId somebody) {
        return jdbc.sql("""
                select * from development.preceptorship where person_id = :somebody or other_id = :somebody
                order by starts_on desc, id desc
                """)
                .param("somebody", somebody.value())
                .query((row, number) -> preceptorship(row, List.of()))
                .list();
    }

    /** One with its entries. Two statements. */
    Optional<Preceptorship> find(PreceptorshipId id) {
        var entries = jdbc.sql("""
                select * from development.preceptorship_entry where preceptorship_id = :id and removed_at is null
                order by held_on desc, id desc
                """)
                .param("id", id.value())
                .query(Preceptorships::entry)
                .list();
        return jdbc.sql("select * from development.preceptorship where id = :id")
                .param("id", id.value())
                .query((row, number) -> preceptorship(row, entries))
                .optional();
    }

    /** Empty when the person is in one already. */
    Optional<PreceptorshipId> add(
            PersonId person, PersonId other, LocalDate startsOn, LocalDate plannedEnd, int protectedMinutes) {
        return jdbc.sql("""
                insert into development.preceptorship (person_id, other_id, starts_on, planned_end, protected_minutes,
                                                       started_at)
                values (:person, :other, :starts, :ends, :minutes, :now)
                on conflict (person_id) where ended_on is null do nothing
                returning id
                """)
                .param("person", person.value())
                .param("other", other.value())
                .param("starts", startsOn)
                .param("ends", plannedEnd)
                .param("minutes", protectedMinutes)
                .param("now", now())
                .query((row, number) -> new PreceptorshipId(row.getLong("id")))
                .optional();
    }

    void add(PreceptorshipId id, Kind kind, LocalDate on, int minutes, String note, Side by) {
        jdbc.sql("""
                insert into development.preceptorship_entry (preceptorship_id, kind, held_on, minutes, note, recorded_by)
                values (:id, :kind, :on, :minutes, :note, :by)
                """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("on", on)
                .param("minutes", minutes)
                .param("note", note)
                .param("by", by.name())
                .update();
    }

    /** Hides or shows an entry; false when there is none of this number. */
    boolean setRemoved(PreceptorshipId id, long entry, boolean removed) {
        return jdbc.sql("""
                update development.preceptorship_entry
                set removed_at = case when :removed then cast(:now as timestamptz) end
                where id = :entry and preceptorship_id = :id
                """)
                        .param("id", id.value())
                        .param("entry", entry)
                        .param("removed", removed)
                        .param("now", now())
                        .update()
                > 0;
    }

    void plan(PreceptorshipId id, LocalDate plannedEnd) {
        jdbc.sql("update development.preceptorship set planned_end = :ends where id = :id")
                .param("id", id.value())
                .param("ends", plannedEnd)
                .update();
    }

    void end(PreceptorshipId id, LocalDate on, boolean completed) {
        jdbc.sql("update development.preceptorship set ended_on = :on, completed = :completed where id = :id")
                .param("id", id.value())
                .param("on", on)
                .param("completed", completed)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Preceptorship preceptorship(ResultSet row, List<Entry> entries) throws SQLException {
        return new Preceptorship(
                new PreceptorshipId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                new PersonId(row.getLong("other_id")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("planned_end", LocalDate.class),
                row.getInt("protected_minutes"),
                row.getObject("ended_on", LocalDate.class),
                row.getBoolean("completed"),
                entries);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("held_on", LocalDate.class),
                row.getInt("minutes"),
                row.getString("note"),
                Side.valueOf(row.getString("recorded_by")));
    }
}
