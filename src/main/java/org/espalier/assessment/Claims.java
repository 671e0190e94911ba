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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.access.AccountId;
import org.espalier.database.Question;
import org.espalier.framework.EarlierStatements;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * All claims. They are added and read, never changed: the database itself refuses. A claim about a statement counts in every
 * later version that holds the statement word for word; where the words have changed it does not count, but is not
 * forgotten ({@link Standings#inOtherWords}).
 */
@Component
public class Claims {
    /** The array stands in a sub-select so that the planner cannot count it: then one plan serves every call. */
    private static final String ALL = """
            SELECT statement_id, id, made_at, kind, rating, valid_until, revokes, version_id
            FROM assessment.claim WHERE person_id = ? AND version_id = ANY ((SELECT ?::bigint[])::bigint[])
            """;

    private static final int SELF_RATING = 0;
    private static final int SIGN_OFF = 1;
    private static final int RECOGNITION = 2;
    private static final int REFUSAL = 3;
    private static final int REVOCATION = 4;
    private static final int PARTLY_MET = 5;

    private final JdbcTemplate jdbc;
    private final EarlierStatements earlier;
    private final Clock clock;

    Claims(JdbcTemplate jdbc, EarlierStatements earlier, Clock clock) {
        this.jdbc = jdbc;
        this.earlier = earlier;
        this.clock = clock;
    }

    /** One person's standing on every statement of one version, now; one SQL statement. */
    public Standings of(PersonId person, VersionId version) {
        return of(person, List.of(version));
    }

    /** One person's standing on every statement of these versions, now; one SQL statement. */
    public Standings of(PersonId person, Collection<VersionId> versions) {
        return read(person, Reach.of(versions, earlier));
    }

    /** The same, to be asked together with other things. */
    public Question<Standings> ask(PersonId person, Collection<VersionId> versions) {
        var reach = Reach.of(versions, earlier);
        return new Question<>(ALL, List.of(person.value(), reach.ids()), rows -> standings(rows, reach));
    }

    /** The standing of each of these people on every statement of one version, now; one SQL statement. */
    public Map<PersonId, Standings> of(Collection<PersonId> people, VersionId version) {
        var reach = Reach.of(List.of(version), earlier);
        var gathered = new HashMap<PersonId, Gathered>();
        people.forEach(person -> gathered.put(person, new Gathered(reach)));
        jdbc.query(
                """
                SELECT statement_id, id, made_at, kind, rating, valid_until, revokes, version_id, person_id
                FROM assessment.claim WHERE person_id = ANY (?) AND version_id = ANY (?)
                """,
                row -> {
                    requireNonNull(gathered.get(new PersonId(row.getLong(9)))).add(row);
                },
                people.stream().map(PersonId::value).toArray(Long[]::new),
                reach.ids());
        var now = clock.instant();
        var standings = new HashMap<PersonId, Standings>();
        gathered.forEach((person, claims) -> standings.put(person, claims.standings(now)));
        return standings;
    }

    private Standings read(PersonId person, Reach reach) {
        var gathered = new Gathered(reach);
        jdbc.query(ALL, (RowCallbackHandler) gathered::add, person.value(), reach.ids());
        return gathered.standings(clock.instant());
    }

    private Standings standings(ResultSet rows, Reach reach) throws SQLException {
        var gathered = new Gathered(reach);
        while (rows.next()) {
            gathered.add(rows);
        }
        return gathered.standings(clock.instant());
    }

    /**
     * Which claims count in some versions: those about them, and those about earlier ones that hold the same statements.
     *
     * @param carried by earlier version, what stands for its statements in each of those asked for
     */
    private record Reach(Set<VersionId> asked, Map<VersionId, List<EarlierStatements.Earlier>> carried) {

        static Reach of(Collection<VersionId> versions, EarlierStatements earlier) {
            var carried = new HashMap<VersionId, List<EarlierStatements.Earlier>>();
            for (var version : versions) {
                var before = earlier.of(version);
                before.versions().forEach(one -> carried.computeIfAbsent(one, first -> new ArrayList<>())
                        .add(before));
            }
            return new Reach(Set.copyOf(versions), carried);
        }

        Long[] ids() {
            return Stream.concat(asked.stream(), carried.keySet().stream())
                    .distinct()
                    .map(VersionId::value)
                    .toArray(Long[]::new);
        }
    }

    /** One person's claims while they are read, each under every statement for which it counts. */
    private static final class Gathered {
        private final Reach reach;
        private final Map<StatementId, List<Claim>> claims = new HashMap<>();
        private final Map<StatementId, List<Claim>> inOtherWords = new HashMap<>();

        Gathered(Reach reach) {
            this.reach = reach;
        }

        void add(ResultSet row) throws SQLException {
            var statement = new StatementId(row.getLong(1));
            var version = new VersionId(row.getLong(8));
            var claim = claim(row);
            if (reach.asked().contains(version)) {
                put(claims, statement, claim);
            }
            for (var later : reach.carried().getOrDefault(version, List.of())) {
                put(claims, later.same().get(statement), claim);
                put(inOtherWords, later.reworded().get(statement), claim);
            }
        }

        private static void put(Map<StatementId, List<Claim>> into, @Nullable StatementId statement, Claim claim) {
            if (statement != null) {
                into.computeIfAbsent(statement, id -> new ArrayList<>(2)).add(claim);
            }
        }

        Standings standings(Instant now) {
            return new Standings(claims, inOtherWords, now);
        }
    }

    /** Who verified a statement, and when. */
    public record Verified(AccountId by, Instant at) {}

    /** The latest verification in force of each of a person's statements in a version; one SQL statement. */
    public Map<StatementId, Verified> verified(PersonId person, VersionId version) {
        var before = earlier.of(version);
        Map<StatementId, Verified> verified = new HashMap<>();
        jdbc.query(
                """
                SELECT DISTINCT ON (c.statement_id) c.statement_id, c.made_by, c.made_at, c.version_id
                FROM assessment.claim c
                WHERE c.person_id = ? AND c.version_id = ANY (?) AND c.kind IN (1, 2)
                  AND (c.valid_until IS NULL OR c.valid_until > ?)
                  AND NOT EXISTS (SELECT 1 FROM assessment.claim r WHERE r.person_id = c.person_id
                                  AND r.version_id = c.version_id AND r.statement_id = c.statement_id AND r.revokes = c.id)
                ORDER BY c.statement_id, c.made_at DESC, c.id DESC
                """,
                row -> {
                    var statement = new StatementId(row.getLong(1));
                    var own = row.getLong(4) == version.value()
                            ? statement
                            : before.same().get(statement);
                    if (own != null) {
                        verified.merge(
                                own,
                                new Verified(
                                        new AccountId(row.getLong(2)),
                                        row.getTimestamp(3).toInstant()),
                                (one, other) -> one.at().isBefore(other.at()) ? other : one);
                    }
                },
                person.value(),
                Reach.of(List.of(version), earlier).ids(),
                now());
        return verified;
    }

    /**
     * Every claim about one person that counts for one statement, with who made it and why, latest first: those made in
     * earlier versions that held it word for word, too.
     */
    public List<HistoryEntry> history(PersonId person, VersionId version, StatementId statement) {
        var statements = Stream.concat(
                        Stream.of(statement),
                        earlier.of(version).same().entrySet().stream()
                                .filter(same -> same.getValue().equals(statement))
                                .map(Map.Entry::getKey))
                .map(StatementId::value)
                .toArray(Long[]::new);
        return jdbc.query(
                """
                SELECT statement_id, id, made_at, kind, rating, valid_until, revokes, version_id, made_by, reason
                FROM assessment.claim WHERE person_id = ? AND version_id = ANY (?) AND statement_id = ANY (?)
                ORDER BY made_at DESC, id DESC
                """,
                (row, number) -> entry(row),
                person.value(),
                Reach.of(List.of(version), earlier).ids(),
                statements);
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                new VersionId(row.getLong("version_id")),
                claim(row),
                new AccountId(row.getLong("made_by")),
                row.getString("reason"));
    }

    /**
     * Somebody's claim as they take it away.
     *
     * @param by the name of whoever made it
     */
    public record Kept(StatementId statement, HistoryEntry entry, String by) {
        public VersionId version() {
            return entry.version();
        }
    }

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
                (row, number) ->
                        new Kept(new StatementId(row.getLong("statement_id")), entry(row), row.getString("name")),
                person.value());
    }

    /** What these entries about one statement add up to now. */
    public Standing standing(List<HistoryEntry> history) {
        return Standing.of(history.stream().map(HistoryEntry::claim).toList(), clock.instant());
    }

    /**
     * Adds a self-rating for each statement whose latest word differs, in one SQL statement, and returns what the person
     * had said of each of those before. A refusal is answered even by the rating that it refused. Where nothing has been said
     * in this version, what counts from an earlier one is the latest word.
     *
     * <p>The arrays stand in sub-selects so that the planner cannot count them: then one plan serves every call, where
     * planning anew took longer than adding a claim.
     */
    RateStatements.Rated rate(PersonId person, VersionId version, Map<StatementId, Rating> ratings, AccountId by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var carried = carried(person, version);
        var statements = new Long[ratings.size()];
        var codes = new Integer[ratings.size()];
        var words = new Integer[ratings.size()];
        var n = 0;
        for (var entry : ratings.entrySet()) {
            statements[n] = entry.getKey().value();
            words[n] = carried.getOrDefault(entry.getKey(), Rating.WITHDRAWN).code();
            codes[n++] = entry.getValue().code();
        }
        Map<StatementId, Rating> before = new LinkedHashMap<>();
        jdbc.query(
                """
                WITH wanted AS (
                    SELECT w.statement_id, w.rating, CASE WHEN word.kind IS NULL THEN w.carried ELSE word.rating END AS before
                    FROM unnest((SELECT ?::bigint[]), (SELECT ?::smallint[]), (SELECT ?::smallint[]))
                        AS w (statement_id, rating, carried)
                    LEFT JOIN LATERAL (
                        SELECT c.kind, c.rating FROM assessment.claim c
                        WHERE c.person_id = ? AND c.version_id = ? AND c.statement_id = w.statement_id
                          AND c.kind IN (0, 3, 5)
                        ORDER BY c.made_at DESC, c.id DESC LIMIT 1
                    ) word ON true
                ), added AS (
                    INSERT INTO assessment.claim (person_id, version_id, statement_id, made_by, made_at, kind, rating)
                    SELECT ?, ?, statement_id, ?, ?, 0, rating FROM wanted
                    WHERE rating IS DISTINCT FROM before
                    RETURNING statement_id
                )
                SELECT statement_id, coalesce(before, 0) FROM wanted JOIN added USING (statement_id)
                """,
                row -> {
                    before.put(new StatementId(row.getLong(1)), Rating.ofCode(row.getInt(2)));
                },
                statements,
                codes,
                words,
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
        var carried = carried(person, version);
        Map<StatementId, Rating> before = new LinkedHashMap<>();
        jdbc.query(
                """
                SELECT statement_id, before FROM (
                    SELECT statement_id, made_at,
                           lag(rating) OVER (PARTITION BY statement_id ORDER BY made_at, id) AS before,
                           row_number() OVER (PARTITION BY statement_id ORDER BY made_at DESC, id DESC) AS age
                    FROM assessment.claim WHERE person_id = ? AND version_id = ? AND kind = 0
                ) own WHERE age = 1 AND made_at = ?
                """,
                row -> {
                    var statement = new StatementId(row.getLong(1));
                    var said = row.getObject(2, Integer.class);
                    before.put(
                            statement,
                            said == null ? carried.getOrDefault(statement, Rating.WITHDRAWN) : Rating.ofCode(said));
                },
                person.value(),
                version.value(),
                ratedAt.atOffset(ZoneOffset.UTC));
        return before;
    }

    /** What the person said last, in earlier versions, of what this one holds word for word; costs nothing in a first one. */
    private Map<StatementId, Rating> carried(PersonId person, VersionId version) {
        var before = earlier.of(version);
        if (before.same().isEmpty()) {
            return Map.of();
        }
        var reach = new Reach(
                Set.of(), before.versions().stream().collect(Collectors.toMap(one -> one, one -> List.of(before))));
        var standings = read(person, reach);
        Map<StatementId, Rating> carried = new HashMap<>();
        standings.known().keySet().forEach(statement -> standings
                .latestWord(statement)
                .ifPresent(rating -> carried.put(statement, rating)));
        return carried;
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
