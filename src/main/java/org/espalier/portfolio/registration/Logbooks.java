package org.espalier.portfolio.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.person.PersonId;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the rules look at: one log for all of a person's registrations. */
@Component
public class Logbooks {
    private final JdbcClient jdbc;

    Logbooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For each of these registrations of a person; five SQL statements however many there are. */
    public Map<RegistrationId, Logbook> of(PersonId person, Collection<Registration> registrations) {
        var ids = registrations.stream()
                .map(registration -> registration.id().value())
                .toArray(Long[]::new);
        var entries = entries(person);
        var practice = practice(person);
        var explanations = explanations(person);
        var statements = statements(ids);
        var attestations = attestations(ids);
        var logs = new HashMap<RegistrationId, Logbook>();
        for (var registration : registrations) {
            logs.put(
                    registration.id(),
                    new Logbook(
                            entries,
                            practice,
                            explanations,
                            statements.getOrDefault(new Said(registration.id(), registration.cycleUntil()), Map.of()),
                            attestations.stream()
                                    .filter(one -> one.registration().equals(registration.id()))
                                    .map(Asked::attestation)
                                    .toList()));
        }
        return logs;
    }

    public Logbook of(PersonId person, Registration registration) {
        return of(person, List.of(registration)).getOrDefault(registration.id(), EMPTY);
    }

    static final Logbook EMPTY = new Logbook(List.of(), List.of(), List.of(), Map.of(), List.of());

    /** What is written in these entries. One SQL statement. */
    Map<EvidenceId, String> texts(Collection<EvidenceId> entries) {
        var texts = new HashMap<EvidenceId, String>();
        jdbc.sql("select id, array_to_string(parts, E'\\n\\n') as text from portfolio.evidence where id = any(:ids)")
                .param("ids", entries.stream().map(EvidenceId::value).toArray(Long[]::new))
                .query(row -> {
                    texts.put(new EvidenceId(row.getLong("id")), row.getString("text"));
                });
        return texts;
    }

    private List<LogEntry> entries(PersonId person) {
        return jdbc.sql("""
                select id, kind, title, happened_on, hours, participatory, kept_at is null as draft,
                       array_to_string(parts, '') ~ '\\S' as written
                from portfolio.evidence where person_id = :person and removed_at is null
                order by happened_on, id
                """)
                .param("person", person.value())
                .query((row, number) -> new LogEntry(
                        new EvidenceId(row.getLong("id")),
                        EvidenceKind.ofSlug(row.getString("kind")).orElseThrow(),
                        row.getString("title"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getBigDecimal("hours"),
                        row.getObject("participatory", Boolean.class),
                        row.getBoolean("draft"),
                        row.getBoolean("written")))
                .list();
    }

    private List<PracticePeriod> practice(PersonId person) {
        return jdbc.sql("""
                select id, from_day, until_day, hours, setting, work from portfolio.practice_period
                where person_id = :person and removed_at is null order by from_day desc, id desc
                """)
                .param("person", person.value())
                .query((row, number) -> new PracticePeriod(
                        row.getLong("id"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getBigDecimal("hours"),
                        row.getString("setting"),
                        row.getString("work")))
                .list();
    }

    private List<Explanation> explanations(PersonId person) {
        return jdbc.sql("""
                select id, from_day, until_day, text from portfolio.gap_explanation
                where person_id = :person and removed_at is null order by from_day, id
                """)
                .param("person", person.value())
                .query((row, number) -> new Explanation(
                        row.getLong("id"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getString("text")))
                .list();
    }

    /** For which registration and cycle. */
    private record Said(RegistrationId registration, LocalDate cycleUntil) {}

    private Map<Said, Map<String, String>> statements(Long[] registrations) {
        var statements = new HashMap<Said, Map<String, String>>();
        jdbc.sql("""
                select registration_id, cycle_until, requirement, text from portfolio.registration_statement
                where registration_id = any(:registrations)
                """).param("registrations", registrations).query(row -> {
            statements
                    .computeIfAbsent(
                            new Said(
                                    new RegistrationId(row.getLong("registration_id")),
                                    row.getObject("cycle_until", LocalDate.class)),
                            first -> new HashMap<>())
                    .put(row.getString("requirement"), row.getString("text"));
        });
        return statements;
    }

    private record Asked(RegistrationId registration, Attestation attestation) {}

    private List<Asked> attestations(Long[] registrations) {
        return jdbc.sql("""
                select a.*, h.name as by_name from portfolio.attestation a
                    join access.holder h on h.account_id = a.account_id
                where a.registration_id = any(:registrations) order by a.asked_at desc, a.id desc
                """)
                .param("registrations", registrations)
                .query((row, number) -> new Asked(new RegistrationId(row.getLong("registration_id")), attestation(row)))
                .list();
    }

    static Attestation attestation(ResultSet row) throws SQLException {
        return new Attestation(
                new AttestationId(row.getLong("id")),
                row.getString("requirement"),
                row.getObject("cycle_until", LocalDate.class),
                row.getString("by_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("message"),
                answer(row));
    }

    private static Attestation.@Nullable Answer answer(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        if (outcome == null) {
            return null;
        }
        var at = row.getObject("answered_at", OffsetDateTime.class).toInstant();
        return switch (outcome) {
            case "given" ->
                new Attestation.Answer.Given(
                        at,
                        row.getObject("held_on", LocalDate.class),
                        row.getString("capacity"),
                        row.getString("registration"),
                        row.getString("words"));
            case "declined" -> new Attestation.Answer.Declined(at, row.getString("words"));
            case "withdrawn" -> new Attestation.Answer.Withdrawn(at);
            default -> throw new IllegalStateException("No such outcome: " + outcome);
        };
    }
}
