package org.espalier.assessment.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All delegated tasks and who was signed off for them. Whoever asks says of which organisation. */
@Component
public class Tasks {
    private static final String TASK = "t.id, t.organisation_id, t.name as task, t.delegated_by, t.months";
    private static final String SIGN_OFF = """
            select s.id as sign_off_id, s.act, s.kind, s.made_by, a.name as made_by_name, s.happened_on, s.valid_until,
                   s.revoke_reason, o.name as organisation, n.person_id, n.account_id, n.name as person,
            """ + TASK + """
             from assessment.task_sign_off s
                join assessment.task t on t.id = s.task_id
                join organisation.employer o on o.organisation_id = t.organisation_id
                join person.named n on n.person_id = s.person_id
                join access.holder a on a.account_id = s.made_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Tasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An organisation's tasks, by name. */
    public List<Task> of(OrganisationId organisation) {
        return jdbc.sql("select " + TASK + """
                 from assessment.task t where t.organisation_id = :organisation and t.retired_at is null
                order by lower(t.name), t.id
                """)
                .param("organisation", organisation.value())
                .query((row, number) -> task(row))
                .list();
    }

    public Optional<Task> find(OrganisationId organisation, TaskId id) {
        return of(organisation).stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /** Everything that somebody was signed off for, by task, the latest first. One SQL statement. */
    public List<TaskSignOff> of(PersonId person) {
        return jdbc.sql(SIGN_OFF + " where s.person_id = :person order by lower(t.name), s.happened_on desc, s.id desc")
                .param("person", person.value())
                .query((row, number) -> signOff(row))
                .list();
    }

    /** What stands for a task, the latest first. One SQL statement. */
    public List<TaskSignOff> standing(TaskId task) {
        return jdbc.sql(SIGN_OFF
                        + " where s.task_id = :task and s.revoked_at is null order by s.happened_on desc, s.id desc")
                .param("task", task.value())
                .query((row, number) -> signOff(row))
                .list();
    }

    Optional<TaskSignOff> signOff(long id) {
        return jdbc.sql(SIGN_OFF + " where s.id = :id")
                .param("id", id)
                .query((row, number) -> signOff(row))
                .optional();
    }

    /** Those who belong to an organisation, by name. One SQL statement. */
    public List<Person> people(OrganisationId organisation) {
        return jdbc.sql("""
                select n.person_id, n.account_id, n.name from person.belonging b
                    join person.named n on n.person_id = b.person_id
                where b.organisation_id = :organisation order by lower(n.name), n.person_id
                """)
                .param("organisation", organisation.value())
                .query((row, number) -> new Person(
                        new PersonId(row.getLong("person_id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("name")))
                .list();
    }

    TaskId add(OrganisationId organisation, String name, String delegatedBy, @Nullable Integer months, AccountId by) {
        return jdbc.sql("""
                insert into assessment.task (organisation_id, name, delegated_by, months, added_by, added_at)
                values (:organisation, :name, :delegatedBy, :months, :by, :now) returning id
                """)
                .param("organisation", organisation.value())
                .param("name", name)
                .param("delegatedBy", delegatedBy)
                .param("months", months, Types.INTEGER)
                .param("by", by.value())
                .param("now", now())
                .query((row, number) -> new TaskId(row.getLong("id")))
                .single();
    }

    long signOff(
            Task task,
            Collection<PersonId> people,
            TaskSignOff.Kind kind,
            LocalDate happenedOn,
            @Nullable LocalDate validUntil,
            AccountId by) {
        var act = jdbc.sql("select nextval('assessment.act')").query(Long.class).single();
        jdbc.sql("""
                insert into assessment.task_sign_off
                    (act, task_id, person_id, kind, made_by, made_at, happened_on, valid_until)
                select :act, :task, person, :kind, :by, :now, :happenedOn, :validUntil
                from unnest(cast(:people as bigint[])) person
                """)
                .param("act", act)
                .param("task", task.id().value())
                .param("kind", kind.slug())
                .param("by", by.value())
                .param("now", now())
                .param("happenedOn", happenedOn)
                .param("validUntil", validUntil, Types.DATE)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .update();
        return act;
    }

    boolean revoke(long id, AccountId by, String reason) {
        return jdbc.sql("""
                update assessment.task_sign_off set revoked_at = :now, revoked_by = :by, revoke_reason = :reason
                where id = :id and revoked_at is null
                """)
                        .param("now", now())
                        .param("by", by.value())
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those that run out by a day, of which nobody has been reminded and which nobody has renewed; reminded from now on. */
    List<TaskSignOff> remind(LocalDate until) {
        var ids = jdbc.sql("""
                update assessment.task_sign_off s set reminded_at = :now
                where s.valid_until <= :until and s.reminded_at is null and s.revoked_at is null
                returning s.id, exists (select 1 from assessment.task_sign_off n where n.task_id = s.task_id
                    and n.person_id = s.person_id and n.kind = 'achieved' and n.revoked_at is null
                    and (n.valid_until is null or n.valid_until > s.valid_until)) as renewed
                """)
                .param("now", now())
                .param("until", until)
                .query((row, number) -> row.getBoolean("renewed") ? -1L : row.getLong("id"))
                .list();
        return jdbc.sql(SIGN_OFF + " where s.id = any(:ids) order by s.id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> signOff(row))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                new TaskId(row.getLong("id")),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("task"),
                row.getString("delegated_by"),
                (@Nullable Integer) row.getObject("months", Integer.class));
    }

    private static TaskSignOff signOff(ResultSet row) throws SQLException {
        return new TaskSignOff(
                row.getLong("sign_off_id"),
                row.getLong("act"),
                task(row),
                row.getString("organisation"),
                new Person(
                        new PersonId(row.getLong("person_id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("person")),
                TaskSignOff.Kind.ofSlug(row.getString("kind")),
                new AccountId(row.getLong("made_by")),
                row.getString("made_by_name"),
                row.getObject("happened_on", LocalDate.class),
                (@Nullable LocalDate) row.getObject("valid_until", LocalDate.class),
                (@Nullable String) row.getString("revoke_reason"));
    }
}
