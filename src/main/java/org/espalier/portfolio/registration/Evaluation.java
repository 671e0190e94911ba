package org.espalier.portfolio.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.registration.Attestation.Answer;
import org.espalier.portfolio.registration.Finding.Gap;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set finds in a log for one cycle, as of a day. A pure function: the same log, rules, cycle and day always give
 * the same, and more in the log never takes away what was met.
 *
 * @param entries every entry of a kind that the rules ask for, the latest first
 */
public record Evaluation(
        RuleSet rules,
        Cycle cycle,
        LocalDate today,
        List<Finding> findings,
        List<Judged> entries,
        List<JudgedPractice> practice) {
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    public Evaluation {
        findings = List.copyOf(findings);
        entries = List.copyOf(entries);
        practice = List.copyOf(practice);
    }

    /**
     * What came of one entry.
     *
     * @param countsFor in the rules' order
     * @param against the requirements of its kind for which it does not count
     */
    public record Judged(LogEntry entry, List<Requirement> countsFor, List<Against> against) {
        public Judged {
            countsFor = List.copyOf(countsFor);
            against = List.copyOf(against);
        }

        /** The one reason that keeps it from counting anywhere; null when it counts, or when there are several. */
        public @Nullable Why onlyReason() {
            var reasons = against.stream().map(Against::why).distinct().toList();
            return countsFor.isEmpty() && reasons.size() == 1 ? reasons.getFirst() : null;
        }

        boolean isOfCycle() {
            return against.stream().noneMatch(one -> one.why() == Why.BEFORE || one.why() == Why.AFTER);
        }
    }

    public record Against(Requirement requirement, Why why) {}

    /** @param why null when it counts */
    public record JudgedPractice(
            PracticePeriod period, @Nullable Why why) {}

    /** @param two whether the person holds two registrations under these rules */
    public static Evaluation of(RuleSet rules, Cycle cycle, boolean two, Logbook log, LocalDate today) {
        var look = new Look(cycle, two, log, today);
        var entries = log.entries().stream()
                .map(entry -> look.judge(rules, entry))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(
                                (Judged judged) -> judged.entry().date(),
                                Comparator.nullsFirst(Comparator.reverseOrder()))
                        .thenComparing(judged -> -judged.entry().id().value()))
                .toList();
        var practice = log.practice().stream()
                .map(period -> new JudgedPractice(period, look.against(period)))
                .toList();
        return new Evaluation(
                rules,
                cycle,
                today,
                rules.requirements().stream().map(look::find).toList(),
                entries,
                practice);
    }

    public long met() {
        return findings.stream().filter(Finding::met).count();
    }

    public boolean isComplete() {
        return findings.stream().allMatch(Finding::met);
    }

    /** Those that belong to the cycle, or might if they had a date. */
    public List<Judged> entriesOfCycle() {
        return entries.stream().filter(Judged::isOfCycle).toList();
    }

    /** How many lie before or after the cycle. */
    public long otherEntries() {
        return entries.size() - entriesOfCycle().size();
    }

    public boolean asksForPractice() {
        return rules.requirements().stream().anyMatch(Requirement.PracticeHours.class::isInstance);
    }

    public boolean asksForEntries() {
        return rules.requirements().stream()
                .anyMatch(requirement -> !kinds(requirement).isEmpty());
    }

    private static Set<EvidenceKind> kinds(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Hours hours -> hours.of();
            case Requirement.Items items -> items.of();
            case Requirement.NoGaps gaps -> gaps.of();
            case Requirement.PracticeHours _, Requirement.Statement _, Requirement.Attested _ -> Set.of();
        };
    }

    /** One log, looked at for one cycle on one day. */
    private record Look(Cycle cycle, boolean two, Logbook log, LocalDate today) {

        Finding find(Requirement requirement) {
            return switch (requirement) {
                case Requirement.Hours hours ->
                    new Finding.Amount(
                            hours,
                            counting(hours).map(LogEntry::hours).reduce(BigDecimal.ZERO, Look::plus),
                            hours.least());
                case Requirement.Items items ->
                    new Finding.Amount(
                            items, BigDecimal.valueOf(counting(items).count()), BigDecimal.valueOf(items.least()));
                case Requirement.PracticeHours practice ->
                    new Finding.Amount(
                            practice,
                            log.practice().stream()
                                    .filter(period -> against(period) == null)
                                    .map(PracticePeriod::hours)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add),
                            BigDecimal.valueOf(practice.least(two)));
                case Requirement.Statement statement -> said(statement);
                case Requirement.NoGaps gaps -> new Finding.Gaps(gaps, gaps(gaps));
                case Requirement.Attested attested -> byAnother(attested);
            };
        }

        private static BigDecimal plus(BigDecimal sum, @Nullable BigDecimal more) {
            return more == null ? sum : sum.add(more);
        }

        private Stream<LogEntry> counting(Requirement requirement) {
            return log.entries().stream()
                    .filter(entry -> kinds(requirement).contains(entry.kind()) && against(requirement, entry) == null);
        }

        /** Empty when none of the rules ask for its kind. */
        List<Judged> judge(RuleSet rules, LogEntry entry) {
            var countsFor = new ArrayList<Requirement>();
            var against = new ArrayList<Against>();
            for (var requirement : rules.requirements()) {
                if (kinds(requirement).contains(entry.kind())) {
                    var why = against(requirement, entry);
                    if (why == null) {
                        countsFor.add(requirement);
                    } else {
                        against.add(new Against(requirement, why));
                    }
                }
            }
            return countsFor.isEmpty() && against.isEmpty()
                    ? List.of()
                    : List.of(new Judged(entry, countsFor, against));
        }

        private @Nullable Why against(Requirement requirement, LogEntry entry) {
            if (entry.draft()) {
                return Why.DRAFT;
            }
            if (entry.date() == null) {
                return Why.NO_DATE;
            }
            var when = against(entry.date());
            if (when != null) {
                return when;
            }
            return switch (requirement) {
                case Requirement.Hours hours -> againstHours(hours, entry);
                case Requirement.Items _ ->
                    entry.kind() == EvidenceKind.REFLECTION && !entry.written() ? Why.NOTHING_WRITTEN : null;
                case Requirement.NoGaps _,
                        Requirement.PracticeHours _,
                        Requirement.Statement _,
                        Requirement.Attested _ -> null;
            };
        }

        private static @Nullable Why againstHours(Requirement.Hours hours, LogEntry entry) {
            if (entry.hours() == null || entry.hours().signum() <= 0) {
                return Why.NO_HOURS;
            }
            if (!hours.withOthers() || Boolean.TRUE.equals(entry.withOthers())) {
                return null;
            }
            return entry.withOthers() == null ? Why.NOT_SAID : Why.ALONE;
        }

        private @Nullable Why against(LocalDate day) {
            if (day.isBefore(cycle.from())) {
                return Why.BEFORE;
            }
            if (day.isAfter(cycle.until())) {
                return Why.AFTER;
            }
            return day.isAfter(today) ? Why.TO_COME : null;
        }

        @Nullable
        Why against(PracticePeriod period) {
            var first = against(period.from());
            var last = against(period.until());
            return first == last || last == Why.TO_COME ? last : Why.ACROSS;
        }

        private Finding said(Requirement.Statement statement) {
            var text = log.statements().getOrDefault(statement.id(), "");
            return new Finding.Said(
                    statement, text, (int) WORD.matcher(text).results().count());
        }

        private List<Gap> gaps(Requirement.NoGaps rule) {
            var logged = new TreeMap<LocalDate, LocalDate>();
            counting(rule).forEach(entry -> cover(logged, entry.date(), entry.date()));
            var explained = new TreeMap<>(logged);
            log.explanations().forEach(one -> cover(explained, one.from(), one.until()));
            var open = stretches(explained, rule.months());
            return stretches(logged, rule.months()).stream()
                    .map(gap -> new Gap(gap.from(), gap.until(), open.stream().noneMatch(one -> overlap(one, gap))))
                    .toList();
        }

        private static boolean overlap(Cycle one, Cycle other) {
            return !one.from().isAfter(other.until()) && !other.from().isAfter(one.until());
        }

        private static void cover(
                Map<LocalDate, LocalDate> covered, @Nullable LocalDate from, @Nullable LocalDate until) {
            if (from != null && until != null) {
                covered.merge(from, until, (one, other) -> one.isAfter(other) ? one : other);
            }
        }

        /** The stretches of the cycle up to today that nothing covers and that last this many months. */
        private List<Cycle> stretches(TreeMap<LocalDate, LocalDate> covered, int months) {
            var last = today.isBefore(cycle.until()) ? today : cycle.until();
            var stretches = new ArrayList<Cycle>();
            var next = cycle.from();
            for (var piece : covered.entrySet()) {
                var before = piece.getKey().minusDays(1);
                add(stretches, next, before.isBefore(last) ? before : last, months);
                var after = piece.getValue().plusDays(1);
                next = after.isAfter(next) ? after : next;
            }
            add(stretches, next, last, months);
            return stretches;
        }

        private static void add(List<Cycle> stretches, LocalDate from, LocalDate until, int months) {
            if (!from.isAfter(until) && !from.plusMonths(months).isAfter(until.plusDays(1))) {
                stretches.add(new Cycle(from, until));
            }
        }

        private Finding byAnother(Requirement.Attested rule) {
            var earliest = rule.lastMonths() == null
                    ? cycle.from()
                    : cycle.startingNotBefore(cycle.until().plusDays(1).minusMonths(rule.lastMonths()))
                            .from();
            var asked = log.attestations().stream()
                    .filter(one -> one.requirement().equals(rule.id())
                            && one.cycleUntil().equals(cycle.until()))
                    .toList();
            var given = asked.stream()
                    .filter(one -> one.answer() instanceof Answer.Given answer
                            && !answer.heldOn().isBefore(earliest)
                            && !answer.heldOn().isAfter(cycle.until())
                            && !answer.heldOn().isAfter(today)
                            && (!rule.byRegistrant() || answer.registration() != null))
                    .findFirst()
                    .orElse(null);
            return new Finding.ByAnother(rule, given, asked, earliest);
        }
    }
}
