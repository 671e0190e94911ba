package org.espalier.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.espalier.assessment.Claim.PartlyMet;
import org.espalier.assessment.Claim.Recognition;
import org.espalier.assessment.Claim.Refusal;
import org.espalier.assessment.Claim.Return;
import org.espalier.assessment.Claim.Revocation;
import org.espalier.assessment.Claim.SelfRating;
import org.espalier.assessment.Claim.SignOff;
import org.espalier.assessment.Claim.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void isUnknownWithoutClaims() {
        assertThat(Standing.of(List.of(), NOW)).isEqualTo(Standing.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_YET, NOT_YET",
        "PARTLY, PARTLY",
        "MET, SELF_ASSESSED",
        "NOT_APPLICABLE, NOT_APPLICABLE",
        "WITHDRAWN, UNKNOWN"
    })
    void followsTheOnlyRating(Rating rating, Standing expected) {
        assertThat(Standing.of(List.of(new SelfRating(1, NOW, rating)), NOW)).isEqualTo(expected);
    }

    @Test
    void followsTheLatestRating() {
        var first = new SelfRating(1, daysAgo(3), Rating.NOT_YET);
        var second = new SelfRating(2, daysAgo(2), Rating.MET);

        assertThat(Standing.of(List.of(second, first), NOW)).isEqualTo(Standing.SELF_ASSESSED);
    }

    @Test
    void ordersRatingsOfOneInstantById() {
        var first = new SelfRating(1, NOW, Rating.MET);
        var second = new SelfRating(2, NOW, Rating.PARTLY);

        assertThat(Standing.of(List.of(second, first), NOW)).isEqualTo(Standing.PARTLY);
    }

    @Test
    void verifiesUntilTheEndOfItsValidity() {
        var end = daysAgo(1);
        var claims = List.of(new SignOff(1, daysAgo(100), end));

        assertThat(Standing.of(claims, end.minusNanos(1))).isEqualTo(Standing.VERIFIED);
        assertThat(Standing.of(claims, end)).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void renewsAnExpiredSignOff() {
        var expired = new SignOff(1, daysAgo(100), daysAgo(1));
        var renewed = new SignOff(2, daysAgo(1), null);

        assertThat(Standing.of(List.of(expired, renewed), NOW)).isEqualTo(Standing.VERIFIED);
    }

    @Test
    void fallsBackToThePersonsWordWhenTheOnlySignOffIsRevoked() {
        var own = new SelfRating(1, daysAgo(9), Rating.MET);
        var signOff = new SignOff(2, daysAgo(8), null);
        var revocation = new Revocation(3, daysAgo(7), 2);

        assertThat(Standing.of(List.of(own, signOff, revocation), NOW)).isEqualTo(Standing.SELF_ASSESSED);
    }

    @Test
    void takesARefusalAsTheLatestWordUntilThePersonAnswersIt() {
        var own = new SelfRating(1, daysAgo(9), Rating.MET);
        var refusal = new Refusal(2, daysAgo(8));
        var answer = new SelfRating(3, daysAgo(1), Rating.MET);

        assertThat(Standing.of(List.of(own, refusal), NOW)).isEqualTo(Standing.NOT_YET);
        assertThat(Standing.of(List.of(own, refusal, answer), NOW)).isEqualTo(Standing.SELF_ASSESSED);
    }

    @Test
    void keepsARefusalWhenThePersonOnlyTakesTheirAnswerBack() {
        var refusal = new Refusal(1, daysAgo(8));
        var answer = new SelfRating(2, daysAgo(2), Rating.MET);
        var takenBack = new SelfRating(3, daysAgo(1), Rating.WITHDRAWN);

        assertThat(Standing.of(List.of(refusal, answer, takenBack), NOW)).isEqualTo(Standing.NOT_YET);
    }

    @Test
    void neverLosesAVerificationToARatingOrARefusal() {
        forRandomHistories((random, claims) -> {
            var before = Standing.of(claims, NOW);
            var more = new ArrayList<>(claims);
            more.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new SelfRating(1_000, NOW, randomRating(random));
                        case 1 -> new Refusal(1_000, NOW);
                        default -> new PartlyMet(1_000, NOW);
                    });

            var after = Standing.of(more, NOW);

            if (before == Standing.VERIFIED || before == Standing.EXPIRED) {
                assertThat(after).isEqualTo(before);
            } else {
                assertThat(after).isNotIn(Standing.VERIFIED, Standing.EXPIRED);
            }
        });
    }

    @Test
    void doesNotDependOnTheOrderOfReading() {
        forRandomHistories((random, claims) -> {
            var shuffled = new ArrayList<>(claims);
            Collections.shuffle(shuffled, random);

            assertThat(Standing.of(shuffled, NOW)).isEqualTo(Standing.of(claims, NOW));
        });
    }

    @Test
    void countsTheSameClaimOnce() {
        forRandomHistories((random, claims) -> {
            var doubled = new ArrayList<>(claims);
            doubled.addAll(claims);

            assertThat(Standing.of(doubled, NOW)).isEqualTo(Standing.of(claims, NOW));
        });
    }

    @Test
    void changesWithTimeOnlyFromVerifiedToExpired() {
        forRandomHistories((random, claims) -> {
            var earlier = Standing.of(claims, NOW);
            var later = Standing.of(claims, NOW.plus(Duration.ofDays(random.nextInt(400))));

            if (earlier == Standing.VERIFIED) {
                assertThat(later).isIn(Standing.VERIFIED, Standing.EXPIRED);
            } else {
                assertThat(later).isEqualTo(earlier);
            }
        });
    }

    @Test
    void isVerifiedExactlyWhenAnUnrevokedVerificationIsInForce() {
        forRandomHistories((random, claims) -> {
            var inForce = claims.stream()
                    .anyMatch(claim -> claim instanceof Verification verification
                            && !verification.isExpired(NOW)
                            && !isRevoked(verification, claims));

            assertThat(Standing.of(claims, NOW) == Standing.VERIFIED).isEqualTo(inForce);
        });
    }

    @Test
    void isUnknownExactlyWhenNothingCounts() {
        forRandomHistories((random, claims) -> {
            var verified = claims.stream()
                    .anyMatch(claim -> claim instanceof Verification verification && !isRevoked(verification, claims));
            var refused = claims.stream().anyMatch(claim -> claim instanceof Return word && !isRevoked(word, claims));
            var answered = claims.stream()
                    .filter(SelfRating.class::isInstance)
                    .map(SelfRating.class::cast)
                    .reduce((one, other) -> other.isAfter(one) ? other : one)
                    .filter(own -> own.rating() != Rating.WITHDRAWN)
                    .isPresent();

            assertThat(Standing.of(claims, NOW) == Standing.UNKNOWN).isEqualTo(!verified && !refused && !answered);
        });
    }

    @Test
    void revokingEverythingLeavesThePersonsWord() {
        forRandomHistories((random, claims) -> {
            var revoked = new ArrayList<>(claims);
            claims.stream()
                    .filter(Verification.class::isInstance)
                    .forEach(claim -> revoked.add(new Revocation(2_000 + claim.id(), NOW, claim.id())));
            var words = claims.stream()
                    .filter(claim -> !(claim instanceof Verification))
                    .toList();

            assertThat(Standing.of(revoked, NOW)).isEqualTo(Standing.of(words, NOW));
        });
    }

    @Test
    void isPartlyByAnAssessorsWordUntilThePersonAnswersIt() {
        var own = new SelfRating(1, daysAgo(9), Rating.MET);
        var partly = new PartlyMet(2, daysAgo(8));
        var answer = new SelfRating(3, daysAgo(1), Rating.MET);

        assertThat(Standing.of(List.of(own, partly), NOW)).isEqualTo(Standing.PARTLY);
        assertThat(Standing.of(List.of(own, partly, answer), NOW)).isEqualTo(Standing.SELF_ASSESSED);
    }

    @Test
    void takesTheLaterOfTwoReturns() {
        var partly = new PartlyMet(1, daysAgo(9));
        var refusal = new Refusal(2, daysAgo(8));

        assertThat(Standing.of(List.of(partly, refusal), NOW)).isEqualTo(Standing.NOT_YET);
        assertThat(Standing.of(List.of(partly, refusal, new Revocation(3, NOW, 2)), NOW))
                .as("taken back, it is as if it had not been said")
                .isEqualTo(Standing.PARTLY);
    }

    @Test
    void verifiesByNothingButAVerification() {
        forRandomHistories((random, claims) -> {
            var without = claims.stream()
                    .filter(claim -> !(claim instanceof Verification))
                    .toList();

            assertThat(Standing.of(without, NOW)).isNotIn(Standing.VERIFIED, Standing.EXPIRED);
        });
    }

    @Test
    void isAsBeforeWhenAJudgementIsTakenBackAtOnce() {
        forRandomHistories((random, claims) -> {
            var undone = new ArrayList<>(claims);
            undone.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new SignOff(1_000, NOW, randomEnd(random));
                        case 1 -> new Refusal(1_000, NOW);
                        default -> new PartlyMet(1_000, NOW);
                    });
            undone.add(new Revocation(1_001, NOW, 1_000));

            assertThat(Standing.of(undone, NOW)).isEqualTo(Standing.of(claims, NOW));
        });
    }

    @Test
    void doesNotDependOnTheOrderInWhichIndependentClaimsWereMade() {
        forRandomHistories((random, claims) -> {
            // verifications and revocations weigh the same whenever they were made; only words have an order
            var moved = claims.stream()
                    .map(claim -> switch (claim) {
                        case SignOff signOff ->
                            new SignOff(signOff.id(), daysAgo(random.nextInt(900)), signOff.validUntil());
                        case Recognition recognition ->
                            new Recognition(recognition.id(), daysAgo(random.nextInt(900)), recognition.validUntil());
                        case Revocation revocation ->
                            new Revocation(revocation.id(), daysAgo(random.nextInt(900)), revocation.revokes());
                        case SelfRating _, Refusal _, PartlyMet _ -> claim;
                    })
                    .toList();

            assertThat(Standing.of(moved, NOW)).isEqualTo(Standing.of(claims, NOW));
        });
    }

    @Test
    void keepsMetGapUnansweredAndNotApplicableApart() {
        for (var standing : Standing.values()) {
            var sides = List.of(
                            standing.isMet(),
                            standing.isGap(),
                            standing == Standing.UNKNOWN,
                            standing == Standing.NOT_APPLICABLE)
                    .stream()
                    .filter(side -> side)
                    .count();

            assertThat(sides).as(standing.name()).isOne();
        }
    }

    /** Histories of up to eight claims in which every kind, expiry and revocation occurs; the seed is fixed. */
    private static void forRandomHistories(BiConsumer<Random, List<Claim>> law) {
        var random = new Random(20261121);
        var seen = EnumSet.noneOf(Standing.class);
        for (var n = 0; n < 20_000; n++) {
            var claims = randomHistory(random);
            seen.add(Standing.of(claims, NOW));
            law.accept(random, claims);
        }
        assertThat(seen).containsExactlyInAnyOrder(Standing.values());
    }

    private static List<Claim> randomHistory(Random random) {
        var claims = new ArrayList<Claim>();
        var size = random.nextInt(9);
        for (var id = 1; id <= size; id++) {
            // few days, so that instants often coincide
            var madeAt = daysAgo(random.nextInt(6));
            claims.add(
                    switch (random.nextInt(9)) {
                        case 0 -> new SignOff(id, madeAt, randomEnd(random));
                        case 1 -> new Recognition(id, madeAt, randomEnd(random));
                        case 2 -> new Refusal(id, madeAt);
                        case 3 -> new Revocation(id, madeAt, 1 + random.nextInt(size));
                        case 4 -> new PartlyMet(id, madeAt);
                        default -> new SelfRating(id, madeAt, randomRating(random));
                    });
        }
        return List.copyOf(claims);
    }

    private static Instant randomEnd(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> NOW.plus(Duration.ofDays(random.nextInt(300)).plusSeconds(1));
            default -> daysAgo(random.nextInt(30));
        };
    }

    private static Rating randomRating(Random random) {
        return Rating.values()[random.nextInt(Rating.values().length)];
    }

    private static boolean isRevoked(Claim judgement, List<Claim> claims) {
        return claims.stream()
                .anyMatch(claim -> claim instanceof Revocation revocation && revocation.revokes() == judgement.id());
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
