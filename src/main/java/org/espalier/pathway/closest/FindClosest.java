package org.espalier.pathway.closest;

import java.util.List;
import org.espalier.assessment.Claims;
import org.espalier.assessment.Standings;
import org.espalier.framework.VersionId;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/** Finds the roles and levels closest to where a person stands. One SQL statement, however many there are. */
@Component
public class FindClosest {
    private final Destinations destinations;
    private final Claims claims;

    FindClosest(Destinations destinations, Claims claims) {
        this.destinations = destinations;
        this.claims = claims;
    }

    /**
     * Where a person stands, and every destination by how close it is.
     *
     * @param ranked the closest first
     */
    public record Found(Standings standings, List<Closeness> ranked) {
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
        var standings = claims.of(person, versions(layout));
        return new Found(standings, layout.ranked(standings.known(), criteria));
    }

    private static List<VersionId> versions(Layout layout) {
        return layout.destinations().stream()
                .map(destination -> destination.version().id())
                .distinct()
                .toList();
    }
}
