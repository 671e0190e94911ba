package org.espalier.portfolio.registration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.portfolio.registration.Attestation.Answer;
import org.espalier.portfolio.registration.Evaluation.Against;
import org.espalier.portfolio.registration.Evaluation.Judged;
import org.espalier.ui.Messages;

/** Findings in words, the same on screen and on paper. */
public final class Words {
    private static final String KEY = "portfolio.registration.";

    private Words() {}

    /** As the rules call it; an organisation's own rules leave that to us. */
    public static String title(Messages words, Requirement requirement) {
        return requirement.title().isEmpty() ? words.text(KEY + "own." + requirement.id()) : requirement.title();
    }

    public static String about(Messages words, Requirement requirement) {
        return requirement.about().isEmpty()
                ? words.text(KEY + "own." + requirement.id() + ".about")
                : requirement.about();
    }

    /** How much there is, what is missing, why, and by when. */
    public static String found(Messages words, Finding finding, Evaluation evaluation) {
        var until = words.date(evaluation.cycle().until());
        return switch (finding) {
            case Finding.Amount amount -> {
                var unit = amount.requirement() instanceof Requirement.Items ? "items" : "hours";
                yield amount.met()
                        ? words.text(KEY + "found." + unit, number(amount.have()), number(amount.least()))
                        : words.text(
                                KEY + "found." + unit + ".short",
                                number(amount.have()),
                                number(amount.least()),
                                number(amount.missing()),
                                until);
            }
            case Finding.Said said -> {
                var most = said.requirement().mostWords();
                yield said.words() == 0
                        ? words.text(KEY + "found.said.nothing", until)
                        : said.tooLong() && most != null
                                ? words.text(KEY + "found.said.long", said.words(), most)
                                : count(words, KEY + "found.said", said.words());
            }
            case Finding.Gaps gaps ->
                gaps.gaps().isEmpty()
                        ? words.text(KEY + "found.gaps.none", gaps.requirement().months())
                        : gaps.met()
                                ? words.text(KEY + "found.gaps.explained")
                                : count(
                                        words,
                                        KEY + "found.gaps.open",
                                        gaps.gaps().stream()
                                                .filter(gap -> !gap.explained())
                                                .count());
            case Finding.ByAnother other -> byAnother(words, other, until);
        };
    }

    private static String byAnother(Messages words, Finding.ByAnother other, String until) {
        var given = other.given();
        if (given != null && given.answer() instanceof Answer.Given answer) {
            return words.text(KEY + "found.given", given.by(), words.date(answer.heldOn()));
        }
        return words.text(
                KEY + (other.asked().stream().anyMatch(Attestation::isOpen) ? "found.waiting" : "found.nobody"),
                words.date(other.earliest()),
                until);
    }

    /** What came of asking one person. */
    public static String asked(Messages words, Attestation attestation) {
        var by = attestation.by();
        return switch (attestation.answer()) {
            case null -> words.text(KEY + "asked.open", by, words.date(attestation.askedAt()));
            case Answer.Given given ->
                words.text(KEY + "asked.given", by, words.date(given.at()), words.date(given.heldOn()));
            case Answer.Declined declined -> words.text(KEY + "asked.declined", by, words.date(declined.at()));
            case Answer.Withdrawn withdrawn -> words.text(KEY + "asked.withdrawn", by, words.date(withdrawn.at()));
        };
    }

    public static String counts(Messages words, Judged judged) {
        return words.text(
                KEY + "counts",
                words.list(judged.countsFor().stream()
                        .map(requirement -> title(words, requirement))
                        .toList()));
    }

    /** Why it does not count, each reason once. */
    public static List<String> reasons(Messages words, Judged judged) {
        var only = judged.onlyReason();
        if (only != null) {
            return List.of(words.text(KEY + "counts.not", words.text(only.messageKey())));
        }
        return judged.against().stream().collect(Collectors.groupingBy(Against::why)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> words.text(
                        KEY + "counts.not.for",
                        words.list(entry.getValue().stream()
                                .map(against -> title(words, against.requirement()))
                                .toList()),
                        words.text(entry.getKey().messageKey())))
                .toList();
    }

    static String number(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** What one requirement asks, in a few words. */
    public static String asked(Messages words, Requirement requirement) {
        return switch (requirement) {
            case Requirement.Hours hours -> words.text(KEY + "rule.amount", title(words, hours), number(hours.least()));
            case Requirement.Items items -> words.text(KEY + "rule.amount", title(words, items), items.least());
            case Requirement.PracticeHours practice ->
                words.text(KEY + "rule.amount", title(words, practice), practice.least());
            case Requirement.Statement _, Requirement.NoGaps _, Requirement.Attested _ -> title(words, requirement);
        };
    }

    /** What came of a question, for whoever was asked. */
    public static String answered(Messages words, Attestation attestation) {
        return switch (attestation.answer()) {
            case null -> words.text(KEY + "answered.open", words.date(attestation.askedAt()));
            case Answer.Given given -> words.text(KEY + "answered.given", words.date(given.at()));
            case Answer.Declined declined -> words.text(KEY + "answered.declined", words.date(declined.at()));
            case Answer.Withdrawn withdrawn -> words.text(KEY + "answered.withdrawn", words.date(withdrawn.at()));
        };
    }

    private static String count(Messages words, String key, long count) {
        return words.text(key + (count == 1 ? ".one" : ".other"), count);
    }
}
