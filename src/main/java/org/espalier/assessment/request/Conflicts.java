package org.espalier.assessment.request;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which assessors have said that they are too close to somebody to judge them. */
@Component
public class Conflicts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Conflicts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who has a conflict of interest about a learner. */
    Set<AccountId> about(PersonId learner) {
        return new HashSet<>(
                jdbc.sql("select account_id from assessment.conflict where person_id = :learner and ended_at is null")
                        .param("learner", learner.value())
                        .query((row, number) -> new AccountId(row.getLong("account_id")))
                        .list());
    }

    /** Those of these learners about whom an assessor has a conflict of interest. */
    Set<PersonId> of(AccountId assessor, Collection<PersonId> learners) {
        return new HashSet<>(jdbc.sql("""
                select person_id from assessment.conflict
                where account_id = :assessor and person_id = any(:learners) and ended_at is null
                """)
                .param("assessor", assessor.value())
                .param(
                        "learners",
                        learners.stream().map(PersonId::value).distinct().toArray(Long[]::new))
                .query((row, number) -> new PersonId(row.getLong("person_id")))
                .list());
    }

    void declare(AccountId assessor, PersonId learner, String words) {
        jdbc.sql("""
                insert into assessment.conflict (account_id, person_id, words, declared_at)
                values (:assessor, :learner, :words, :now)
                on conflict (account_id, person_id) where ended_at is null do nothing
                """)
                .param("assessor", assessor.value())
                .param("learner", learner.value())
                .param("words", words)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All that an assessor has declared, those that stand first. One SQL statement. */
    public List<Conflict> declaredBy(AccountId assessor) {
        return jdbc.sql("""
                select c.id, c.words, c.declared_at, c.ended_at, n.person_id, n.account_id, n.name
                from assessment.conflict c join person.named n on n.person_id = c.person_id
                where c.account_id = :assessor order by c.ended_at desc nulls first, c.id desc
                """)
                .param("assessor", assessor.value())
                .query((row, number) -> {
                    var endedAt = row.getObject("ended_at", OffsetDateTime.class);
                    return new Conflict(
                            row.getLong("id"),
                            new Person(
                                    new PersonId(row.getLong("person_id")),
                                    new AccountId(row.getLong("account_id")),
                                    row.getString("name")),
                            row.getString("words"),
                            row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                            endedAt == null ? null : endedAt.toInstant());
                })
                .list();
    }

    /** Ends one of an assessor's own; false when there is none that stands. It stays in the list. */
    @Transactional
    public boolean end(AccountId assessor, long id) {
        return jdbc.sql("""
                update assessment.conflict set ended_at = :now
                where account_id = :assessor and id = :id and ended_at is null
                """)
                        .param("assessor", assessor.value())
                        .param("id", id)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
