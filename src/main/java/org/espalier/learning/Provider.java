package org.espalier.learning;

import org.espalier.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Whoever offers learning.
 *
 * @param slug its name in addresses, unique here
 * @param organisation the organisation that speaks for it here; null for one that only a framework names
 * @param link its own site; empty when not given
 */
public record Provider(
        ProviderId id, String slug, String name, @Nullable OrganisationId organisation, String about, String link) {
    public String address() {
        return "/learning/providers/" + slug;
    }
}
