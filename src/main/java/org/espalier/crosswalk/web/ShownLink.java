package org.espalier.crosswalk.web;

import org.espalier.crosswalk.Link;
import org.espalier.crosswalk.NamedEnd;

/** A link with both its ends as people know them. */
record ShownLink(Link link, NamedEnd from, NamedEnd to) {

    String address() {
        return "/crosswalk/links/" + link.id();
    }

    /** True when one of the two versions has been replaced or taken back since. */
    boolean isOutOfDate() {
        return from.replacedBy() != null || to.replacedBy() != null || from.withdrawn() || to.withdrawn();
    }
}
