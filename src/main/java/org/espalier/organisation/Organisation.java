package org.espalier.organisation;

/**
 * An employer.
 *
 * @param slug its name in addresses, unique here
 */
public record Organisation(OrganisationId id, String slug, String name) {
    public String address() {
        return "/organisations/" + slug;
    }
}
