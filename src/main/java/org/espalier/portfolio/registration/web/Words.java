package org.espalier.portfolio.registration.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.portfolio.registration.Attestation;
import org.espalier.portfolio.registration.Attestation.Answer;
import org.espalier.portfolio.registration.Evaluation;
import org.espalier.portfolio.registration.Evaluation.Against;
import org.espalier.portfolio.registration.Evaluation.Judged;
import org.espalier.portfolio.registration.Finding;
import org.espalier.portfolio.registration.Requirement;
import org.espalier.ui.PageFrame;

/** Findings in words, the same on screen and on paper. */
final class Words {
    private static final String KEY = "portfolio.registration.";

    private Words() {}

    /** As the rules call it; an organisation's own rules leave that to us. */
    static String title(PageFrame frame, Requirement requirement) {
        return requirement.title().isEmpty() ? frame.t(KEY + "own." + requirement.id()) : requirement.title();
    }

    static String about(PageFrame frame, Requirement requirement) {
        return requirement.about().isEmpty()
                ? frame.t(KEY + "own." + requirement.id() + ".about")
                : requirement.about();
    }

    /** How much there is, what is missing, why, and by when. */
    static String found(PageFrame frame, Finding finding, Evaluation evaluation) {
        var until = frame.messages().date(evaluation.cycle().until());
        return switch (finding) {
            case Finding.Amount amount -> {
                var unit = amount.requirement() instanceof Requirement.Items ? "items" : "hours";
                yield amount.met()
                        ? frame.t(KEY + "found." + unit, number(amount.have()), number(amount.least()))
                        : frame.t(
                                KEY + "found." + unit + ".short",
                                number(amount.have()),
                                number(amount.least()),
                                number(amount.missing()),
                                until);
            }
            case Finding.Said said -> {
                var most = said.requirement().mostWords();
                yield said.words() == 0
                        ? frame.t(KEY + "found.said.nothing", until)
                        : said.tooLong() && most != null
                                ? frame.t(KEY + "found.said.long", said.words(), most)
                                : frame.count(KEY + "found.said", said.words());
            }
            case Finding.Gaps gaps ->
                gaps.gaps().isEmpty()
                        ? frame.t(KEY + "found.gaps.none", gaps.requirement().months())
                        : gaps.met()
                                ? frame.t(KEY + "found.gaps.explained")
                                : frame.count(
                                        KEY + "found.gaps.open",
                                        gaps.gaps().stream()
                                                .filter(gap -> !gap.explained())
                                                .count());
            case Finding.ByAnother other -> byAnother(frame, other, until);
        };
    }

    private static String byAnother(PageFrame frame, Finding.ByAnother other, String until) {
        var given = other.given();
        if (given != null && given.answer() instanceof Answer.Given answer) {
            return frame.t(KEY + "found.given", given.by(), frame.messages().date(answer.heldOn()));
        }
        return frame.t(
                KEY + (other.asked().stream().anyMatch(Attestation::isOpen) ? "found.waiting" : "found.nobody"),
                frame.messages().date(other.earliest()),
                until);
    }

    /** What came of asking one person. */
    static String asked(PageFrame frame, Attestation attestation) {
        var by = attestation.by();
        return switch (attestation.answer()) {
            case null -> frame.t(KEY + "asked.open", by, frame.messages().date(attestation.askedAt()));
            case Answer.Given given ->
                frame.t(
                        KEY + "asked.given",
                        by,
                        frame.messages().date(given.at()),
                        frame.messages().date(given.heldOn()));
            case Answer.Declined declined ->
                frame.t(KEY + "asked.declined", by, frame.messages().date(declined.at()));
            case Answer.Withdrawn withdrawn ->
                frame.t(KEY + "asked.withdrawn", by, frame.messages().date(withdrawn.at()));
        };
    }

    static String counts(PageFrame frame, Judged judged) {
        return frame.t(
                KEY + "counts",
                frame.messages()
                        .list(judged.countsFor().stream()
                                .map(requirement -> title(frame, requirement))
                                .toList()));
    }

    /** Why it does not count, each reason once. */
    static List<String> reasons(PageFrame frame, Judged judged) {
        var only = judged.onlyReason();
        if (only != null) {
            return List.of(frame.t(KEY + "counts.not", frame.t(only.messageKey())));
        }
        return judged.against().stream().collect(Collectors.groupingBy(Against::why)).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> frame.t(
                        KEY + "counts.not.for",
                        frame.messages()
                                .list(entry.getValue().stream()
                                        .map(against -> title(frame, against.requirement()))
                                        .toList()),
                        frame.t(entry.getKey().messageKey())))
                .toList();
    }

    static String number(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
