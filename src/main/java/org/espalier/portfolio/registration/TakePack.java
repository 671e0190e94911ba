package org.espalier.portfolio.registration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.document.Paper;
import org.espalier.ui.Messages;
import org.springframework.stereotype.Component;

/** What somebody has for a renewal, to take away: only the person themselves can. */
@Component
public class TakePack {
    private final Renewals renewals;
    private final Logbooks logbooks;

    TakePack(Renewals renewals, Logbooks logbooks) {
        this.renewals = renewals;
        this.logbooks = logbooks;
    }

    /** One registration of the actor's. */
    public Paper of(Actor actor, RegistrationId id, Messages words) {
        return paper(renewals.get(actor, id), actor.name(), words);
    }

    Paper paper(Renewal renewal, String name, Messages words) {
        var oneByOne = renewal.registration().rules().requirements().stream()
                .filter(Requirement.Items.class::isInstance)
                .collect(Collectors.toSet());
        var entries = renewal.evaluation().entriesOfCycle().stream()
                .filter(judged -> isAnyOf(judged.countsFor(), oneByOne))
                .map(judged -> judged.entry().id())
                .toList();
        return RegistrationPaper.of(renewal, logbooks.texts(entries), name, words);
    }

    private static boolean isAnyOf(List<Requirement> requirements, Set<Requirement> wanted) {
        return requirements.stream().anyMatch(wanted::contains);
    }
}
