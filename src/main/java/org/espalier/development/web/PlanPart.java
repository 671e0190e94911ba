package org.espalier.development.web;

import java.io.IOException;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.development.PlanViews;
import org.espalier.development.conversation.ObjectiveShown;
import org.espalier.person.PersonId;
import org.espalier.portfolio.PortfolioArchive;
import org.espalier.portfolio.PortfolioPart;
import org.espalier.ui.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts a person's plan into what they take away. */
@Component
@Order(2)
class PlanPart implements PortfolioPart {
    private final PlanViews views;

    PlanPart(PlanViews views) {
        this.views = views;
    }

    /** {@code plan.json}, as {@code docs/portfolio-json.md} describes it. */
    private record Data(String format, List<ObjectiveShown> objectives) {}

    @Override
    public void addTo(PortfolioArchive archive, Actor actor, PersonId person, Messages words) throws IOException {
        var view = views.of(person);
        if (!view.plan().isEmpty()) {
            archive.addJson("plan/plan.json", new Data("espalier-plan/1", ObjectiveShown.all(view)));
            archive.addPdf("plan/plan.pdf", PlanPaper.of(view, actor.name(), words));
        }
    }
}
