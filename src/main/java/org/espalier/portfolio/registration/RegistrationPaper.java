package org.espalier.portfolio.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.registration.Evaluation.Judged;
import org.espalier.ui.Messages;

/** All that somebody has for a renewal, on paper: what is asked, what there is, the log and what they wrote. */
public final class RegistrationPaper {
    private static final String KEY = "portfolio.registration.";

    private final Renewal renewal;
    private final Map<EvidenceId, String> texts;
    private final Messages words;
    private final List<Block> blocks = new ArrayList<>();

    private RegistrationPaper(Renewal renewal, Map<EvidenceId, String> texts, Messages words) {
        this.renewal = renewal;
        this.texts = texts;
        this.words = words;
    }

    /** @param texts what is written in the entries that are counted one by one */
    static Paper of(Renewal renewal, Map<EvidenceId, String> texts, String name, Messages words) {
        return new RegistrationPaper(renewal, texts, words).written(name);
    }

    private Paper written(String name) {
        var rules = renewal.registration().rules();
        var evaluation = renewal.evaluation();
        var day = words.date(evaluation.today());
        var number = renewal.registration().number();
        blocks.add(new Paragraph(Line.of(Run.bold(name), Run.of(" · " + day))));
        if (number != null) {
            blocks.add(Paragraph.of(words.text(KEY + "number.fact", number)));
        }
        blocks.add(Paragraph.of(words.text(
                KEY + "cycle",
                date(evaluation.cycle().from()),
                date(evaluation.cycle().until()))));
        blocks.add(Paragraph.of(words.text(
                KEY + "met.of", evaluation.met(), evaluation.findings().size())));
        evaluation.findings().forEach(this::finding);
        practice();
        log();
        texts();
        blocks.add(Paragraph.of(words.text(KEY + "source", rules.regulator())));
        return new Paper(
                rules.title(),
                words.locale().toLanguageTag(),
                words.text(KEY + "paper.about", rules.title(), name),
                words.text(KEY + "paper.footer", name, rules.title(), day),
                words.text(KEY + "paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private void finding(Finding finding) {
        blocks.add(new Heading(2, Words.title(words, finding.requirement())));
        blocks.add(new Paragraph(Line.of(
                Run.bold(words.text(KEY + (finding.met() ? "met" : "missing")) + ": "),
                Run.of(Words.found(words, finding, renewal.evaluation())))));
        switch (finding) {
            case Finding.Amount _ -> {}
            case Finding.Said said -> paragraphs(said.text());
            case Finding.Gaps gaps -> {
                if (!gaps.gaps().isEmpty()) {
                    blocks.add(new Bullets(gaps.gaps().stream()
                            .map(gap -> Line.of(words.text(KEY + "period", date(gap.from()), date(gap.until()))))
                            .toList()));
                }
                for (var explanation : renewal.log().explanations()) {
                    blocks.add(new Paragraph(Line.of(Run.bold(
                            words.text(KEY + "period", date(explanation.from()), date(explanation.until()))))));
                    paragraphs(explanation.text());
                }
            }
            case Finding.ByAnother other -> {
                if (other.given() != null && other.given().answer() instanceof Attestation.Answer.Given given) {
                    blocks.add(Paragraph.of(words.text(KEY + "given.who", given.capacity())));
                    if (given.registration() != null) {
                        blocks.add(Paragraph.of(words.text(KEY + "number.fact", given.registration())));
                    }
                    paragraphs(given.words());
                }
            }
        }
    }

    private void practice() {
        var counted = renewal.evaluation().practice().stream()
                .filter(judged -> judged.why() == null)
                .map(Evaluation.JudgedPractice::period)
                .toList();
        if (renewal.evaluation().asksForPractice() && !counted.isEmpty()) {
            blocks.add(new Heading(2, words.text(KEY + "practice.title")));
            blocks.add(new Table(
                    words.text(KEY + "practice.title"),
                    List.of(
                            words.text(KEY + "paper.when"),
                            words.text(KEY + "paper.where"),
                            words.text(KEY + "paper.hours")),
                    List.of(35, 50, 15),
                    counted.stream()
                            .map(period -> List.of(
                                    Line.of(words.text(KEY + "period", date(period.from()), date(period.until()))),
                                    Line.of(
                                            period.work().isEmpty()
                                                    ? period.setting()
                                                    : period.setting() + ": " + period.work()),
                                    Line.of(Words.number(period.hours()))))
                            .toList()));
        }
    }

    private void log() {
        var counted = counted();
        if (counted.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, words.text(KEY + "paper.log")));
        blocks.add(new Table(
                words.text(KEY + "paper.log"),
                List.of(
                        words.text(KEY + "paper.when"),
                        words.text(KEY + "paper.what"),
                        words.text(KEY + "paper.kind"),
                        words.text(KEY + "paper.hours")),
                List.of(20, 45, 22, 13),
                counted.stream().map(this::row).toList()));
    }

    private List<Judged> counted() {
        return renewal.evaluation().entriesOfCycle().reversed().stream()
                .filter(judged -> !judged.countsFor().isEmpty())
                .toList();
    }

    private List<Line> row(Judged judged) {
        var entry = judged.entry();
        return List.of(
                Line.of(entry.date() == null ? "" : date(entry.date())),
                Line.of(title(entry)),
                Line.of(words.text(entry.kind().messageKey())),
                Line.of(
                        entry.hours() == null
                                ? ""
                                : Boolean.TRUE.equals(entry.withOthers())
                                        ? words.text(KEY + "paper.with", Words.number(entry.hours()))
                                        : Words.number(entry.hours())));
    }

    private String title(LogEntry entry) {
        return entry.title().isEmpty() ? words.text("portfolio.untitled") : entry.title();
    }

    private void texts() {
        var written = counted().stream()
                .map(Judged::entry)
                .filter(entry -> !texts.getOrDefault(entry.id(), "").isBlank())
                .toList();
        if (written.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, words.text(KEY + "paper.texts")));
        for (var entry : written) {
            blocks.add(new Heading(3, title(entry)));
            paragraphs(texts.getOrDefault(entry.id(), ""));
        }
    }

    private void paragraphs(String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> blocks.add(Paragraph.of(line)));
    }

    private String date(LocalDate day) {
        return words.date(day);
    }
}
