package org.espalier.pathway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A place in a career that routes lead from or to. Two places are the same when their ids are.
 *
 * @param id in addresses: a framework’s slug and a level’s id, a role profile’s slug, or the slug of a name
 * @param name what people call it
 * @param at where a level or role stands in the catalogue; null for a place that has nothing but a name
 */
public record Place(
        String id, Kind kind, String name, @Nullable At at) {
    private static final String BETWEEN = "~";

    /** What a place is. */
    public enum Kind {
        LEVEL,
        ROLE,
        /** Named by a document or an author, and no level or role here: where people come from, or go to. */
        NAMED,
        /** Where a document’s route starts or leads when the document does not say. Nobody can be led there. */
        UNSAID
    }

    /**
     * A level or role of the version in force.
     *
     * @param title of its framework or role profile
     * @param level null for a role
     * @param rank counts the framework’s levels from 0, lowest first
     */
    public record At(
            VersionId version,
            String slug,
            int number,
            String title,
            @Nullable String level,
            int rank) {

        /** Where everybody can read it. */
        public String address() {
            var version = "/frameworks/" + slug + "/versions/" + number;
            return level == null ? version : version + "/levels/" + level;
        }
    }

    public static Place level(At at, String name) {
        return new Place(levelId(at.slug(), at.level()), Kind.LEVEL, name, at);
    }

    public static Place role(At at) {
        return new Place(at.slug(), Kind.ROLE, at.title(), at);
    }

    /** A place of which nothing but the name is known; the same name is the same place. */
    public static Place named(String name) {
        return new Place(BETWEEN + Slug.of(name), Kind.NAMED, name, null);
    }

    /** The id of a level, or of the role of a role profile. */
    public static String levelId(String slug, @Nullable String level) {
        return level == null ? slug : slug + BETWEEN + level;
    }

    /** The end of one document’s route that the document does not name; no other route ends there. */
    static Place unsaid(String slug, int route, boolean start) {
        return new Place(BETWEEN + BETWEEN + slug + "-" + route + (start ? "-from" : "-to"), Kind.UNSAID, "", null);
    }

    /** True when people can be led from here or to here. */
    public boolean isKnown() {
        return kind != Kind.UNSAID;
    }

    /** The page about its ways in and out. */
    public String address() {
        return "/routes/at/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%7E", BETWEEN);
    }

    /** True when both are levels of the same framework. */
    public boolean isBesides(Place other) {
        return at != null && other.at != null && at.slug().equals(other.at.slug());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place && place.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
