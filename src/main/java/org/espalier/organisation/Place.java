package org.espalier.organisation;

import java.util.List;

/**
 * Where somebody stands in an organisation.
 *
 * @param units from the organisation itself down to the unit or team of their post; the organisation alone for somebody
 *     without a post
 */
public record Place(OrganisationId organisation, List<UnitId> units) {
    public Place {
        units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("A place is at least in the organisation itself");
        }
    }

    /** True in this unit, or anywhere below it. */
    public boolean isWithin(UnitId unit) {
        return units.contains(unit);
    }
}
