package org.espalier.development.conversation.web;

import java.util.ArrayList;
import java.util.List;
import org.espalier.development.conversation.AppraisalView;
import org.espalier.development.conversation.ObjectiveShown;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.ui.Messages;

/** The record of an appraisal on paper: what both have signed, or what is written so far and says so. */
final class AppraisalPaper {
    private final AppraisalView view;
    private final Messages words;
    private final List<Block> blocks = new ArrayList<>();

    private AppraisalPaper(AppraisalView view, Messages words) {
        this.view = view;
        this.words = words;
    }

    static Paper of(AppraisalView view, Messages words) {
        return new AppraisalPaper(view, words).written();
    }

    private Paper written() {
        var person = view.person().name();
        var agreement = view.agreement();
        blocks.add(new Paragraph(Line.of(
                Run.bold(person),
                Run.of(" · "
                        + words.text("development.appraisal.with", view.other().name())))));
        blocks.add(Paragraph.of(
                words.text("development.appraisal.stage." + view.stage().slug())));
        var papers = new ShownPaper(words, blocks);
        papers.fact("development.record.metOn", agreement.metOn());
        papers.fact("development.record.lookingBack", agreement.lookingBack());
        papers.fact("development.record.lookingAhead", agreement.lookingAhead());
        papers.fact("development.record.support", agreement.support());
        papers.fact("development.record.nextBy", agreement.nextBy());
        objectives("development.record.done", view.done(), papers);
        objectives("development.record.carriedOver", view.carriedOver(), papers);
        blocks.add(new Heading(2, words.text("development.record.signatures")));
        signature(view.me().name(), view.mySignature());
        signature(view.them().name(), view.theirSignature());
        return new Paper(
                words.text("development.record.paper.title"),
                words.locale().toLanguageTag(),
                words.text(
                        "development.record.paper.about", person, view.other().name()),
                words.text(
                        "development.record.paper.about", person, view.other().name()),
                words.text("development.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private void objectives(String titleKey, List<ObjectiveShown> objectives, ShownPaper papers) {
        if (!objectives.isEmpty()) {
            blocks.add(new Heading(2, words.text(titleKey)));
            objectives.forEach(papers::objective);
        }
    }

    private void signature(String name, java.time.@org.jspecify.annotations.Nullable Instant at) {
        blocks.add(Paragraph.of(
                at == null
                        ? words.text("development.record.notSigned", name)
                        : words.text("development.record.signedBy", name, words.dateAndTime(at))));
    }
}
