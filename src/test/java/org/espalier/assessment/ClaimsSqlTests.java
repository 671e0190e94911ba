package org.espalier.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.assessment.Claim.SelfRating;
import org.espalier.framework.EarlierStatements;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.person.PersonId;
import org.espalier.testing.MovingClock;
import org.espalier.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClaimsSqlTests {

    private static HikariDataSource database;
    private static JdbcTemplate jdbc;
    private static VersionId published;
    private static VersionId draft;
    private static VersionId next;
    private static VersionId withdrawn;
    private static List<StatementId> expectations;
    private static StatementId learning;
    private static VersionId earlier;
    private static StatementId keptBefore;
    private static StatementId rewordedBefore;
    private static StatementId kept;
    private static StatementId reworded;

    private final MovingClock clock = new MovingClock();
    private final PublishedVersions versions = new PublishedVersions(JdbcClient.create((DataSource) database));
    private final Claims claims = new Claims(jdbc, new EarlierStatements(versions), clock);
    private final RateStatements rateStatements = new RateStatements(versions, claims);
    private Actor actor;
    private PersonId person;

    @BeforeAll
    static void publish() {
        database = TestDatabases.fresh();
        jdbc = new JdbcTemplate(database);
        jdbc.update(
                "INSERT INTO framework.framework (slug, title) VALUES ('ladder', 'Ladder'), ('plan', 'Plan'), ('old', 'Old'), ('long-ladder', 'Long ladder')");
        published = version("ladder", "1, 'published', now()");
        draft = version("plan", "NULL, 'draft', NULL");
        withdrawn = version("old", "1, 'published', now()");
        jdbc.update(
                "UPDATE framework.version SET status = 'withdrawn', withdrawn_at = now() WHERE id = ?",
                withdrawn.value());
        expectations = new ArrayList<>();
        for (var n = 0; n < 5; n++) {
            expectations.add(statement(n, "expectation"));
        }
        learning = statement(5, "learning");
        var longLadder = version("long-ladder", "1, 'superseded', now()");
        next = version("long-ladder", "2, 'published', now()");
        keptBefore = statement(longLadder, 0, "expectation", "Climbs");
        rewordedBefore = statement(longLadder, 1, "expectation", "Climbs down");
        earlier = longLadder;
        kept = statement(next, 0, "expectation", "Climbs");
        reworded = statement(next, 1, "expectation", "Climbs down safely");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void aPersonOfTheirOwn() {
        var account = new AccountId(jdbc.queryForObject(
                "INSERT INTO access.account (email, name, created_at) VALUES (?, 'Rowan', now()) RETURNING id",
                Long.class,
                UUID.randomUUID() + "@example.org"));
        person = new PersonId(jdbc.queryForObject(
                "INSERT INTO person.person (account_id, name, created_at) VALUES (?, 'Rowan', now()) RETURNING id",
                Long.class,
                account.value()));
        actor = new Actor(account, "Rowan", Set.of());
    }

    @Test
    void knowsNothingOfSomebodyWhoHasSaidNothing() {
        assertThat(claims.of(person, published).of(expectations.getFirst())).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void savesManyRatingsAtOnce() {
        rate(Map.of(expectations.get(0), Rating.MET, expectations.get(1), Rating.NOT_APPLICABLE));

        var standings = claims.of(person, published);
        assertThat(standings.of(expectations.get(0))).isEqualTo(Standing.SELF_ASSESSED);
        assertThat(standings.of(expectations.get(1))).isEqualTo(Standing.NOT_APPLICABLE);
        assertThat(standings.of(expectations.get(2))).isEqualTo(Standing.UNKNOWN);
        assertThat(standings.ownRating(expectations.get(0))).contains(Rating.MET);
    }

    @Test
    void addsNothingWhenTheSameIsSaidAgain() {
        rate(Map.of(expectations.get(0), Rating.MET));

        var again = rate(Map.of(expectations.get(0), Rating.MET, expectations.get(1), Rating.WITHDRAWN));

        assertThat(again.before()).isEmpty();
        assertThat(claims.history(person, published, expectations.get(0))).hasSize(1);
        assertThat(claims.history(person, published, expectations.get(1))).isEmpty();
    }

    @Test
    void undoesWhatWasRatedAtOnceButNotWhatWasRatedSince() {
        rate(Map.of(expectations.get(0), Rating.PARTLY));
        var filled = new LinkedHashMap<StatementId, Rating>();
        expectations.forEach(statement -> filled.put(statement, Rating.MET));

        var change = rate(filled);
        clock.move(Duration.ofSeconds(5));
        rate(Map.of(expectations.get(1), Rating.NOT_YET));
        clock.move(Duration.ofSeconds(5));
        rateStatements.undo(actor, person, published, change.at());

        var standings = claims.of(person, published);
        assertThat(change.before())
                .hasSize(5)
                .containsEntry(expectations.get(0), Rating.PARTLY)
                .containsEntry(expectations.get(4), Rating.WITHDRAWN);
        assertThat(standings.of(expectations.get(0))).isEqualTo(Standing.PARTLY);
        assertThat(standings.of(expectations.get(4))).isEqualTo(Standing.UNKNOWN);
        assertThat(standings.of(expectations.get(1))).as("rated again since").isEqualTo(Standing.NOT_YET);
    }

    @Test
    void keepsTheHistoryLatestFirst() {
        rate(Map.of(expectations.get(0), Rating.NOT_YET));
        clock.move(Duration.ofDays(30));
        rate(Map.of(expectations.get(0), Rating.MET));

        var history = claims.history(person, published, expectations.get(0));

        assertThat(history)
                .extracting(entry -> ((SelfRating) entry.claim()).rating())
                .containsExactly(Rating.MET, Rating.NOT_YET);
        assertThat(history.getFirst().claim().madeAt()).isEqualTo(clock.instant());
        assertThat(history.getFirst().madeBy()).isEqualTo(actor.account());
    }

    @Test
    void answersARefusalEvenWithTheRatingThatWasRefused() {
        var statement = expectations.get(0);
        rate(Map.of(statement, Rating.MET));
        clock.move(Duration.ofDays(1));
        claim(statement, 3, "'Seen once only', NULL, NULL");
        clock.move(Duration.ofDays(1));
        assertThat(claims.of(person, published).of(statement)).isEqualTo(Standing.NOT_YET);

        rate(Map.of(statement, Rating.MET));

        assertThat(claims.of(person, published).of(statement)).isEqualTo(Standing.SELF_ASSESSED);
    }

    @Test
    void readsEveryKindOfClaim() {
        var end = clock.instant().plus(Duration.ofDays(10));
        claim(expectations.get(0), 1, "NULL, '" + end + "', NULL");
        claim(expectations.get(1), 2, "NULL, NULL, NULL");
        var signOff = claim(expectations.get(2), 1, "NULL, NULL, NULL");
        claim(expectations.get(2), 4, "'In error', NULL, " + signOff);

        var now = claims.of(person, published);
        clock.move(Duration.ofDays(10));
        var later = claims.of(person, published);

        assertThat(now.of(expectations.get(0))).isEqualTo(Standing.VERIFIED);
        assertThat(later.of(expectations.get(0))).isEqualTo(Standing.EXPIRED);
        assertThat(later.of(expectations.get(1))).isEqualTo(Standing.VERIFIED);
        assertThat(later.of(expectations.get(2))).isEqualTo(Standing.UNKNOWN);
        assertThat(claims.history(person, published, expectations.get(2)))
                .extracting(HistoryEntry::reason)
                .containsExactly("In error", null);
    }

    @Test
    void keepsPeopleApart() {
        rate(Map.of(expectations.get(0), Rating.MET));

        assertThat(claims.of(new PersonId(person.value() + 1), published).of(expectations.get(0)))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void refusesADraft() {
        assertThatThrownBy(() -> rateStatements.rate(actor, person, draft, Map.of(expectations.get(0), Rating.MET)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void refusesAWithdrawnVersion() {
        assertThatThrownBy(() -> rateStatements.rate(actor, person, withdrawn, Map.of()))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void refusesWhatIsNoExpectationOfTheVersionAndSavesNothingOfTheRest() {
        var mixed = Map.of(expectations.get(0), Rating.MET, learning, Rating.MET);

        assertThatThrownBy(() -> rate(mixed)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> rate(Map.of(new StatementId(999_999), Rating.MET)))
                .isInstanceOf(Problem.NotFound.class);

        assertThat(claims.of(person, published).of(expectations.get(0))).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void countsInALaterVersionWhatThatHoldsWordForWord() {
        claim(earlier, keptBefore, 1, "NULL, NULL, NULL");
        claim(earlier, rewordedBefore, 1, "NULL, NULL, NULL");

        for (var standings : List.of(
                claims.of(person, next),
                claims.of(person, List.of(earlier, next)),
                claims.of(Set.of(person), next).get(person))) {
            assertThat(standings.of(kept)).isEqualTo(Standing.VERIFIED);
            assertThat(standings.of(reworded)).as("other words, another thing").isEqualTo(Standing.UNKNOWN);
            assertThat(standings.inOtherWords(reworded)).isEqualTo(Standing.VERIFIED);
            assertThat(standings.inOtherWords(kept)).isEqualTo(Standing.UNKNOWN);
        }
        assertThat(claims.verified(person, next)).containsOnlyKeys(kept);
        assertThat(claims.history(person, next, kept))
                .extracting(HistoryEntry::version)
                .containsExactly(earlier);
        assertThat(claims.of(person, earlier).of(keptBefore)).isEqualTo(Standing.VERIFIED);
    }

    @Test
    void countsInNoEarlierVersionWhatWasSaidInALaterOne() {
        claim(next, kept, 1, "NULL, NULL, NULL");

        assertThat(claims.of(person, List.of(earlier, next)).of(keptBefore)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void takesBackInALaterVersionWhatWasSaidInAnEarlierOne() {
        rateStatements.rate(actor, person, earlier, Map.of(keptBefore, Rating.MET, rewordedBefore, Rating.MET));
        clock.move(Duration.ofDays(1));

        var same = rateStatements.rate(actor, person, next, Map.of(kept, Rating.MET));
        clock.move(Duration.ofDays(1));
        var takenBack =
                rateStatements.rate(actor, person, next, Map.of(kept, Rating.WITHDRAWN, reworded, Rating.PARTLY));

        assertThat(same.before()).as("said already").isEmpty();
        assertThat(takenBack.before()).containsOnly(Map.entry(kept, Rating.MET), Map.entry(reworded, Rating.WITHDRAWN));
        assertThat(claims.of(person, next).of(kept)).isEqualTo(Standing.UNKNOWN);
        assertThat(claims.of(person, earlier).of(keptBefore)).isEqualTo(Standing.SELF_ASSESSED);

        clock.move(Duration.ofDays(1));
        rateStatements.undo(actor, person, next, takenBack.at());

        assertThat(claims.of(person, next).of(kept)).isEqualTo(Standing.SELF_ASSESSED);
        assertThat(claims.of(person, next).of(reworded)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void neverChangesOrRemovesAClaim() {
        rate(Map.of(expectations.get(0), Rating.MET));

        for (var sql : List.of(
                "UPDATE assessment.claim SET rating = 1",
                "DELETE FROM assessment.claim",
                "TRUNCATE assessment.claim CASCADE")) {
            assertThatThrownBy(() -> jdbc.update(sql))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("a claim is history");
        }
    }

    private RateStatements.Rated rate(Map<StatementId, Rating> ratings) {
        return rateStatements.rate(actor, person, published, ratings);
    }

    private long claim(StatementId statement, int kind, String reasonValidUntilRevokes) {
        return claim(published, statement, kind, reasonValidUntilRevokes);
    }

    private long claim(VersionId version, StatementId statement, int kind, String reasonValidUntilRevokes) {
        return jdbc.queryForObject(
                """
                INSERT INTO assessment.claim
                    (person_id, version_id, statement_id, made_by, made_at, kind, reason, valid_until, revokes)
                VALUES (?, ?, ?, 1, ?, ?, %s) RETURNING id
                """.formatted(reasonValidUntilRevokes),
                Long.class,
                person.value(),
                version.value(),
                statement.value(),
                clock.instant().atOffset(ZoneOffset.UTC),
                kind);
    }

    private static VersionId version(String slug, String numberStatusAndDate) {
        return new VersionId(jdbc.queryForObject("""
                INSERT INTO framework.version (framework_id, document, number, status, published_at)
                SELECT id, '{"format": "espalier/1", "kind": "framework", "titleInferred": false, "progression": "restated"}', %s
                FROM framework.framework WHERE slug = ? RETURNING id
                """.formatted(numberStatusAndDate), Long.class, slug));
    }

    private static StatementId statement(int position, String kind) {
        return statement(published, position, kind, "Digs");
    }

    private static StatementId statement(VersionId version, int position, String kind, String text) {
        return new StatementId(
                jdbc.queryForObject("""
                INSERT INTO framework.statement (version_id, position, key, facet_certain, kind, state, text)
                VALUES (?, ?, ?, true, ?, 'stated', ?) RETURNING id
                """, Long.class, version.value(), position, "dig-" + position, kind, text));
    }
}
