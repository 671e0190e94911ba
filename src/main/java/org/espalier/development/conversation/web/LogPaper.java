package org.espalier.development.conversation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.espalier.development.conversation.Preceptorship;
import org.espalier.development.conversation.Side;
import org.espalier.development.conversation.Supervision;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.ui.Messages;

/** The log of a supervision or a preceptorship on paper, for the one whose it is. */
final class LogPaper {
    private final Messages words;
    private final String me;
    private final String them;
    private final List<Block> blocks = new ArrayList<>();
    private final ShownPaper shown;

    LogPaper(Messages words, String me, String them) {
        this.words = words;
        this.me = me;
        this.them = them;
        this.shown = new ShownPaper(words, blocks);
    }

    Paper of(Supervision supervision) {
        for (var session : supervision.sessions()) {
            entry(
                    session.on(),
                    words.text("development.session.attendance."
                            + session.attendance().slug()),
                    session.minutes());
            shown.fact("development.session.note.mine", session.personNote());
            said(words.text("development.session.note.theirs", them), session.otherNote());
        }
        return paper(
                words.text("development.supervision." + supervision.kind().slug() + ".other", me),
                "development.session.none");
    }

    Paper of(Preceptorship preceptorship) {
        shown.fact("development.preceptorship.starts", preceptorship.startsOn());
        shown.fact("development.preceptorship.ends", preceptorship.plannedEnd());
        shown.fact(
                preceptorship.completed()
                        ? "development.preceptorship.completedOn"
                        : "development.preceptorship.endedOn",
                preceptorship.endedOn());
        for (var entry : preceptorship.entries()) {
            entry(
                    entry.on(),
                    words.text("development.entry.kind." + entry.kind().slug()),
                    entry.minutes());
            said(
                    entry.by() == Side.PERSON
                            ? words.text("development.session.note.mine")
                            : words.text("development.session.note.theirs", them),
                    entry.note());
        }
        return paper(words.text("development.preceptorship.other", me), "development.entry.none");
    }

    private void entry(LocalDate on, String what, int minutes) {
        blocks.add(new Heading(2, words.date(on)));
        blocks.add(Paragraph.of(
                minutes == 0
                        ? what
                        : what + " · " + words.text("development.preceptorship.time", minutes / 60, minutes % 60)));
    }

    private void said(String who, String note) {
        var first = true;
        for (var line : note.strip().split("\n", -1)) {
            if (!line.isBlank()) {
                blocks.add(first ? new Paragraph(Line.of(Run.bold(who + ": "), Run.of(line))) : Paragraph.of(line));
                first = false;
            }
        }
    }

    private Paper paper(String title, String noneKey) {
        if (blocks.stream().noneMatch(Heading.class::isInstance)) {
            blocks.add(Paragraph.of(words.text(noneKey)));
        }
        blocks.addFirst(
                new Paragraph(Line.of(Run.bold(me), Run.of(" · " + words.text("development.appraisal.with", them)))));
        return new Paper(
                title,
                words.locale().toLanguageTag(),
                words.text("development.log.paper.about", me, them),
                words.text("development.log.paper.about", me, them),
                words.text("development.paper.pageOf", "{0}", "{1}"),
                blocks);
    }
}
