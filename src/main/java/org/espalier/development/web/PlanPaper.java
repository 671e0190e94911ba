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
import org.espalier.ui.Messages;

/** A development plan on paper. */
final class PlanPaper {
    private final PlanView view;
    private final Messages words;
    private final List<Block> blocks = new ArrayList<>();

    private PlanPaper(PlanView view, Messages words) {
        this.view = view;
        this.words = words;
    }

    static Paper of(PlanView view, String name, Messages words) {
        var paper = new PlanPaper(view, words);
        return paper.written(name);
    }

    private Paper written(String name) {
        var day = words.date(view.today());
        blocks.add(new Paragraph(Line.of(Run.bold(name), Run.of(" · " + day))));
        if (view.plan().isEmpty()) {
            blocks.add(Paragraph.of(words.text("development.plan.empty")));
        }
        view.plan().open().forEach(this::objective);
        if (!view.plan().completed().isEmpty()) {
            blocks.add(new Heading(2, words.text("development.plan.completed")));
            view.plan().completed().forEach(this::objective);
        }
        return new Paper(
                words.text("development.plan.paper.title"),
                words.locale().toLanguageTag(),
                words.text("development.plan.paper.about", name),
                words.text("development.plan.paper.footer", name, day),
                words.text("development.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private void objective(Objective objective) {
        blocks.add(new Heading(objective.isCompleted() ? 3 : 2, objective.title()));
        if (objective.completedOn() != null) {
            fact("development.objective.completedOn", words.date(objective.completedOn()));
        }
        if (objective.due() != null) {
            fact("development.objective.due", words.date(objective.due()));
        }
        fact("development.objective.reason", objective.reason());
        var lines = view.lines(objective);
        var sources = lines.stream().map(PlanView.Line::source).distinct().toList();
        blocks.add(new Paragraph(Line.of(Run.bold(words.text("development.objective.about")))));
        blocks.add(new Bullets(
                lines.stream().map(line -> statement(line, sources.size() > 1)).toList()));
        if (sources.size() == 1) {
            fact("development.objective.source", sources.getFirst());
        }
        if (!objective.actions().isEmpty()) {
            blocks.add(new Table(
                    words.text("development.objective.actions"),
                    List.of(
                            words.text("development.action.text"),
                            words.text("development.action.due"),
                            words.text("development.action.done")),
                    List.of(60, 22, 18),
                    objective.actions().stream().map(this::action).toList()));
        }
        fact("development.objective.support", objective.support());
        for (var note : objective.notes()) {
            if (!note.text().isBlank()) {
                blocks.add(new Paragraph(Line.of(
                        Run.bold(words.date(note.on()) + ": "),
                        Run.of(note.text().replace('\n', ' ')))));
            }
        }
        fact("development.objective.learned", objective.learning());
        if (objective.impact().method() != null) {
            fact(
                    "development.objective.method",
                    words.text(
                            "development.impact." + objective.impact().method().slug()));
        }
        fact("development.objective.impact", objective.impact().result());
    }

    private void fact(String labelKey, String text) {
        if (!text.isBlank()) {
            var lines = text.split("\n", -1);
            blocks.add(new Paragraph(Line.of(Run.bold(words.text(labelKey) + ": "), Run.of(lines[0]))));
            for (var n = 1; n < lines.length; n++) {
                if (!lines[n].isBlank()) {
                    blocks.add(Paragraph.of(lines[n]));
                }
            }
        }
    }

    private List<Line> action(Objective.Action action) {
        return List.of(
                Line.of(action.text().isBlank() ? words.text("development.action.empty") : action.text()),
                Line.of(action.due() == null ? "" : words.date(action.due())),
                Line.of(
                        action.doneOn() == null
                                ? words.text("development.action.notDone")
                                : words.date(action.doneOn())));
    }

    private Line statement(PlanView.Line line, boolean withSource) {
        return Line.of(
                Run.of(line.words() + (withSource ? " (" + line.source() + ")" : "") + ": "),
                standing(line.standing(), words));
    }

    static Run standing(Standing standing, Messages words) {
        return new Run(words.text(standing.messageKey()), false, StandingSymbol.of(standing));
    }
}
