package org.espalier.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.credential.LevelRequest.State;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All requests to sign off a level. */
@Component
public class LevelRequests {
    private static final String REQUEST = """
            select r.id, r.person_id, p.account_id, p.name, r.organisation_id, r.version_id, r.level, r.assessor_id,
                   h.name as assessor, r.state, r.words, r.reason, r.asked_at, r.decided_at
            from credential.request r
            join person.person p on p.id = r.person_id
            join access.holder h on h.account_id = r.assessor_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LevelRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A person's own, the latest first. */
    public List<LevelRequest> of(PersonId person) {
        return jdbc.sql(REQUEST + "where r.person_id = :person order by r.asked_at desc, r.id desc")
                .param("person", person.value())
                .query(LevelRequests::request)
                .list();
    }

    /** Those that wait for an assessor, the oldest first. */
    public List<LevelRequest> waitingFor(AccountId assessor) {
        return jdbc.sql(REQUEST + "where r.assessor_id = :assessor and r.state = 'waiting' order by r.asked_at, r.id")
                .param("assessor", assessor.value())
                .query(LevelRequests::request)
                .list();
    }

    /** One that an assessor was asked; empty for anybody else's. */
    public Optional<LevelRequest> askedOf(AccountId assessor, long id) {
        return jdbc.sql(REQUEST + "where r.assessor_id = :assessor and r.id = :id")
                .param("assessor", assessor.value())
                .param("id", id)
                .query(LevelRequests::request)
                .optional();
    }

    void add(
            PersonId person,
            OrganisationId organisation,
            VersionId version,
            @Nullable String level,
            AccountId assessor,
            String words) {
        jdbc.sql("""
                insert into credential.request
                    (person_id, organisation_id, version_id, level, assessor_id, state, words, asked_at)
                values (:person, :organisation, :version, :level, :assessor, 'waiting', :words, :now)
                """)
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("version", version.value())
                .param("level", level)
                .param("assessor", assessor.value())
                .param("words", words)
                .param("now", now())
                .update();
    }

    /** Ends a request that waits; false when it waits no more. */
    boolean end(long id, State state, String reason, @Nullable Long certificate) {
        return jdbc.sql("""
                update credential.request
                set state = :state, reason = :reason, decided_at = :now, certificate_id = :certificate
                where id = :id and state = 'waiting'
                """)
                        .param("id", id)
                        .param("state", state.code())
                        .param("reason", reason)
                        .param("certificate", certificate, java.sql.Types.BIGINT)
                        .param("now", now())
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LevelRequest request(ResultSet row, int number) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new LevelRequest(
                row.getLong("id"),
                new Person(
                        new PersonId(row.getLong("person_id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("name")),
                new OrganisationId(row.getLong("organisation_id")),
                new VersionId(row.getLong("version_id")),
                row.getString("level"),
                new AccountId(row.getLong("assessor_id")),
                row.getString("assessor"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("words"),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                decided == null ? null : decided.toInstant());
    }
}
