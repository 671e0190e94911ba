package org.espalier.pathway.closest;

import java.util.List;
import org.espalier.assessment.Claims;
import org.espalier.assessment.Standings;
import org.espalier.database.RoundTrip;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Preceptorships;
import org.espalier.framework.VersionId;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/** Finds the roles and levels closest to where a person stands. One trip to the database, however many there are. */
@Component
public class FindClosest {
    private final Destinations destinations;
    private final Claims claims;
    private final Preceptorships preceptorships;
    private final ChangePlan changePlan;
    private final RoundTrip database;

    FindClosest(
            Destinations destinations,
            Claims claims,
            Preceptorships preceptorships,
            ChangePlan changePlan,
            RoundTrip database) {
        this.destinations = destinations;
        this.claims = claims;
        this.preceptorships = preceptorships;
        this.changePlan = changePlan;
        this.database = database;
    }

    /**
     * Where a person stands, and every destination by how close it is.
     *
     * @param consolidating true while a later phase of a level is not asked of them
     * @param ranked the closest first
     */
    public record Found(Standings standings, boolean consolidating, List<Closeness> ranked) {
        public Found {
            ranked = List.copyOf(ranked);
        }

        /** True when the person has said or shown anything about what is in force. */
        public boolean isAnythingKnown() {
            return ranked.stream().anyMatch(one -> one.tally().answered() > 0);
        }
    }

    public Found by(PersonId person, List<Criterion> criteria) {
        var layout = destinations.layout();
        var asked = claims.ask(person, versions(layout));
        var running = preceptorships.askRunning(person, changePlan.today());
        var answers = database.ask(asked, running);
        var standings = answers.to(asked);
        var consolidating = answers.to(running);
        return new Found(standings, consolidating, layout.ranked(standings.known(), criteria, consolidating));
    }

    private static List<VersionId> versions(Layout layout) {
        return layout.destinations().stream()
                .map(destination -> destination.version().id())
                .distinct()
                .toList();
    }
}
