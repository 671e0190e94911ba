package org.espalier.development.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.assessment.Standing;
import org.espalier.assessment.StandingSymbol;
import org.espalier.development.Objective;
import org.espalier.development.PlanView;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.ui.PageFrame;

/** A development plan on paper. */
final class PlanPaper {
    private final PlanView view;
    private final PageFrame frame;
    private final List<Block> blocks = new ArrayList<>();

    private PlanPaper(PlanView view, PageFrame frame) {
        this.view = view;
        this.frame = frame;
    }

    static Paper of(PlanView view, String name, PageFrame frame) {
        var paper = new PlanPaper(view, frame);
        return paper.written(name);
    }

    private Paper written(String name) {
        var day = frame.messages().date(view.today());
        blocks.add(new Paragraph(Line.of(Run.bold(name), Run.of(" · " + day))));
        if (view.plan().isEmpty()) {
            blocks.add(Paragraph.of(frame.t("development.plan.empty")));
        }
        view.plan().open().forEach(this::objective);
        if (!view.plan().completed().isEmpty()) {
            blocks.add(new Heading(2, frame.t("development.plan.completed")));
            view.plan().completed().forEach(this::objective);
        }
        return new Paper(
                frame.t("development.plan.paper.title"),
                frame.language(),
                frame.t("development.plan.paper.about", name),
                frame.t("development.plan.paper.footer", name, day),
                frame.t("development.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private void objective(Objective objective) {
        blocks.add(new Heading(objective.isCompleted() ? 3 : 2, objective.title()));
        if (objective.completedOn() != null) {
            fact("development.objective.completedOn", frame.messages().date(objective.completedOn()));
        }
        if (objective.due() != null) {
            fact("development.objective.due", frame.messages().date(objective.due()));
        }
        fact("development.objective.reason", objective.reason());
        var lines = view.lines(objective);
        var sources = lines.stream().map(PlanView.Line::source).distinct().toList();
        blocks.add(new Paragraph(Line.of(Run.bold(frame.t("development.objective.about")))));
        blocks.add(new Bullets(
                lines.stream().map(line -> statement(line, sources.size() > 1)).toList()));
        if (sources.size() == 1) {
            fact("development.objective.source", sources.getFirst());
        }
        if (!objective.actions().isEmpty()) {
            blocks.add(new Table(
                    frame.t("development.objective.actions"),
                    List.of(
                            frame.t("development.action.text"),
                            frame.t("development.action.due"),
                            frame.t("development.action.done")),
                    List.of(60, 22, 18),
                    objective.actions().stream().map(this::action).toList()));
        }
        fact("development.objective.support", objective.support());
        for (var note : objective.notes()) {
            if (!note.text().isBlank()) {
                blocks.add(new Paragraph(Line.of(
                        Run.bold(frame.messages().date(note.on()) + ": "),
                        Run.of(note.text().replace('\n', ' ')))));
            }
        }
        fact("development.objective.learned", objective.learning());
        if (objective.impact().method() != null) {
            fact(
                    "development.objective.method",
                    frame.t("development.impact." + objective.impact().method().slug()));
        }
        fact("development.objective.impact", objective.impact().result());
    }

    private void fact(String labelKey, String text) {
        if (!text.isBlank()) {
            var lines = text.split("\n", -1);
            blocks.add(new Paragraph(Line.of(Run.bold(frame.t(labelKey) + ": "), Run.of(lines[0]))));
            for (var n = 1; n < lines.length; n++) {
                if (!lines[n].isBlank()) {
                    blocks.add(Paragraph.of(lines[n]));
                }
            }
        }
    }

    private List<Line> action(Objective.Action action) {
        return List.of(
                Line.of(action.text().isBlank() ? frame.t("development.action.empty") : action.text()),
                Line.of(action.due() == null ? "" : frame.messages().date(action.due())),
                Line.of(
                        action.doneOn() == null
                                ? frame.t("development.action.notDone")
                                : frame.messages().date(action.doneOn())));
    }

    private Line statement(PlanView.Line line, boolean withSource) {
        return Line.of(
                Run.of(line.words() + (withSource ? " (" + line.source() + ")" : "") + ": "),
                standing(line.standing(), frame));
    }

    static Run standing(Standing standing, PageFrame frame) {
        return new Run(frame.t(standing.messageKey()), false, StandingSymbol.of(standing));
    }
}
