package org.espalier.assessment;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.database.Question;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All claims. They are added and read, never changed: the database itself refuses. */
@Component
public class Claims {
    /** The array stands in a sub-select so that the planner cannot count it: then one plan serves every call. */
    private static final String ALL = """
            SELECT statement_id, id, made_at, kind, rating, valid_until, revokes
            FROM assessment.claim WHERE person_id = ? AND version_id = ANY ((SELECT ?::bigint[])::bigint[])
            """;

    private static final int SELF_RATING = 0;
    private static final int SIGN_OFF = 1;
    private static final int RECOGNITION = 2;
    private static final int REFUSAL = 3;
    private static final int REVOCATION = 4;
    private static final int PARTLY_MET = 5;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Claims(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One person's standing on every statement of one version, now; one SQL statement. */
    public Standings of(PersonId person, VersionId version) {
        return of(person, List.of(version));
    }

    /** One person's standing on every statement of these versions, now; one SQL statement. */
    public Standings of(PersonId person, Collection<VersionId> versions) {
        return requireNonNull(jdbc.query(ALL, this::standings, person.value(), ids(versions)));
    }

    /** The standing of each of these people on every statement of a version, now; one SQL statement. */
    public Map<PersonId, Standings> of(Collection<PersonId> people, VersionId version) {
        Map<PersonId, Map<StatementId, List<Claim>>> claims = new HashMap<>();
        people.forEach(person -> claims.put(person, new HashMap<>()));
        jdbc.query(
                """
                SELECT statement_id, id, made_at, kind, rating, valid_until, revokes, person_id
                FROM assessment.claim WHERE person_id = ANY (?) AND version_id = ?
                """,
                row -> {
                    requireNonNull(claims.get(new PersonId(row.getLong(8))))
                            .computeIfAbsent(new StatementId(row.getLong(1)), id -> new ArrayList<>(2))
                            .add(claim(row));
                },
                people.stream().map(PersonId::value).toArray(Long[]::new),
                version.value());
        var now = clock.instant();
        Map<PersonId, Standings> standings = new HashMap<>();
        claims.forEach((person, ofOne) -> standings.put(person, new Standings(ofOne, now)));
        return standings;
    }

    /** The standing of each of these people on every statement of one version, now; one SQL statement. */
    public Map<PersonId, Standings> of(Set<PersonId> people, VersionId version) {
        var claims = new HashMap<PersonId, Map<StatementId, List<Claim>>>();
        people.forEach(person -> claims.put(person, new HashMap<>()));
        jdbc.query(
                """
                SELECT statement_id, id, made_at, kind, rating, valid_until, revokes, person_id
                FROM assessment.claim WHERE person_id = ANY (?::bigint[]) AND version_id = ?
                """,
                row -> {
                    var its = claims.get(new PersonId(row.getLong("person_id")));
                    if (its != null) {
                        its.computeIfAbsent(new StatementId(row.getLong(1)), id -> new ArrayList<>(2))
                                .add(claim(row));
                    }
                },
                people.stream().map(PersonId::value).toArray(Long[]::new),
                version.value());
        var now = clock.instant();
        var standings = new HashMap<PersonId, Standings>();
        claims.forEach((person, its) -> standings.put(person, new Standings(its, now)));
        return standings;
    }

    /** The same, to be asked together with other things. */
    public Question<Standings> ask(PersonId person, Collection<VersionId> versions) {
        return new Question<>(ALL, List.of(person.value(), ids(versions)), this::standings);
    }

    private static Long[] ids(Collection<VersionId> versions) {
        return versions.stream().map(VersionId::value).toArray(Long[]::new);
    }

    private Standings standings(ResultSet rows) throws SQLException {
        Map<StatementId, List<Claim>> claims = new HashMap<>();
        while (rows.next()) {
            claims.computeIfAbsent(new StatementId(rows.getLong(1)), id -> new ArrayList<>(2))
                    .add(claim(rows));
        }
        return new Standings(claims, clock.instant());
    }

    /** Who verified a statement, and when. */
    public record Verified(AccountId by, Instant at) {}

    /** The latest verification in force of each of a person's statements in a version; one SQL statement. */
    public Map<StatementId, Verified> verified(PersonId person, VersionId version) {
        Map<StatementId, Verified> verified = new HashMap<>();
        jdbc.query(
                """
                SELECT DISTINCT ON (c.statement_id) c.statement_id, c.made_by, c.made_at
                FROM assessment.claim c
                WHERE c.person_id = ? AND c.version_id = ? AND c.kind IN (1, 2)
                  AND (c.valid_until IS NULL OR c.valid_until > ?)
                  AND NOT EXISTS (SELECT 1 FROM assessment.claim r WHERE r.person_id = c.person_id
                                  AND r.version_id = c.version_id AND r.statement_id = c.statement_id AND r.revokes = c.id)
                ORDER BY c.statement_id, c.made_at DESC, c.id DESC
                """,
                row -> {
                    verified.put(
                            new StatementId(row.getLong(1)),
                            new Verified(
                                    new AccountId(row.getLong(2)),
                                    row.getTimestamp(3).toInstant()));
                },
                person.value(),
                version.value(),
                now());
        return verified;
    }

    /** Every claim about one person and one statement with who made it and why, latest first. */
    public List<HistoryEntry> history(PersonId person, VersionId version, StatementId statement) {
        return jdbc.query(
                """
                SELECT statement_id, id, made_at, kind, rating, valid_until, revokes, made_by, reason
                FROM assessment.claim WHERE person_id = ? AND version_id = ? AND statement_id = ?
                ORDER BY made_at DESC, id DESC
                """,
                (row, number) ->
                        new HistoryEntry(claim(row), new AccountId(row.getLong("made_by")), row.getString("reason")),
                person.value(),
                version.value(),
                statement.value());
    }

    /**
     * Somebody's claim as they take it away.
     *
     * @param by the name of whoever made it
     */
    public record Kept(VersionId version, StatementId statement, HistoryEntry entry, String by) {}

    /** Every claim about one person with who made it and why, by version and statement, latest first; one SQL statement. */
    public List<Kept> every(PersonId person) {
        return jdbc.query(
                """
                SELECT c.statement_id, c.id, c.made_at, c.kind, c.rating, c.valid_until, c.revokes, c.made_by, c.reason,
                       c.version_id, h.name
                FROM assessment.claim c JOIN access.holder h ON h.account_id = c.made_by
                WHERE c.person_id = ?
                ORDER BY c.version_id, c.statement_id, c.made_at DESC, c.id DESC
                """,
                (row, number) -> new Kept(
                        new VersionId(row.getLong("version_id")),
                        new StatementId(row.getLong("statement_id")),
                        new HistoryEntry(claim(row), new AccountId(row.getLong("made_by")), row.getString("reason")),
                        row.getString("name")),
                person.value());
    }

    /** What these entries about one statement add up to now. */
    public Standing standing(List<HistoryEntry> history) {
        return Standing.of(history.stream().map(HistoryEntry::claim).toList(), clock.instant());
    }

    /**
     * Adds a self-rating for each statement whose latest word differs, in one SQL statement, and returns what the person
     * had said of each of those before. A refusal is answered even by the rating that it refused.
     *
     * <p>The arrays stand in sub-selects so that the planner cannot count them: then one plan serves every call, where
     * planning anew took longer than adding a claim.
     */
    RateStatements.Rated rate(PersonId person, VersionId version, Map<StatementId, Rating> ratings, AccountId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var statements = new Long[ratings.size()];
        var codes = new Integer[ratings.size()];
        var n = 0;
        for (var entry : ratings.entrySet()) {
            statements[n] = entry.getKey().value();
            codes[n++] = entry.getValue().code();
        }
        Map<StatementId, Rating> before = new LinkedHashMap<>();
        jdbc.query(
                """
                WITH wanted AS (
                    SELECT w.statement_id, w.rating, word.kind AS word, word.rating AS before
                    FROM unnest((SELECT ?::bigint[]), (SELECT ?::smallint[])) AS w (statement_id, rating)
                    LEFT JOIN LATERAL (
                        SELECT c.kind, c.rating FROM assessment.claim c
                        WHERE c.person_id = ? AND c.version_id = ? AND c.statement_id = w.statement_id
                          AND c.kind IN (0, 3, 5)
                        ORDER BY c.made_at DESC, c.id DESC LIMIT 1
                    ) word ON true
                ), added AS (
                    INSERT INTO assessment.claim (person_id, version_id, statement_id, made_by, made_at, kind, rating)
                    SELECT ?, ?, statement_id, ?, ?, 0, rating FROM wanted
                    WHERE rating IS DISTINCT FROM CASE WHEN word IS NULL THEN 0 ELSE before END
                    RETURNING statement_id
                )
                SELECT statement_id, coalesce(before, 0) FROM wanted JOIN added USING (statement_id)
                """,
                row -> {
                    before.put(new StatementId(row.getLong(1)), Rating.ofCode(row.getInt(2)));
                },
                statements,
                codes,
                person.value(),
                version.value(),
                person.value(),
                version.value(),
                by.value(),
                now.atOffset(ZoneOffset.UTC));
        return new RateStatements.Rated(now, before);
    }

    /** What the person had said of each statement they rated at this instant and not since. */
    Map<StatementId, Rating> before(PersonId person, VersionId version, Instant ratedAt) {
        Map<StatementId, Rating> before = new LinkedHashMap<>();
        jdbc.query(
                """
                SELECT statement_id, coalesce(before, 0) FROM (
                    SELECT statement_id, made_at,
                           lag(rating) OVER (PARTITION BY statement_id ORDER BY made_at, id) AS before,
                           row_number() OVER (PARTITION BY statement_id ORDER BY made_at DESC, id DESC) AS age
                    FROM assessment.claim WHERE person_id = ? AND version_id = ? AND kind = 0
                ) own WHERE age = 1 AND made_at = ?
                """,
                row -> {
                    before.put(new StatementId(row.getLong(1)), Rating.ofCode(row.getInt(2)));
                },
                person.value(),
                version.value(),
                ratedAt.atOffset(ZoneOffset.UTC));
        return before;
    }

    /** What an assessor says of one statement for one person; a pair occurs once in a list. */
    public record Judged(PersonId person, VersionId version, StatementId statement) {}

    /**
     * Adds a sign-off of each, until an instant or for good, and returns their ids in the same order; one SQL statement.
     * This and the two below ask nobody for permission: they are called by use cases that have.
     */
    public List<Long> signOff(List<Judged> judged, AccountId by, @Nullable Instant validUntil) {
        return add(judged, by, SIGN_OFF, validUntil, null);
    }

    /** Adds, for each, that it is not yet met, or met in part, and returns their ids in the same order. */
    public List<Long> refuse(List<Judged> judged, AccountId by, boolean partlyMet, String reason) {
        return add(judged, by, partlyMet ? PARTLY_MET : REFUSAL, null, reason);
    }

    /** Takes judgements back; those that have been taken back stay so. */
    public void revoke(List<Long> judgements, AccountId by, String reason) {
        jdbc.update("""
                INSERT INTO assessment.claim (person_id, version_id, statement_id, made_by, made_at, kind, revokes, reason)
                SELECT c.person_id, c.version_id, c.statement_id, ?, ?, 4, c.id, ?
                FROM assessment.claim c
                WHERE c.id = ANY (?) AND c.kind IN (1, 2, 3, 5)
                  AND NOT EXISTS (SELECT 1 FROM assessment.claim r WHERE r.person_id = c.person_id
                                  AND r.version_id = c.version_id AND r.statement_id = c.statement_id AND r.revokes = c.id)
                """, by.value(), now(), reason, judgements.toArray(Long[]::new));
    }

    private List<Long> add(
            List<Judged> judged, AccountId by, int kind, @Nullable Instant validUntil, @Nullable String reason) {
        Map<Judged, Long> ids = new HashMap<>();
        jdbc.query(
                """
                INSERT INTO assessment.claim
                    (person_id, version_id, statement_id, made_by, made_at, kind, valid_until, reason)
                SELECT j.person_id, j.version_id, j.statement_id, ?, ?, ?, ?, ?
                FROM unnest(?::bigint[], ?::bigint[], ?::bigint[]) AS j (person_id, version_id, statement_id)
                RETURNING id, person_id, version_id, statement_id
                """,
                row -> {
                    ids.put(
                            new Judged(
                                    new PersonId(row.getLong(2)),
                                    new VersionId(row.getLong(3)),
                                    new StatementId(row.getLong(4))),
                            row.getLong(1));
                },
                by.value(),
                now(),
                kind,
                validUntil == null ? null : validUntil.atOffset(ZoneOffset.UTC),
                reason,
                judged.stream().map(one -> one.person().value()).toArray(Long[]::new),
                judged.stream().map(one -> one.version().value()).toArray(Long[]::new),
                judged.stream().map(one -> one.statement().value()).toArray(Long[]::new));
        return judged.stream().map(ids::get).map(Objects::requireNonNull).toList();
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        var id = row.getLong(2);
        var madeAt = row.getTimestamp(3).toInstant();
        return switch (row.getInt(4)) {
            case SELF_RATING -> new Claim.SelfRating(id, madeAt, Rating.ofCode(row.getInt(5)));
            case SIGN_OFF -> new Claim.SignOff(id, madeAt, instant(row.getObject(6, OffsetDateTime.class)));
            case RECOGNITION -> new Claim.Recognition(id, madeAt, instant(row.getObject(6, OffsetDateTime.class)));
            case REFUSAL -> new Claim.Refusal(id, madeAt);
            case PARTLY_MET -> new Claim.PartlyMet(id, madeAt);
            case REVOCATION -> new Claim.Revocation(id, madeAt, row.getLong(7));
            default -> throw new IllegalStateException("Claim " + id + " is of no known kind");
        };
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
