package org.espalier.portfolio.registration;

import java.io.IOException;
import org.espalier.access.Actor;
import org.espalier.document.Pdf;
import org.espalier.person.PersonId;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
import org.espalier.ui.Messages;
import org.springframework.stereotype.Component;

/** Puts the pack of each registration into what a person takes away. */
@Component
class RegistrationPart implements PortfolioPart {
    private final Renewals renewals;
    private final TakePack takePack;

    RegistrationPart(Renewals renewals, TakePack takePack) {
        this.renewals = renewals;
        this.takePack = takePack;
    }

    @Override
    public void addTo(PortfolioArchive archive, Actor actor, PersonId person, Messages words) throws IOException {
        for (var renewal : renewals.of(person)) {
            var pdf = Pdf.of(takePack.paper(renewal, actor.name(), words));
            archive.addPacked("registrations/" + renewal.registration().id() + ".pdf", entry -> entry.write(pdf));
        }
    }
}
