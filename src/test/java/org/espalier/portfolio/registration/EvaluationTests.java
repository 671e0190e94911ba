package org.espalier.portfolio.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.registration.Attestation.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate UNTIL = LocalDate.of(2027, 10, 31);
    private static final RuleSet NMC = new RuleSets().get("nmc-revalidation");
    private static final RuleSet HCPC = new RuleSets().get("hcpc-cpd");

    @Test
    void countsTheCycleFromTheDayAfterTheLastOne() {
        assertThat(HCPC.cycle(UNTIL)).isEqualTo(new Cycle(LocalDate.of(2025, 11, 1), UNTIL));
        assertThat(NMC.cycle(LocalDate.of(2027, 2, 28)).from()).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void saysWhyAnEntryDoesNotCount() {
        var log = log(
                cpd(1, TODAY, "2", true),
                cpd(2, TODAY, "2", false),
                cpd(3, TODAY, null, true),
                cpd(4, TODAY.plusDays(1), "2", true),
                cpd(5, UNTIL.minusYears(4), "2", true),
                new LogEntry(new EvidenceId(6), EvidenceKind.REFLECTION, "Empty", TODAY, null, null, false, false),
                new LogEntry(new EvidenceId(7), EvidenceKind.FEEDBACK, "Draft", TODAY, null, null, true, true),
                new LogEntry(new EvidenceId(8), EvidenceKind.LINK, "A link", TODAY, null, null, false, true));

        var judged = evaluate(NMC, log).entries();

        assertThat(judged)
                .extracting(
                        one -> one.entry().id().value() + " " + one.countsFor().size() + " "
                                + one.against().stream()
                                        .map(Evaluation.Against::why)
                                        .distinct()
                                        .toList())
                .containsExactlyInAnyOrder(
                        "1 2 []",
                        "2 1 [ALONE]",
                        "3 0 [NO_HOURS]",
                        "4 0 [TO_COME]",
                        "5 0 [BEFORE]",
                        "6 0 [NOTHING_WRITTEN]",
                        "7 0 [DRAFT]");
    }

    @Test
    void addsUpHoursAndSaysWhatIsMissing() {
        var found = amount(NMC, log(cpd(1, TODAY, "20.5", true), cpd(2, TODAY, "10", false)), "learning");
        var withOthers =
                amount(NMC, log(cpd(1, TODAY, "20.5", true), cpd(2, TODAY, "10", false)), "learning-with-others");

        assertThat(found.met()).isFalse();
        assertThat(found.missing()).isEqualByComparingTo("4.5");
        assertThat(withOthers.met()).isTrue();
    }

    @Test
    void asksTwiceThePracticeOfWhoHoldsTwoRegistrations() {
        var practice = new PracticePeriod(
                1, TODAY.minusYears(1), TODAY, new BigDecimal("450"), "Larkfield", "Community nursing");
        var log = new Logbook(List.of(), List.of(practice), List.of(), Map.of(), List.of());

        assertThat(finding(Evaluation.of(NMC, NMC.cycle(UNTIL), false, log, TODAY), "practice-hours")
                        .met())
                .isTrue();
        assertThat(finding(Evaluation.of(NMC, NMC.cycle(UNTIL), true, log, TODAY), "practice-hours")
                        .met())
                .isFalse();
    }

    @Test
    void leavesOutPracticeThatReachesIntoAnotherCycle() {
        var cycle = NMC.cycle(UNTIL);
        var across = new PracticePeriod(
                1, cycle.from().minusDays(1), cycle.from().plusDays(9), BigDecimal.TEN, "Larkfield", "");
        var log = new Logbook(List.of(), List.of(across), List.of(), Map.of(), List.of());

        assertThat(evaluate(NMC, log).practice())
                .extracting(Evaluation.JudgedPractice::why)
                .containsExactly(Why.ACROSS);
    }

    @Test
    void findsGapsOfThreeMonthsAndTakesAnExplanation() {
        var start = HCPC.cycle(UNTIL).from();
        var entries = List.of(
                cpd(1, start.plusMonths(2), "1", true),
                cpd(2, start.plusMonths(8), "1", true),
                cpd(3, start.plusMonths(10), "1", true));
        var silent = new Logbook(entries, List.of(), List.of(), Map.of(), List.of());
        var gap = new Finding.Gap(
                start.plusMonths(2).plusDays(1), start.plusMonths(8).minusDays(1), false);

        assertThat(gaps(silent)).containsExactly(gap);

        var half = new Explanation(1, gap.from(), gap.from().plusMonths(1), "Parental leave");
        assertThat(gaps(with(silent, half))).as("four months are still silent").containsExactly(gap);
        var whole = new Explanation(1, gap.from(), gap.until().minusMonths(2), "Parental leave");
        assertThat(gaps(with(silent, whole))).containsExactly(new Finding.Gap(gap.from(), gap.until(), true));
        assertThat(finding(evaluate(HCPC, with(silent, whole)), "continuous-record")
                        .met())
                .isTrue();
    }

    @Test
    void counts92DaysFromTheFirstOfAugustAsThreeMonthsAndOneDayLessNot() {
        var rules = rules(new Requirement.NoGaps("gaps", "", "", 3, Set.of(EvidenceKind.CPD)));
        var from = LocalDate.of(2026, 8, 1);

        assertThat(evaluate(rules, new Cycle(from, UNTIL), log(), LocalDate.of(2026, 10, 31))
                        .findings())
                .noneMatch(Finding::met);
        assertThat(evaluate(rules, new Cycle(from, UNTIL), log(), LocalDate.of(2026, 10, 30))
                        .findings())
                .allMatch(Finding::met);
        assertThat(evaluate(rules, new Cycle(from, UNTIL), log(), from.minusDays(1))
                        .findings())
                .as("a cycle still to come has no gap")
                .allMatch(Finding::met);
    }

    @Test
    void takesAStatementThatIsNotTooLong() {
        var statement = new Requirement.Statement("say", "", "", 3, false);

        assertThat(said(statement, "")).isFalse();
        assertThat(said(statement, " – . ")).as("no words").isFalse();
        assertThat(said(statement, "one two three")).isTrue();
        assertThat(said(statement, "one two three four")).isFalse();
    }

    @Test
    void takesAConfirmationOnlyWhenItIsRecentAndATalkOnlyFromARegistrant() {
        assertThat(given("confirmation", UNTIL.minusMonths(12).plusDays(1), null))
                .isTrue();
        assertThat(given("confirmation", UNTIL.minusMonths(12), null)).isFalse();
        assertThat(given("confirmation", TODAY.plusDays(1), null))
                .as("still to come")
                .isFalse();
        assertThat(given("discussion", TODAY, null)).isFalse();
        assertThat(given("discussion", TODAY, "12A3456E")).isTrue();
    }

    @Test
    void takesNoAnswerThatWasDeclinedOrIsOfAnotherCycle() {
        var declined = new Attestation(
                new AttestationId(1),
                "confirmation",
                UNTIL,
                "Owen",
                Instant.EPOCH,
                "",
                new Answer.Declined(Instant.EPOCH, ""));
        var earlier = new Attestation(
                new AttestationId(2),
                "confirmation",
                UNTIL.minusYears(3),
                "Owen",
                Instant.EPOCH,
                "",
                new Answer.Given(Instant.EPOCH, TODAY, "Manager", null, ""));
        var log = new Logbook(List.of(), List.of(), List.of(), Map.of(), List.of(declined, earlier));

        assertThat(finding(evaluate(NMC, log), "confirmation").met()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverLosesWhatIsMetWhenTheLogGrows(long seed) {
        var random = new Random(seed);
        var entries = entries(random);
        var more = entries(random);
        for (var rules : List.of(NMC, HCPC)) {
            var before = evaluate(rules, logOf(entries));
            var after = evaluate(
                    rules, logOf(Stream.concat(entries.stream(), more.stream()).toList()));

            for (var n = 0; n < before.findings().size(); n++) {
                if (before.findings().get(n).met()) {
                    assertThat(after.findings().get(n).met()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesNotMindTheOrderOfTheLog(long seed) {
        var random = new Random(seed);
        var entries = entries(random);
        var shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);

        assertThat(evaluate(NMC, logOf(shuffled)).findings())
                .isEqualTo(evaluate(NMC, logOf(entries)).findings());
        assertThat(evaluate(HCPC, logOf(shuffled)).findings())
                .isEqualTo(evaluate(HCPC, logOf(entries)).findings());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsEachEntryExactlyWhereItSaysSo(long seed) {
        var random = new Random(seed);
        var entries = entries(random);
        var evaluation = evaluate(NMC, logOf(entries));

        for (var judged : evaluation.entries()) {
            assertThat(judged.countsFor().size() + judged.against().size()).isPositive();
            judged.against().forEach(against -> assertThat(judged.countsFor()).doesNotContain(against.requirement()));
        }
        var hours = evaluation.entries().stream()
                .filter(judged -> judged.countsFor().stream()
                        .anyMatch(requirement -> requirement.id().equals("learning")))
                .map(judged -> judged.entry().hours())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(amount(evaluation, "learning").have()).isEqualByComparingTo(hours);
        assertThat(amount(evaluation, "learning-with-others").have()).isLessThanOrEqualTo(hours);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesNoGapUnexplainedOnceAllTimeIs(long seed) {
        var random = new Random(seed);
        var entries = entries(random);
        var cycle = HCPC.cycle(UNTIL);
        var log = with(logOf(entries), new Explanation(1, cycle.from(), cycle.until(), "A long illness"));

        assertThat(gaps(log)).allMatch(Finding.Gap::explained);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Up to 60 entries of all kinds, most of them in the cycle. */
    private static List<LogEntry> entries(Random random) {
        return IntStream.range(0, random.nextInt(60))
                .mapToObj(n -> new LogEntry(
                        new EvidenceId(random.nextLong()),
                        one(random, EvidenceKind.values()),
                        "Something",
                        random.nextInt(20) == 0 ? null : TODAY.plusDays(random.nextInt(-1400, 500)),
                        random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(1200), 2),
                        one(random, true, false, null),
                        random.nextInt(4) == 0,
                        random.nextBoolean()))
                .toList();
    }

    @SafeVarargs
    private static <T extends @Nullable Object> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private static boolean given(String requirement, LocalDate heldOn, @Nullable String registration) {
        var attestation = new Attestation(
                new AttestationId(1),
                requirement,
                UNTIL,
                "Owen",
                Instant.EPOCH,
                "",
                new Answer.Given(Instant.EPOCH, heldOn, "Manager", registration, ""));
        var log = new Logbook(List.of(), List.of(), List.of(), Map.of(), List.of(attestation));
        return finding(evaluate(NMC, log), requirement).met();
    }

    private static boolean said(Requirement.Statement statement, String text) {
        var log = new Logbook(List.of(), List.of(), List.of(), Map.of("say", text), List.of());
        return evaluate(rules(statement), log).isComplete();
    }

    private static RuleSet rules(Requirement requirement) {
        return new RuleSet(
                "made-up",
                "Made up",
                "The Guild",
                "",
                null,
                null,
                TODAY.minusYears(1),
                null,
                24,
                false,
                List.of(requirement));
    }

    private static Logbook with(Logbook log, Explanation explanation) {
        return new Logbook(log.entries(), log.practice(), List.of(explanation), log.statements(), log.attestations());
    }

    private static List<Finding.Gap> gaps(Logbook log) {
        return ((Finding.Gaps) finding(evaluate(HCPC, log), "continuous-record")).gaps();
    }

    private static Finding.Amount amount(RuleSet rules, Logbook log, String requirement) {
        return amount(evaluate(rules, log), requirement);
    }

    private static Finding.Amount amount(Evaluation evaluation, String requirement) {
        return (Finding.Amount) finding(evaluation, requirement);
    }

    private static Finding finding(Evaluation evaluation, String requirement) {
        return evaluation.findings().stream()
                .filter(finding -> finding.requirement().id().equals(requirement))
                .findFirst()
                .orElseThrow();
    }

    private static Evaluation evaluate(RuleSet rules, Logbook log) {
        return evaluate(rules, rules.cycle(UNTIL), log, TODAY);
    }

    private static Evaluation evaluate(RuleSet rules, Cycle cycle, Logbook log, LocalDate today) {
        return Evaluation.of(rules, cycle, false, log, today);
    }

    private static LogEntry cpd(long id, LocalDate date, @Nullable String hours, boolean withOthers) {
        return new LogEntry(
                new EvidenceId(id),
                EvidenceKind.CPD,
                "Activity " + id,
                date,
                hours == null ? null : new BigDecimal(hours),
                withOthers,
                false,
                true);
    }

    private static Logbook log(LogEntry... entries) {
        return logOf(List.of(entries));
    }

    private static Logbook logOf(List<LogEntry> entries) {
        return new Logbook(entries, List.of(), List.of(), Map.of(), List.of());
    }
}
