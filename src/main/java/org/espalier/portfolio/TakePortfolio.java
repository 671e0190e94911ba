package org.espalier.portfolio;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.espalier.access.Actor;
import org.espalier.document.Pdf;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.ui.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything in a person's portfolio as one ZIP, for the person alone and at any time: to read ({@code portfolio.pdf}), for
 * programs ({@code portfolio.json}, documented in {@code docs/portfolio-json.md}), every file, and what other modules add.
 * It is read and written a hundred items, and one megabyte of a file, at a time.
 */
@Component
public class TakePortfolio {
    private static final int BATCH = 100;
    private static final int PAPERS_AT_A_TIME = 2;

    private final People people;
    private final Portfolios portfolios;
    private final EvidenceFiles files;
    private final Shares shares;
    private final PublishedVersions versions;
    private final Today today;
    private final ObjectProvider<PortfolioPart> parts;
    private final Semaphore papers = new Semaphore(PAPERS_AT_A_TIME);

    TakePortfolio(
            People people,
            Portfolios portfolios,
            EvidenceFiles files,
            Shares shares,
            PublishedVersions versions,
            Today today,
            ObjectProvider<PortfolioPart> parts) {
        this.people = people;
        this.portfolios = portfolios;
        this.files = files;
        this.shares = shares;
        this.versions = versions;
        this.today = today;
        this.parts = parts;
    }

    /**
     * What there is to take.
     *
     * @param items drafts included, what is in the bin not
     * @param bytes of all files
     */
    public record Amount(int items, long bytes) {}

    public Amount amount(Actor actor) {
        return portfolios.amount(people.of(actor));
    }

    /** Writes the ZIP. The stream stays open. */
    public void of(Actor actor, Messages words, OutputStream out) throws IOException, InterruptedException {
        var person = people.of(actor);
        var archive = new PortfolioArchive(out);
        archive.add("portfolio.json", entry -> {
            try (var json = new PortfolioJson(entry, actor.name(), today.now(), versions)) {
                each(person, batch -> json.add(batch, shares.of(ids(batch))));
            }
        });
        papers(archive, actor, person, words);
        each(person, batch -> {
            for (var item : batch) {
                addFiles(archive, item);
            }
        });
        for (var part : parts.orderedStream().toList()) {
            part.addTo(archive, actor, person, words);
        }
        archive.finish();
    }

    /** One PDF for each hundred items, so that none becomes too large to be made. */
    private void papers(PortfolioArchive archive, Actor actor, PersonId person, Messages words)
            throws IOException, InterruptedException {
        var all = portfolios.amount(person).items();
        var number = 0;
        for (var batch = portfolios.batch(person, 0, BATCH);
                number == 0 || !batch.isEmpty();
                batch = portfolios.batch(person, batch.isEmpty() ? Long.MAX_VALUE : last(batch), BATCH)) {
            number++;
            var paper = new EvidencePaper(words, versions, today.date()).of(batch, actor.name());
            var name = all <= BATCH ? "portfolio.pdf" : "portfolio-" + number + ".pdf";
            papers.acquire();
            try {
                var pdf = Pdf.of(paper);
                archive.addPacked(name, entry -> entry.write(pdf));
            } finally {
                papers.release();
            }
        }
    }

    private void addFiles(PortfolioArchive archive, EvidenceView item) throws IOException {
        for (var file : item.presentFiles()) {
            var path = pathOf(item, file);
            if (file.type().isCompressed()) {
                archive.addPacked(path, entry -> files.copy(file, entry));
            } else {
                archive.add(path, entry -> files.copy(file, entry));
            }
        }
    }

    /** Where a file stands in the ZIP: two files of an item that have the same name differ by their number. */
    static String pathOf(EvidenceView item, EvidenceFile file) {
        var sameName = item.presentFiles().stream()
                .filter(other -> other.name().equalsIgnoreCase(file.name()))
                .toList();
        var folder = "files/" + item.id() + "/";
        return sameName.size() == 1 ? folder + file.name() : folder + file.id() + "-" + file.name();
    }

    /** Something to be done with some items. */
    private interface Work {
        void on(List<EvidenceView> batch) throws IOException;
    }

    private void each(PersonId person, Work work) throws IOException {
        for (var batch = portfolios.batch(person, 0, BATCH);
                !batch.isEmpty();
                batch = portfolios.batch(person, last(batch), BATCH)) {
            work.on(batch);
        }
    }

    private static long last(List<EvidenceView> batch) {
        return batch.getLast().id().value();
    }

    private static List<EvidenceId> ids(List<EvidenceView> batch) {
        return batch.stream().map(EvidenceView::id).toList();
    }
}
