package org.espalier.portfolio;

import java.io.IOException;
import org.espalier.access.Actor;
import org.espalier.person.PersonId;
import org.espalier.ui.Messages;

/** Puts what a later module knows of a person into what they take away. Implemented as a bean. */
public interface PortfolioPart {

    /**
     * Adds entries under a folder of the module's own; reads and writes piece by piece, so that memory stays flat.
     *
     * @param actor the person themselves: nobody takes away somebody else's
     * @param words in the person's language
     */
    void addTo(PortfolioArchive archive, Actor actor, PersonId person, Messages words) throws IOException;
}
