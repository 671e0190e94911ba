package org.espalier.development.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.espalier.assessment.Tally;
import org.espalier.development.GapAnalysis;
import org.espalier.development.GapAnalysis.PillarGap;
import org.espalier.development.PlanView;
import org.espalier.development.Target.Rung;
import org.espalier.development.Target.Section;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.framework.DemandSentence;
import org.espalier.ui.PageFrame;

/** A gap on paper: the profile in numbers, and every expectation with its standing. */
final class GapPaper {
    private final MyTarget mine;
    private final GapAnalysis gap;
    private final PageFrame frame;
    private final List<Block> blocks = new ArrayList<>();

    private GapPaper(MyTarget mine, GapAnalysis gap, PageFrame frame) {
        this.mine = mine;
        this.gap = gap;
        this.frame = frame;
    }

    static Paper of(MyTarget mine, GapAnalysis gap, String name, PageFrame frame) {
        return new GapPaper(mine, gap, frame).written(name);
    }

    private Paper written(String name) {
        var day = frame.messages().date(gap.standings().at());
        blocks.add(new Paragraph(Line.of(Run.bold(name), Run.of(" · " + day))));
        blocks.add(Paragraph.of(target()));
        if (gap.target().demand().hasChoice()) {
            blocks.add(Paragraph.of(frame.t(
                    "development.gap.asks", DemandSentence.of(gap.target().demand(), frame.messages()))));
        }
        blocks.add(numbers());
        gap.askedPillars().forEach(this::pillar);
        if (!gap.target().requirements().isEmpty()) {
            blocks.add(new Heading(2, frame.t("development.gap.requirements")));
            blocks.add(new Bullets(gap.target().requirements().stream()
                    .map(statement -> Line.of(PlanView.words(statement)))
                    .toList()));
        }
        return new Paper(
                frame.t("development.gap.title"),
                frame.language(),
                frame.t("development.gap.paper.about", name, target()),
                frame.t("development.gap.paper.footer", name, day),
                frame.t("development.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private String target() {
        var level = mine.targetName();
        var title = frame.t(
                "development.gap.paper.version",
                mine.version().title(),
                mine.version().number());
        return level == null ? title : level + " · " + title;
    }

    private Table numbers() {
        var rows = new ArrayList<List<Line>>();
        for (var pillar : gap.askedPillars()) {
            rows.add(row(name(pillar), pillar.tally()));
        }
        rows.add(row(frame.t("development.gap.paper.all"), gap.tally()));
        return new Table(
                frame.t("development.profile.numbers"),
                List.of(
                        frame.t("development.gap.paper.part"),
                        frame.t("development.gap.paper.met"),
                        frame.t("development.gap.paper.gaps"),
                        frame.t("development.gap.paper.unanswered"),
                        frame.t("development.gap.paper.total")),
                List.of(44, 14, 14, 14, 14),
                rows);
    }

    private static List<Line> row(String name, Tally tally) {
        return List.of(
                Line.of(name),
                Line.of(String.format(Locale.ROOT, "%d", tally.met())),
                Line.of(String.format(Locale.ROOT, "%d", tally.gaps())),
                Line.of(String.format(Locale.ROOT, "%d", tally.unanswered())),
                Line.of(String.format(Locale.ROOT, "%d", tally.total())));
    }

    private void pillar(PillarGap pillar) {
        blocks.add(new Heading(2, name(pillar)));
        for (var rung : pillar.pillar().rungs()) {
            if (rung.asked()) {
                for (var section : rung.sections()) {
                    blocks.add(table(pillar, section));
                }
            }
        }
    }

    private Table table(PillarGap pillar, Section section) {
        var addsUp = pillar.pillar().rungs().stream().filter(Rung::asked).count() > 1;
        var caption = new ArrayList<String>();
        if (section.level() != null
                && (addsUp || !Objects.equals(section.level(), gap.target().level()))) {
            caption.add(section.level().name());
        }
        if (section.group() != null && !section.group().equals(pillar.pillar().group())) {
            caption.add(section.group().name());
        }
        if (caption.isEmpty()) {
            caption.add(name(pillar));
        }
        return new Table(
                String.join(" · ", caption),
                List.of(frame.t("development.gap.paper.expectation"), frame.t("development.gap.paper.standing")),
                List.of(76, 24),
                section.statements().stream()
                        .map(statement -> List.of(
                                Line.of(PlanView.words(statement)
                                        + (statement.optional() ? " (" + frame.t("development.optional") + ")" : "")
                                        + (gap.isLater(statement)
                                                ? " (" + frame.t("development.gap.later") + ")"
                                                : "")),
                                Line.of(PlanPaper.standing(gap.standing(statement), frame.messages()))))
                        .toList());
    }

    private String name(PillarGap pillar) {
        var group = pillar.pillar().group();
        return group == null ? frame.t("development.ungrouped") : group.name();
    }
}
