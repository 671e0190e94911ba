package org.espalier.assessment.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.assessment.Claims.Judged;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All sessions after which a group was signed off, and who got what. */
@Component
public class GroupSignOffs {
    private static final String SESSION = """
            select g.*, o.name as organisation, a.name as assessor
            from assessment.group_sign_off g
                join organisation.employer o on o.organisation_id = g.organisation_id
                join access.holder a on a.account_id = g.assessor_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GroupSignOffs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A session in a list.
     *
     * @param people for how many of them something stands
     * @param standing how many sign-offs stand
     */
    public record Line(GroupSignOff session, int people, int standing) {}

    /** An assessor's, the latest first. One SQL statement. */
    public List<Line> by(AccountId assessor) {
        return jdbc.sql("""
                select g.*, o.name as organisation, a.name as assessor, l.people, l.standing
                from assessment.group_sign_off g
                    join organisation.employer o on o.organisation_id = g.organisation_id
                    join access.holder a on a.account_id = g.assessor_id
                    cross join lateral (
                        select count(distinct person_id) as people, count(*) as standing
                        from assessment.group_sign_off_line where group_id = g.id and taken_back_at is null) l
                where g.assessor_id = :assessor order by g.id desc
                """)
                .param("assessor", assessor.value())
                .query((row, number) -> new Line(session(row), row.getInt("people"), row.getInt("standing")))
                .list();
    }

    /** Those after which somebody was signed off for something, the latest first. One SQL statement. */
    public List<Line> of(PersonId person) {
        return jdbc.sql("""
                select g.*, o.name as organisation, a.name as assessor, l.people, l.standing
                from (select group_id, count(distinct person_id) as people,
                             count(*) filter (where taken_back_at is null) as standing
                      from assessment.group_sign_off_line where person_id = :person group by group_id) l
                    join assessment.group_sign_off g on g.id = l.group_id
                    join organisation.employer o on o.organisation_id = g.organisation_id
                    join access.holder a on a.account_id = g.assessor_id
                order by g.id desc
                """)
                .param("person", person.value())
                .query((row, number) -> new Line(session(row), row.getInt("people"), row.getInt("standing")))
                .list();
    }

    public Optional<GroupSignOff> find(GroupSignOffId id) {
        return jdbc.sql(SESSION + " where g.id = :id")
                .param("id", id.value())
                .query((row, number) -> session(row))
                .optional();
    }

    /** Everything that was signed off after it, by name. One SQL statement. */
    public List<GroupLine> lines(GroupSignOffId id) {
        return jdbc.sql("""
                select l.*, n.account_id, n.name
                from assessment.group_sign_off_line l join person.named n on n.person_id = l.person_id
                where l.group_id = :id order by lower(n.name), n.person_id, l.statement_id
                """)
                .param("id", id.value())
                .query((row, number) -> line(row))
                .list();
    }

    /** Those who belong to an organisation and can sign in, by name. One SQL statement. */
    List<Person> people(OrganisationId organisation) {
        return jdbc.sql("""
                select n.person_id, n.account_id, n.name from person.belonging b
                    join person.named n on n.person_id = b.person_id
                    join access.holder h on h.account_id = n.account_id and not h.disabled
                where b.organisation_id = :organisation order by lower(n.name), n.person_id
                """)
                .param("organisation", organisation.value())
                .query((row, number) -> person(row))
                .list();
    }

    /** @param claims the sign-offs, in the order of what was judged */
    GroupSignOffId add(GroupDraft draft, List<Judged> judged, List<Long> claims) {
        return jdbc.sql("""
                with act as (select nextval('assessment.act') as id),
                session as (
                    insert into assessment.group_sign_off
                        (id, organisation_id, assessor_id, version_id, title, held_on, valid_until, made_at)
                    select id, :organisation, :assessor, :version, :title, :heldOn, :validUntil, :now from act
                    returning id
                ), lines as (
                    insert into assessment.group_sign_off_line (group_id, person_id, statement_id, claim_id)
                    select session.id, l.person_id, l.statement_id, l.claim_id
                    from session, unnest(cast(:people as bigint[]), cast(:statements as bigint[]),
                                         cast(:claims as bigint[])) as l (person_id, statement_id, claim_id)
                )
                select id from act
                """)
                .param("organisation", draft.organisation().value())
                .param("assessor", draft.assessor().value())
                .param("version", draft.version().value())
                .param("title", draft.occasion().title())
                .param("heldOn", draft.occasion().heldOn())
                .param("validUntil", draft.occasion().validUntil(), Types.DATE)
                .param("now", now())
                .param(
                        "people",
                        judged.stream().map(one -> one.person().value()).toArray(Long[]::new))
                .param(
                        "statements",
                        judged.stream().map(one -> one.statement().value()).toArray(Long[]::new))
                .param("claims", claims.toArray(Long[]::new))
                .query((row, number) -> new GroupSignOffId(row.getLong("id")))
                .single();
    }

    /** Takes back what stands: all of it, or one person's. */
    List<GroupLine> takeBack(GroupSignOffId id, @Nullable PersonId person, String why) {
        return jdbc.sql("""
                update assessment.group_sign_off_line l set taken_back = :why, taken_back_at = :now
                from person.named n
                where l.group_id = :id and l.taken_back_at is null and n.person_id = l.person_id
                  and (cast(:person as bigint) is null or l.person_id = :person)
                returning l.*, n.account_id, n.name
                """)
                .param("why", why)
                .param("now", now())
                .param("id", id.value())
                .param("person", person == null ? null : person.value(), Types.BIGINT)
                .query((row, number) -> line(row))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static GroupSignOff session(ResultSet row) throws SQLException {
        return new GroupSignOff(
                new GroupSignOffId(row.getLong("id")),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("organisation"),
                new AccountId(row.getLong("assessor_id")),
                row.getString("assessor"),
                new VersionId(row.getLong("version_id")),
                GroupDrafts.occasion(row),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static GroupLine line(ResultSet row) throws SQLException {
        var takenBackAt = row.getObject("taken_back_at", OffsetDateTime.class);
        return new GroupLine(
                person(row),
                new StatementId(row.getLong("statement_id")),
                row.getLong("claim_id"),
                (@Nullable String) row.getString("taken_back"),
                takenBackAt == null ? null : takenBackAt.toInstant());
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getLong("person_id")),
                new AccountId(row.getLong("account_id")),
                row.getString("name"));
    }
}
