package org.espalier.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A place in an organisation's tree.
 *
 * @param parent the unit it is a part of, null for the organisation itself
 */
public record Unit(UnitId id, @Nullable UnitId parent, Kind kind, String name) {

    /** What kind of place it is; a team holds no further units. */
    public enum Kind {
        ORGANISATION,
        UNIT,
        TEAM
    }

    public Unit {
        if ((kind == Kind.ORGANISATION) != (parent == null)) {
            throw new IllegalArgumentException(
                    "The organisation itself, and nothing else, is part of no unit: " + name);
        }
    }
}
