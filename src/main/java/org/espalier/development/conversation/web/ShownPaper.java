package org.espalier.development.conversation.web;

import java.time.LocalDate;
import java.util.List;
import org.espalier.assessment.StandingSymbol;
import org.espalier.development.conversation.ObjectiveShown;
import org.espalier.development.conversation.ObjectiveShown.ActionShown;
import org.espalier.development.conversation.ObjectiveShown.StatementShown;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Table;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;

/** What somebody showed of themselves, on paper. */
record ShownPaper(PageFrame frame, List<Block> blocks) {

    void objective(ObjectiveShown objective) {
        blocks.add(new Heading(3, objective.title()));
        fact("development.objective.completedOn", objective.completedOn());
        if (!objective.isCompleted()) {
            fact("development.objective.due", objective.due());
        }
        fact("development.objective.reason", objective.reason());
        if (!objective.about().isEmpty()) {
            blocks.add(new Paragraph(Line.of(Run.bold(frame.t("development.objective.about")))));
            statements(objective.about());
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
            blocks.add(new Paragraph(Line.of(
                    Run.bold(frame.messages().date(note.on()) + ": "),
                    Run.of(note.text().replace('\n', ' ')))));
        }
        fact("development.objective.learned", objective.learning());
        var method = objective.impact().method();
        if (method != null) {
            fact("development.objective.method", frame.t("development.impact." + method.slug()));
        }
        fact("development.objective.impact", objective.impact().result());
    }

    void statements(List<StatementShown> statements) {
        blocks.add(new Bullets(statements.stream()
                .map(statement -> Line.of(
                        Run.of(statement.text() + " ("),
                        new Run(
                                frame.t(statement.standing().messageKey()),
                                false,
                                StandingSymbol.of(statement.standing())),
                        Run.of(") " + statement.source())))
                .toList()));
    }

    private List<Line> action(ActionShown action) {
        return List.of(
                Line.of(action.text().isBlank() ? frame.t("development.action.empty") : action.text()),
                Line.of(action.due() == null ? "" : frame.messages().date(action.due())),
                Line.of(
                        action.doneOn() == null
                                ? frame.t("development.action.notDone")
                                : frame.messages().date(action.doneOn())));
    }

    void fact(String labelKey, @Nullable LocalDate day) {
        if (day != null) {
            fact(labelKey, frame.messages().date(day));
        }
    }

    void fact(String labelKey, String text) {
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
}
