package org.espalier.assessment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Between whom there is a conflict of interest: the assessor or the learner has said that they are too close for one to judge
 * the other. Whoever said it ends it; it stays in their list.
 */
@Component
public class Conflicts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Conflicts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who must not judge a learner. One SQL statement. */
    public Set<AccountId> about(PersonId learner) {
        return new HashSet<>(
                jdbc.sql("select account_id from assessment.conflict where person_id = :learner and ended_at is null")
                        .param("learner", learner.value())
                        .query((row, number) -> new AccountId(row.getLong("account_id")))
                        .list());
    }

    /** Those of these learners whom an assessor must not judge. One SQL statement. */
    public Set<PersonId> of(AccountId assessor, Collection<PersonId> learners) {
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

    void declare(AccountId assessor, PersonId learner, boolean byLearner, String words) {
        jdbc.sql("""
                insert into assessment.conflict (account_id, person_id, of_learner, words, declared_at)
                values (:assessor, :learner, :byLearner, :words, :now)
                on conflict (account_id, person_id, of_learner) where ended_at is null do nothing
                """)
                .param("assessor", assessor.value())
                .param("learner", learner.value())
                .param("byLearner", byLearner)
                .param("words", words)
                .param("now", now())
                .update();
    }

    /** All that an assessor has said of learners, those that stand first. One SQL statement. */
    public List<Conflict> declaredBy(AccountId assessor) {
        return jdbc.sql("""
                select c.id, c.words, c.declared_at, c.ended_at, n.name
                from assessment.conflict c join person.named n on n.person_id = c.person_id
                where c.account_id = :assessor and not c.of_learner order by c.ended_at desc nulls first, c.id desc
                """)
                .param("assessor", assessor.value())
                .query(Conflicts::conflict)
                .list();
    }

    /** All that a learner has said of assessors, those that stand first. One SQL statement. */
    public List<Conflict> declaredBy(PersonId learner) {
        return jdbc.sql("""
                select c.id, c.words, c.declared_at, c.ended_at, h.name
                from assessment.conflict c join access.holder h on h.account_id = c.account_id
                where c.person_id = :learner and c.of_learner order by c.ended_at desc nulls first, c.id desc
                """)
                .param("learner", learner.value())
                .query(Conflicts::conflict)
                .list();
    }

    /** Ends one that the assessor has declared; false when there is none that stands. */
    boolean end(AccountId assessor, long id) {
        return jdbc.sql("""
                update assessment.conflict set ended_at = :now
                where account_id = :assessor and not of_learner and id = :id and ended_at is null
                """)
                        .param("assessor", assessor.value())
                        .param("id", id)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Ends one that the learner has declared; false when there is none that stands. */
    boolean end(PersonId learner, long id) {
        return jdbc.sql("""
                update assessment.conflict set ended_at = :now
                where person_id = :learner and of_learner and id = :id and ended_at is null
                """)
                        .param("learner", learner.value())
                        .param("id", id)
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Conflict conflict(ResultSet row, int number) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Conflict(
                row.getLong("id"),
                row.getString("name"),
                row.getString("words"),
                row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }
}
