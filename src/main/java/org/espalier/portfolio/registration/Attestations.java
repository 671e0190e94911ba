package org.espalier.portfolio.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people were asked to say about other people's registrations. */
@Component
class Attestations {
    private static final String QUESTION = """
            select a.*, b.name as by_name, f.name as from_name, r.person_id
            from portfolio.attestation a
                join portfolio.registration r on r.id = a.registration_id
                join access.holder b on b.account_id = a.account_id
                join access.holder f on f.account_id = a.owner_account_id
            where r.ended_at is null and a.outcome is distinct from 'withdrawn' and a.account_id = :account
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Attestations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A question as the database has it. */
    record Row(RegistrationId registration, PersonId owner, AccountId from, String fromName, Attestation attestation) {}

    List<Row> askedOf(AccountId account) {
        return jdbc.sql(QUESTION + " order by (a.outcome is null) desc, a.asked_at desc, a.id desc limit 100")
                .param("account", account.value())
                .query(Attestations::row)
                .list();
    }

    Optional<Row> askedOf(AccountId account, AttestationId id) {
        return jdbc.sql(QUESTION + " and a.id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query(Attestations::row)
                .optional();
    }

    AttestationId ask(Registration registration, String requirement, AccountId owner, AccountId asked, String message) {
        return jdbc.sql("""
                insert into portfolio.attestation
                    (registration_id, requirement, cycle_until, owner_account_id, account_id, message, asked_at)
                values (:registration, :requirement, :until, :owner, :asked, :message, :now) returning id
                """)
                .param("registration", registration.id().value())
                .param("requirement", requirement)
                .param("until", registration.cycleUntil())
                .param("owner", owner.value())
                .param("asked", asked.value())
                .param("message", message)
                .param("now", now())
                .query((row, number) -> new AttestationId(row.getLong("id")))
                .single();
    }

    /** Who was asked; empty when there is no such open question of this registration. */
    Optional<AccountId> withdraw(RegistrationId registration, AttestationId id) {
        return jdbc.sql("""
                update portfolio.attestation set outcome = 'withdrawn', answered_at = :now
                where id = :id and registration_id = :registration and outcome is null returning account_id
                """)
                .param("now", now())
                .param("id", id.value())
                .param("registration", registration.value())
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    /** False when it has been answered or taken back meanwhile. */
    boolean give(
            AccountId by, AttestationId id, LocalDate heldOn, String capacity, @Nullable String number, String words) {
        return jdbc.sql("""
                update portfolio.attestation
                set outcome = 'given', answered_at = :now, held_on = :on, capacity = :capacity,
                    registration = :number, words = :words
                where id = :id and account_id = :by and outcome is null
                """)
                        .param("now", now())
                        .param("on", heldOn)
                        .param("capacity", capacity)
                        .param("number", number, Types.VARCHAR)
                        .param("words", words)
                        .param("id", id.value())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** False when it has been answered or taken back meanwhile. */
    boolean decline(AccountId by, AttestationId id, String words) {
        return jdbc.sql("""
                update portfolio.attestation set outcome = 'declined', answered_at = :now, words = :words
                where id = :id and account_id = :by and outcome is null
                """)
                        .param("now", now())
                        .param("words", words)
                        .param("id", id.value())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new RegistrationId(row.getLong("registration_id")),
                new PersonId(row.getLong("person_id")),
                new AccountId(row.getLong("owner_account_id")),
                row.getString("from_name"),
                Logbooks.attestation(row));
    }
}
