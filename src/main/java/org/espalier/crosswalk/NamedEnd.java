package org.espalier.crosswalk;

import org.jspecify.annotations.Nullable;

/**
 * An end of a link as people know it.
 *
 * @param title of the framework or role profile
 * @param name of the level; the title for a role
 * @param replacedBy the number of the version in force when it is another one; null when this one is in force, or none is
 * @param withdrawn true when the version has been taken back
 */
public record NamedEnd(
        End end,
        String slug,
        int number,
        String title,
        String name,
        @Nullable Integer replacedBy,
        boolean withdrawn) {

    public boolean isRole() {
        return end.level() == null;
    }

    /** Where everybody can read it. */
    public String address() {
        var version = "/frameworks/" + slug + "/versions/" + number;
        return isRole() ? version : version + "/levels/" + end.level();
    }
}
