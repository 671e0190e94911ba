package org.espalier.pathway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something about the routes that an author should look at. */
public sealed interface Doubt {

    /**
     * A document’s route that does not say where it starts or where it leads, so that nobody can be led along it.
     *
     * @param from null when that is not said
     */
    record OpenEnded(Route.Source.Document source, @Nullable String from) implements Doubt {}

    /** A route or link that starts or ends at a level or role which the version in force no longer has. */
    record EndGone(Route.Source source) implements Doubt {}

    /** A level or role to which no route leads. */
    record NothingLeadsHere(Place place) implements Doubt {}

    /** Routes upwards that lead back to where they started. */
    record Circle(List<Place> places) implements Doubt {
        public Circle {
            places = List.copyOf(places);
        }
    }
}
