package org.espalier.framework;

import java.util.List;
import org.espalier.framework.format.LevelEntry;

/**
 * Where the public page of a role profile or of a level leads to in modules that this one does not know; contributed as a
 * bean.
 */
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

    /** The ways on from this level of a framework. */
    default List<Way> ofLevel(FrameworkVersion version, LevelEntry level) {
        return List.of();
    }
}
