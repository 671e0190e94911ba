package org.espalier.development.conversation.web;

import java.util.ArrayList;
import org.espalier.development.conversation.ShowPack;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.ui.Messages;

/** A conversation pack on paper: what the other side sees, and nothing else. */
final class PackPaper {
    private PackPaper() {}

    static Paper of(ShowPack.View view, Messages words) {
        var pack = view.pack();
        var person = view.sides().person().name();
        var other = view.sides().other().name();
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(Line.of(
                Run.bold(person),
                Run.of(" · " + words.text("development.pack.paper.for", other, words.date(pack.madeAt()))))));
        var shown = new ShownPaper(words, blocks);
        shown.fact("development.pack.message", pack.message());
        if (!pack.content().objectives().isEmpty()) {
            blocks.add(new Heading(2, words.text("development.pack.objectives")));
            pack.content().objectives().forEach(shown::objective);
        }
        if (!pack.content().gaps().isEmpty()) {
            blocks.add(new Heading(2, words.text("development.pack.gaps")));
            for (var gap : pack.content().gaps()) {
                var part = gap.part();
                blocks.add(new Heading(3, part == null ? words.text("development.ungrouped") : part));
                var target = gap.target();
                blocks.add(Paragraph.of(target == null ? gap.framework() : gap.framework() + " · " + target));
                shown.statements(gap.statements());
            }
        }
        if (!pack.content().evidence().isEmpty()) {
            blocks.add(new Heading(2, words.text("development.pack.evidence")));
            pack.content().evidence().forEach(shown::evidence);
        }
        return new Paper(
                words.text("development.pack.paper.title"),
                words.locale().toLanguageTag(),
                words.text("development.pack.paper.about", person, other),
                words.text("development.pack.paper.about", person, other),
                words.text("development.paper.pageOf", "{0}", "{1}"),
                blocks);
    }
}
