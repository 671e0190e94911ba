package org.espalier.portfolio;

import org.espalier.access.Actor;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** A person puts their own evidence in the bin, takes it out again, or deletes for good what is in it. */
@Component
public class RemoveEvidence {
    private final People people;
    private final Portfolios portfolios;

    RemoveEvidence(People people, Portfolios portfolios) {
        this.people = people;
        this.portfolios = portfolios;
    }

    /** Into the bin: from now on nobody else sees it either. */
    public void remove(Actor actor, EvidenceId id) {
        found(portfolios.remove(people.of(actor), id, true));
    }

    public void restore(Actor actor, EvidenceId id) {
        found(portfolios.remove(people.of(actor), id, false));
    }

    /** For good, with its files; refused while a record that others rely on points at it (PRODUCT.md, rule 13). */
    public void deleteForGood(Actor actor, EvidenceId id) {
        try {
            found(portfolios.delete(people.of(actor), id));
        } catch (DataIntegrityViolationException stillNeeded) {
            throw new Problem.Conflict("portfolio.problem.signedOff");
        }
    }

    private static void found(boolean found) {
        if (!found) {
            throw new Problem.NotFound("portfolio.problem.noEvidence");
        }
    }
}
