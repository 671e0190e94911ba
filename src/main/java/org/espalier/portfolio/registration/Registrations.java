package org.espalier.portfolio.registration;

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
import org.espalier.kernel.Problem;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people say they are registered for. Whoever asks says whose it is; what is somebody else's is not found. */
@Component
public class Registrations {
    private static final String REGISTRATION = """
            select r.id, r.rule_set, r.number, r.cycle_until, r.since, r.two, %s
            from portfolio.registration r
                left join portfolio.organisation_rules o on o.id = r.organisation_rules_id
                left join organisation.employer e on e.organisation_id = o.organisation_id
            """.formatted(OrganisationRules.COLUMNS);

    private final JdbcClient jdbc;
    private final RuleSets ruleSets;
    private final Clock clock;

    Registrations(JdbcClient jdbc, RuleSets ruleSets, Clock clock) {
        this.jdbc = jdbc;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /** All of a person's, the one whose cycle ends next first. One SQL statement. */
    public List<Registration> of(PersonId person) {
        return jdbc.sql(REGISTRATION
                        + "where r.person_id = :person and r.ended_at is null order by r.cycle_until, r.id")
                .param("person", person.value())
                .query(this::registration)
                .list();
    }

    /** One of a person's. */
    public Registration get(PersonId person, RegistrationId id) {
        return find(id, person).orElseThrow(Registrations::notFound);
    }

    /** Anybody's; whoever calls this has made sure that it may be seen. */
    Optional<Registration> find(RegistrationId id) {
        return find(id, null);
    }

    /** Anybody's; whoever calls this has made sure that they may be seen. One SQL statement. */
    List<Registration> all(Collection<RegistrationId> ids) {
        return jdbc.sql(REGISTRATION + "where r.id = any(:ids) and r.ended_at is null")
                .param("ids", ids.stream().map(RegistrationId::value).toArray(Long[]::new))
                .query(this::registration)
                .list();
    }

    private Optional<Registration> find(RegistrationId id, @Nullable PersonId person) {
        return jdbc.sql(REGISTRATION + """
                where r.id = :id and r.ended_at is null and r.person_id = coalesce(:person, r.person_id)
                """)
                .param("id", id.value())
                .param("person", person == null ? null : person.value(), Types.BIGINT)
                .query(this::registration)
                .optional();
    }

    static Problem.NotFound notFound() {
        return new Problem.NotFound("portfolio.registration.problem.noRegistration");
    }

    RegistrationId add(PersonId person, RuleSet rules, Registering registering) {
        var own = OrganisationRulesId.of(rules.id());
        return jdbc.sql("""
                insert into portfolio.registration
                    (person_id, rule_set, organisation_rules_id, number, cycle_until, since, two, added_at)
                values (:person, :rules, :own, :number, :until, :since, :two, :now) returning id
                """)
                .param("person", person.value())
                .param("rules", own.isPresent() ? null : rules.id(), Types.VARCHAR)
                .param("own", own.map(OrganisationRulesId::value).orElse(null), Types.BIGINT)
                .param("number", registering.number(), Types.VARCHAR)
                .param("until", registering.cycleUntil())
                .param("since", registering.since(), Types.DATE)
                .param("two", registering.two())
                .param("now", now())
                .query((row, number) -> new RegistrationId(row.getLong("id")))
                .single();
    }

    /** Corrects it; what was said for the cycle goes with the cycle. */
    void change(RegistrationId id, LocalDate before, Registering registering) {
        jdbc.sql("""
                update portfolio.registration set number = :number, cycle_until = :until, since = :since, two = :two
                where id = :id
                """)
                .param("number", registering.number(), Types.VARCHAR)
                .param("until", registering.cycleUntil())
                .param("since", registering.since(), Types.DATE)
                .param("two", registering.two())
                .param("id", id.value())
                .update();
        for (var table : List.of("registration_statement", "attestation")) {
            jdbc.sql("update portfolio." + table
                            + " set cycle_until = :until where registration_id = :id and cycle_until = :before")
                    .param("until", registering.cycleUntil())
                    .param("id", id.value())
                    .param("before", before)
                    .update();
        }
    }

    /** Goes on to another cycle; what was said for the one before stays with it. */
    void moveOn(RegistrationId id, LocalDate cycleUntil) {
        jdbc.sql("update portfolio.registration set cycle_until = :until where id = :id")
                .param("until", cycleUntil)
                .param("id", id.value())
                .update();
    }

    void end(RegistrationId id) {
        jdbc.sql("update portfolio.registration set ended_at = :now where id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Registration registration(ResultSet row, int number) throws SQLException {
        var national = row.getString("rule_set");
        return new Registration(
                new RegistrationId(row.getLong("id")),
                national == null ? OrganisationRules.ruleSet(row) : ruleSets.get(national),
                row.getString("number"),
                row.getObject("cycle_until", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getBoolean("two"));
    }
}
