package org.espalier.framework;

import java.util.List;
import java.util.Optional;

/** Where the public page of a role profile leads to in modules that this one does not know; contributed as a bean. */
public interface RolePageLinks {

    /**
     * A way on.
     *
     * @param order lower stands further up
     * @param messageKey its words
     */
    record Way(int order, String messageKey, String href) {}

    /** The ways on from this profile. */
    List<Way> of(FrameworkVersion profile);

    /** The page of the national standard with this code, where the module has one. */
    default Optional<String> ofStandard(String code) {
        return Optional.empty();
    }
}
