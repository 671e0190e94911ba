package org.espalier.assessment.attestation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that several people sign. Reading asks nobody for permission: whoever reads shows it to those it concerns. */
@Component
public class JointAttestations {
    private static final String ATTESTATION = """
            select a.id, a.person_id, a.title, a.words, a.made_at, a.withdrawn_at, a.completed_at,
                   n.account_id as learner_account, n.name as learner,
                   p.id as part_id, p.role, p.account_id, p.capacity, p.asked_at, p.asked_words, p.answer,
                   p.words as answer_words, p.answered_at, p.signed_as, p.replaced_at, h.name
            from assessment.attestation a
                join person.named n on n.person_id = a.person_id
                join assessment.attestation_part p on p.attestation_id = a.id
                join access.holder h on h.account_id = p.account_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JointAttestations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that somebody has asked for or was asked to sign, the latest first. One SQL statement. */
    public List<Attestation> with(AccountId account) {
        return attestations(jdbc.sql(ATTESTATION + """
                where a.id in (select attestation_id from assessment.attestation_part where account_id = :account)
                order by a.id desc, p.id
                """)
                .param("account", account.value())
                .query((row, number) -> row(row))
                .list());
    }

    public Optional<Attestation> find(AttestationId id) {
        return attestations(jdbc.sql(ATTESTATION + " where a.id = :id order by p.id")
                        .param("id", id.value())
                        .query((row, number) -> row(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The same; nobody else changes it until the transaction is over. */
    Optional<Attestation> lock(AttestationId id) {
        jdbc.sql("select id from assessment.attestation where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return find(id);
    }

    AttestationId add(PersonId learner, String title, String words) {
        return jdbc.sql("""
                insert into assessment.attestation (person_id, title, words, made_at)
                values (:learner, :title, :words, :now) returning id
                """)
                .param("learner", learner.value())
                .param("title", title)
                .param("words", words)
                .param("now", now())
                .query((row, number) -> new AttestationId(row.getLong("id")))
                .single();
    }

    /** @return the number of the part */
    long ask(AttestationId id, Part.Role role, Signatory signatory, String words) {
        return jdbc.sql("""
                insert into assessment.attestation_part
                    (attestation_id, role, account_id, capacity, asked_at, asked_words)
                values (:attestation, :role, :account, :capacity, :now, :words) returning id
                """)
                .param("attestation", id.value())
                .param("role", role.slug())
                .param("account", signatory.account().value())
                .param("capacity", signatory.capacity())
                .param("now", now())
                .param("words", words)
                .query(Long.class)
                .single();
    }

    void sign(long part, String name) {
        jdbc.sql("""
                update assessment.attestation_part
                set answer = 'signed', words = '', answered_at = :now, signed_as = :name where id = :part
                """)
                .param("now", now())
                .param("name", name)
                .param("part", part)
                .update();
    }

    void decline(long part, String reason) {
        jdbc.sql("""
                update assessment.attestation_part
                set answer = 'declined', words = :reason, answered_at = :now where id = :part
                """)
                .param("now", now())
                .param("reason", reason)
                .param("part", part)
                .update();
    }

    void replace(long part) {
        jdbc.sql("update assessment.attestation_part set replaced_at = :now where id = :part")
                .param("now", now())
                .param("part", part)
                .update();
    }

    void complete(AttestationId id) {
        jdbc.sql("update assessment.attestation set completed_at = :now where id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    void withdraw(AttestationId id) {
        jdbc.sql("update assessment.attestation set withdrawn_at = :now where id = :id")
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Row(Attestation attestation, Part part) {}

    private static List<Attestation> attestations(List<Row> rows) {
        var parts = new LinkedHashMap<AttestationId, List<Row>>();
        rows.forEach(row -> parts.computeIfAbsent(row.attestation().id(), id -> new ArrayList<>())
                .add(row));
        return parts.values().stream()
                .map(ofOne -> {
                    var first = ofOne.getFirst().attestation();
                    return new Attestation(
                            first.id(),
                            first.learner(),
                            first.title(),
                            first.words(),
                            first.madeAt(),
                            first.withdrawnAt(),
                            first.completedAt(),
                            ofOne.stream().map(Row::part).toList());
                })
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        return new Row(
                new Attestation(
                        new AttestationId(row.getLong("id")),
                        new Person(
                                new PersonId(row.getLong("person_id")),
                                new AccountId(row.getLong("learner_account")),
                                row.getString("learner")),
                        row.getString("title"),
                        row.getString("words"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        instant(row, "withdrawn_at"),
                        instant(row, "completed_at"),
                        List.of()),
                new Part(
                        row.getLong("part_id"),
                        Part.Role.ofSlug(row.getString("role")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("name"),
                        row.getString("capacity"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("asked_words"),
                        answer == null ? null : Part.Answer.ofSlug(answer),
                        row.getString("answer_words"),
                        instant(row, "answered_at"),
                        (@Nullable String) row.getString("signed_as"),
                        row.getObject("replaced_at") != null));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
