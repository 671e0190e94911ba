package org.espalier.pathway.web;

import org.espalier.pathway.AuthoredRoute;

/**
 * An author’s route with its ends as people know them.
 *
 * @param whole false when an end is no longer there in the version in force
 */
record WrittenRoute(AuthoredRoute route, String from, String to, boolean whole) {

    String address() {
        return RoutePaths.AUTHOR + "/" + route.id();
    }
}
