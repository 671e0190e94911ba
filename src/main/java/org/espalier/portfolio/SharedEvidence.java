package org.espalier.portfolio;

import java.util.List;
import org.espalier.access.Actor;
import org.espalier.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others have shared with somebody. Opening it is noted, and the owner sees that. */
@Component
public class SharedEvidence {
    private final Shares shares;
    private final Portfolios portfolios;
    private final EvidenceFiles files;

    SharedEvidence(Shares shares, Portfolios portfolios, EvidenceFiles files) {
        this.shares = shares;
        this.portfolios = portfolios;
        this.files = files;
    }

    /**
     * Somebody else's item, opened.
     *
     * @param shared what it is for and until when
     */
    public record Opened(SharedItem shared, EvidenceView item) {}

    /** What the actor may open now, the latest first. */
    public List<SharedItem> with(Actor actor) {
        return shares.with(actor.account());
    }

    /** Opens an item that is shared with the actor now, and notes it; not found for anybody else. */
    @Transactional
    public Opened open(Actor actor, EvidenceId id) {
        var share = share(actor, id);
        shares.look(share.id(), null);
        return new Opened(share.item(), portfolios.find(id).orElseThrow(SharedEvidence::notShared));
    }

    /** One of its files, to be saved; noted as well. */
    @Transactional
    public EvidenceFile openFile(Actor actor, EvidenceId id, FileId file) {
        var share = share(actor, id);
        var found = present(id, file);
        shares.look(share.id(), file);
        return found;
    }

    /** One of its files, for the small picture on the item's page, which is part of looking at the item. */
    public EvidenceFile fileOnPage(Actor actor, EvidenceId id, FileId file) {
        share(actor, id);
        return present(id, file);
    }

    private Shares.Open share(Actor actor, EvidenceId id) {
        return shares.open(actor.account(), id).orElseThrow(SharedEvidence::notShared);
    }

    private EvidenceFile present(EvidenceId id, FileId file) {
        return files.find(id, file).filter(one -> one.removedAt() == null).orElseThrow(SharedEvidence::notShared);
    }

    private static Problem.NotFound notShared() {
        return new Problem.NotFound("portfolio.problem.nothingShared");
    }
}
