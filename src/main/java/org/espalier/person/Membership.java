package org.espalier.person;

import java.time.Instant;
import java.util.List;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Place;
import org.jspecify.annotations.Nullable;

/**
 * That somebody belongs to an organisation now, with the posts they hold there.
 *
 * @param staffNumber the key under which the organisation knows them, null when it has given none
 * @param places where they stand: in the units of their posts, or in the organisation itself when they hold none
 */
public record Membership(
        PersonId person,
        Organisation organisation,
        @Nullable String staffNumber,
        Instant joinedAt,
        List<HeldPost> posts,
        List<Place> places) {
    public Membership {
        posts = List.copyOf(posts);
        places = List.copyOf(places);
    }
}
