package org.espalier.portfolio.registration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.espalier.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people write for their registrations: statements, hours of practice, and why there is a gap. */
@Component
class OwnWords {
    private final JdbcClient jdbc;
    private final Clock clock;

    OwnWords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void say(RegistrationId id, LocalDate cycleUntil, String requirement, String text) {
        jdbc.sql("""
                insert into portfolio.registration_statement (registration_id, cycle_until, requirement, text, changed_at)
                values (:id, :until, :requirement, :text, :now)
                on conflict (registration_id, cycle_until, requirement)
                    do update set text = excluded.text, changed_at = excluded.changed_at
                """)
                .param("id", id.value())
                .param("until", cycleUntil)
                .param("requirement", requirement)
                .param("text", text)
                .param("now", now())
                .update();
    }

    void explain(PersonId person, LocalDate from, LocalDate until, String text) {
        jdbc.sql("""
                insert into portfolio.gap_explanation (person_id, from_day, until_day, text, added_at)
                values (:person, :from, :until, :text, :now)
                """)
                .param("person", person.value())
                .param("from", from)
                .param("until", until)
                .param("text", text)
                .param("now", now())
                .update();
    }

    boolean removeExplanation(PersonId person, long id) {
        return remove("gap_explanation", person, id);
    }

    void practise(PersonId person, LocalDate from, LocalDate until, BigDecimal hours, String setting, String work) {
        jdbc.sql("""
                insert into portfolio.practice_period (person_id, from_day, until_day, hours, setting, work, added_at)
                values (:person, :from, :until, :hours, :setting, :work, :now)
                """)
                .param("person", person.value())
                .param("from", from)
                .param("until", until)
                .param("hours", hours)
                .param("setting", setting)
                .param("work", work)
                .param("now", now())
                .update();
    }

    boolean removePractice(PersonId person, long id) {
        return remove("practice_period", person, id);
    }

    private boolean remove(String table, PersonId person, long id) {
        return jdbc.sql("update portfolio." + table + """
                 set removed_at = :now where id = :id and person_id = :person and removed_at is null
                """)
                        .param("now", now())
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
