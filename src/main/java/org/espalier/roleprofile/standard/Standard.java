package org.espalier.roleprofile.standard;

import org.jspecify.annotations.Nullable;

/**
 * A national occupational standard and its place in the functional map.
 *
 * @param suite the group of standards that it was published in
 * @param principle the underpinning principle, with its code in the map
 * @param function the reference function
 * @param supersededBy the standard that took its place
 */
public record Standard(
        StandardCode code,
        String title,
        @Nullable String uri,
        @Nullable String suite,
        @Nullable String principle,
        @Nullable String principleCode,
        @Nullable String function,
        @Nullable StandardCode supersededBy) {}
