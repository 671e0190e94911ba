package org.espalier.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.espalier.document.Paper;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.framework.PublishedVersions;
import org.espalier.ui.Messages;
import org.jspecify.annotations.Nullable;

/** Evidence on paper. */
final class EvidencePaper {
    private final Messages words;
    private final PublishedVersions versions;
    private final LocalDate today;
    private final List<Block> blocks = new ArrayList<>();

    EvidencePaper(Messages words, PublishedVersions versions, LocalDate today) {
        this.words = words;
        this.versions = versions;
        this.today = today;
    }

    Paper of(List<EvidenceView> items, String name) {
        var day = words.date(today);
        blocks.add(new Paragraph(Line.of(Run.bold(name), Run.of(" · " + day))));
        if (items.isEmpty()) {
            blocks.add(Paragraph.of(words.text("portfolio.paper.empty")));
        }
        items.forEach(this::item);
        return new Paper(
                words.text("portfolio.paper.title"),
                words.locale().toLanguageTag(),
                words.text("portfolio.paper.about", name),
                words.text("portfolio.paper.footer", name, day),
                words.text("portfolio.paper.pageOf", "{0}", "{1}"),
                blocks);
    }

    private void item(EvidenceView item) {
        var content = item.content();
        var key = item.kind().messageKey();
        blocks.add(new Heading(2, content.title().isEmpty() ? words.text("portfolio.untitled") : content.title()));
        var kind = words.text(key) + (item.isDraft() ? " (" + words.text("portfolio.draft") + ")" : "");
        blocks.add(Paragraph.of(kind));
        var date = content.date();
        fact(key + ".date", date == null ? null : words.date(date));
        fact(key + ".source", content.source());
        var validUntil = content.validUntil();
        fact("portfolio.validUntil", validUntil == null ? null : words.date(validUntil));
        fact("portfolio.link", content.link());
        var hours = content.hours();
        fact("portfolio.hours", hours == null ? null : words.text("portfolio.hours.fact", hours));
        var participatory = content.participatory();
        fact(
                "portfolio.participatory",
                participatory == null
                        ? null
                        : words.text(participatory ? "portfolio.participatory.yes" : "portfolio.participatory.no"));
        written(content);
        shows(item);
        files(item);
    }

    private void fact(String key, @Nullable String value) {
        if (value != null) {
            blocks.add(new Paragraph(Line.of(Run.bold(words.text(key)), Run.of(" " + value))));
        }
    }

    private void written(EvidenceContent content) {
        for (var n = 0; n < content.parts().size(); n++) {
            var part = content.parts().get(n);
            if (!part.isBlank()) {
                if (content.structure() != Structure.FREE) {
                    blocks.add(new Heading(
                            3,
                            words.text("portfolio.structure."
                                    + content.structure().headings().get(n))));
                }
                part.lines().filter(line -> !line.isBlank()).map(Paragraph::of).forEach(blocks::add);
            }
        }
    }

    private void shows(EvidenceView item) {
        var lines = item.supports().stream()
                .flatMap(support -> versions.find(support.version()).stream()
                        .flatMap(version -> version.statement(support.statement()).stream()
                                .map(statement -> Line.of(Run.of(statement.text() + " (" + version.title() + ")")))))
                .toList();
        if (!lines.isEmpty()) {
            blocks.add(new Heading(3, words.text("portfolio.shows")));
            blocks.add(new Bullets(lines));
        }
    }

    private void files(EvidenceView item) {
        var lines = item.presentFiles().stream()
                .map(file -> Line.of(TakePortfolio.pathOf(item, file)))
                .toList();
        if (!lines.isEmpty()) {
            blocks.add(new Heading(3, words.text("portfolio.files")));
            blocks.add(new Bullets(lines));
        }
    }
}
