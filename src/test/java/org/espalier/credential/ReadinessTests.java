package org.espalier.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.framework.Choices.NOW;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.espalier.assessment.Claim;
import org.espalier.assessment.Rating;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.credential.Readiness.OptionalPart;
import org.espalier.framework.Choices;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.junit.jupiter.api.Test;

class ReadinessTests {
    private static final List<Claim> SIGNED_OFF = List.of(new Claim.SignOff(1, NOW, null));
    private static final List<Claim> DOES_NOT_APPLY = List.of(new Claim.SelfRating(1, NOW, Rating.NOT_APPLICABLE));
    private static final List<List<Claim>> ANY = List.of(
            List.of(),
            SIGNED_OFF,
            SIGNED_OFF,
            SIGNED_OFF,
            List.of(new Claim.SignOff(1, NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(1)))),
            List.of(new Claim.SelfRating(1, NOW, Rating.MET)),
            List.of(new Claim.SelfRating(1, NOW, Rating.NOT_YET)),
            DOES_NOT_APPLY);

    private final FrameworkVersion orchard = Choices.orchard("cumulative");

    @Test
    void isReachedWithEnoughOfWhatIsOptional() {
        assertThat(readiness("one", "a1", "b1").isReady()).isFalse();
        assertThat(readiness("one", "a1", "b1").stillMissing()).isEqualTo(1);
        assertThat(readiness("one", "a1", "b1", "b3").isReady()).isTrue();
        assertThat(readiness("one", "b1", "b2", "b3").isReady()).isFalse();
    }

    @Test
    void asksAtTheLevelAboveForTheMinimumOfBoth() {
        assertThat(readiness("two", "a1", "a2", "b1", "b2", "b3").optional())
                .extracting(OptionalPart::missing)
                .containsExactly(0, 1);
        assertThat(readiness("two", "a1", "a2", "b1", "b2", "c2").isReady()).isTrue();
    }

    @Test
    void countsWhatIsAskedAndNotWhatIsSignedOffBeyondIt() {
        var all = readiness("one", "a1", "b1", "b2", "b3");

        assertThat(all.done()).isEqualTo(3);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.signedOff()).hasSize(4);
    }

    @Test
    void leavesItToTheAssessorWhenTooFewOfThemApply() {
        var readiness = readiness(
                "one", Map.of("a1", SIGNED_OFF, "b1", SIGNED_OFF, "b2", DOES_NOT_APPLY, "b3", DOES_NOT_APPLY));

        assertThat(readiness.isReady()).isTrue();
        assertThat(readiness.notApplicable()).extracting(Statement::key).containsExactly("b2");
        assertThat(readiness("one", Map.of("a1", SIGNED_OFF, "b1", SIGNED_OFF, "b2", SIGNED_OFF, "b3", DOES_NOT_APPLY))
                        .notApplicable())
                .isEmpty();
    }

    @Test
    void needsAnAssessorForEnoughOfWhatIsSignedOffOnly() {
        var readiness = readiness("one", "a1", "b1", "b2", "b3");

        assertThat(readiness.isReachedBy(one -> !one.key().equals("b3"))).isTrue();
        assertThat(readiness.isReachedBy(one -> !one.key().startsWith("b"))).isFalse();
        assertThat(readiness.isReachedBy(one -> !one.key().equals("a1"))).isFalse();
    }

    @Test
    void isNeverLostByOneMoreSignOff() {
        anybody((version, level, claims) -> {
            var before = Readiness.of(version, level, standings(claims));
            for (var statement : version.statements()) {
                var after = Readiness.of(version, level, standings(with(claims, statement, SIGNED_OFF)));

                assertThat(after.isReady() || !before.isReady()).isTrue();
                assertThat(after.stillMissing()).isLessThanOrEqualTo(before.stillMissing());
                assertThat(after.done()).isGreaterThanOrEqualTo(before.done());
            }
        });
    }

    @Test
    void isNeverHeldUpByWhatIsOptionalBeyondTheMinimum() {
        anybody((version, level, claims) -> {
            var before = Readiness.of(version, level, standings(claims));
            for (var part : before.optional()) {
                if (part.signedOff().size() >= part.choice().minimum()) {
                    part.choice().statements().stream()
                            .filter(statement -> !part.signedOff().contains(statement))
                            .flatMap(statement -> ANY.stream().map(some -> with(claims, statement, some)))
                            .map(others -> Readiness.of(version, level, standings(others)))
                            .forEach(after -> assertThat(after.stillMissing()).isEqualTo(before.stillMissing()));
                }
            }
        });
    }

    @Test
    void asksForNothingOptionalWithoutAMinimum() {
        var random = new Random(5);
        for (var n = 0; n < 300; n++) {
            var version = Choices.random(random, false);
            var claims = Choices.each(version, random, ANY);
            for (var level : version.levels()) {
                var readiness = Readiness.of(version, level.id(), standings(claims));

                assertThat(readiness.stillMissing())
                        .isEqualTo(readiness.missing().size());
                assertThat(readiness.total())
                        .isEqualTo(version.demandOf(level.id()).required().size());
            }
        }
    }

    @Test
    void asksForWhatIsRequiredWhateverIsOptional() {
        anybody((version, level, claims) -> {
            var readiness = Readiness.of(version, level, standings(claims));
            var others = new HashMap<>(claims);
            version.statements().stream().filter(Statement::optional).forEach(one -> others.remove(one.id()));

            assertThat(Readiness.of(version, level, standings(others)).missing())
                    .isEqualTo(readiness.missing());
            assertThat(readiness.missing())
                    .isEqualTo(version.demandOf(level).required().stream()
                            .filter(one -> {
                                var standing = standings(claims).of(one.id());
                                return standing != Standing.VERIFIED && standing != Standing.NOT_APPLICABLE;
                            })
                            .toList());
            assertThat(readiness.done()
                            + readiness.stillMissing()
                            + readiness.notApplicable().size())
                    .isEqualTo(readiness.total());
        });
    }

    private interface Law {
        void holds(FrameworkVersion version, String level, Map<StatementId, List<Claim>> claims);
    }

    private static void anybody(Law law) {
        var random = new Random(20261121);
        for (var n = 0; n < 400; n++) {
            var version = Choices.random(random);
            var claims = Choices.each(version, random, ANY);
            version.levels().forEach(level -> law.holds(version, level.id(), claims));
        }
    }

    private static Map<StatementId, List<Claim>> with(
            Map<StatementId, List<Claim>> claims, Statement statement, List<Claim> some) {
        var others = new HashMap<>(claims);
        others.put(statement.id(), some);
        return others;
    }

    private static Standings standings(Map<StatementId, List<Claim>> claims) {
        return new Standings(claims, NOW);
    }

    private Readiness readiness(String level, String... signedOff) {
        var claims = new HashMap<String, List<Claim>>();
        List.of(signedOff).forEach(key -> claims.put(key, SIGNED_OFF));
        return readiness(level, claims);
    }

    private Readiness readiness(String level, Map<String, List<Claim>> byKey) {
        var claims = new HashMap<StatementId, List<Claim>>();
        byKey.forEach(
                (key, some) -> claims.put(orchard.statement(key).orElseThrow().id(), some));
        return Readiness.of(orchard, level, standings(claims));
    }
}
