package org.espalier.portfolio;

import java.util.Collection;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person says which statements an item of theirs supports: any number, of any published versions. */
@Component
public class SupportStatements {
    private final People people;
    private final Portfolios portfolios;
    private final PublishedVersions versions;

    SupportStatements(People people, Portfolios portfolios, PublishedVersions versions) {
        this.people = people;
        this.portfolios = portfolios;
        this.versions = versions;
    }

    /** Adds some and takes others away; what is there already, or is not there, stays as it is. */
    @Transactional
    public void change(Actor actor, EvidenceId id, List<Support> added, Collection<StatementId> taken) {
        var item = portfolios.get(people.of(actor), id);
        added.forEach(this::check);
        if (!added.isEmpty()) {
            portfolios.support(item.id(), added);
        }
        if (!taken.isEmpty()) {
            portfolios.noLongerSupport(item.id(), taken);
        }
    }

    /** Only a published version's expectations can be shown to be met; drafts are invisible (PRODUCT.md, rule 9). */
    private void check(Support support) {
        var isExpectation = versions.find(support.version())
                .flatMap(version -> version.statement(support.statement()))
                .filter(Statement::isExpectation)
                .isPresent();
        if (!isExpectation) {
            throw new Problem.NotFound("portfolio.problem.noStatementToAdd");
        }
    }
}
