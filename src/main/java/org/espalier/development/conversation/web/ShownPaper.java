package org.espalier.development.conversation.web;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import org.espalier.assessment.StandingSymbol;
import org.espalier.development.conversation.EvidenceShown;
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
import org.espalier.portfolio.Structure;
import org.espalier.ui.Messages;
import org.jspecify.annotations.Nullable;

/** What somebody showed of themselves, on paper. */
record ShownPaper(Messages words, List<Block> blocks) {

    void objective(ObjectiveShown objective) {
        blocks.add(new Heading(3, objective.title()));
        fact("development.objective.completedOn", objective.completedOn());
        if (!objective.isCompleted()) {
            fact("development.objective.due", objective.due());
        }
        fact("development.objective.reason", objective.reason());
        if (!objective.about().isEmpty()) {
            blocks.add(new Paragraph(Line.of(Run.bold(words.text("development.objective.about")))));
            statements(objective.about());
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
            blocks.add(new Paragraph(Line.of(
                    Run.bold(words.date(note.on()) + ": "), Run.of(note.text().replace('\n', ' ')))));
        }
        fact("development.objective.learned", objective.learning());
        var method = objective.impact().method();
        if (method != null) {
            fact("development.objective.method", words.text("development.impact." + method.slug()));
        }
        fact("development.objective.impact", objective.impact().result());
    }

    void statements(List<StatementShown> statements) {
        blocks.add(new Bullets(statements.stream()
                .map(statement -> Line.of(
                        Run.of(statement.text() + " ("),
                        new Run(
                                words.text(statement.standing().messageKey()),
                                false,
                                StandingSymbol.of(statement.standing())),
                        Run.of(") " + statement.source())))
                .toList()));
    }

    /** Its words; of its files only the names. */
    void evidence(EvidenceShown evidence) {
        var content = evidence.content();
        blocks.add(new Heading(3, content.title()));
        blocks.add(Paragraph.of(words.text(evidence.kind().messageKey())));
        var key = evidence.kind().messageKey();
        fact(key + ".date", content.date());
        fact(key + ".source", requireNonNullElse(content.source(), ""));
        fact("portfolio.link", requireNonNullElse(content.link(), ""));
        fact("portfolio.validUntil", content.validUntil());
        var hours = content.hours();
        fact("portfolio.hours", hours == null ? "" : words.text("portfolio.hours.fact", hours));
        for (var n = 0; n < content.parts().size(); n++) {
            var heading = content.structure().headings().get(n);
            fact(
                    content.structure() == Structure.FREE ? key + ".text" : "portfolio.structure." + heading,
                    content.parts().get(n));
        }
        if (!evidence.files().isEmpty()) {
            blocks.add(
                    Paragraph.of(words.text("development.pack.evidence.files", String.join(", ", evidence.files()))));
        }
    }

    private List<Line> action(ActionShown action) {
        return List.of(
                Line.of(action.text().isBlank() ? words.text("development.action.empty") : action.text()),
                Line.of(action.due() == null ? "" : words.date(action.due())),
                Line.of(
                        action.doneOn() == null
                                ? words.text("development.action.notDone")
                                : words.date(action.doneOn())));
    }

    void fact(String labelKey, @Nullable LocalDate day) {
        if (day != null) {
            fact(labelKey, words.date(day));
        }
    }

    void fact(String labelKey, String text) {
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
}
