package org.espalier.framework;

import java.util.List;

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
}
