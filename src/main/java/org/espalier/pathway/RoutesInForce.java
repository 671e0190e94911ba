package org.espalier.pathway;

import java.util.List;
import org.espalier.crosswalk.Link;
import org.espalier.crosswalk.Links;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All routes as they are now, ready to be searched. Asks which routes and links there are, in two statements, and puts
 * the graph together anew only when something has changed.
 */
@Component
public class RoutesInForce {
    private final PublishedVersions versions;
    private final AuthoredRoutes authored;
    private final Links links;
    private volatile @Nullable Known known;

    RoutesInForce(PublishedVersions versions, AuthoredRoutes authored, Links links) {
        this.versions = versions;
        this.authored = authored;
        this.links = links;
    }

    private record MadeOf(List<VersionId> versions, List<AuthoredRoute> routes, List<Link> links) {}

    private record Known(MadeOf madeOf, RouteSearch search) {}

    public RouteGraph graph() {
        return search().graph();
    }

    public RouteSearch search() {
        var inForce = versions.allCurrent();
        var madeOf = new MadeOf(
                inForce.stream().map(version -> version.id()).toList(), authored.published(), links.reviewed());
        var last = known;
        if (last == null || !last.madeOf().equals(madeOf)) {
            var graph = Assembly.of(inForce, madeOf.routes(), madeOf.links(), id -> versions.describe(id)
                    .map(PublishedVersion::slug));
            last = new Known(madeOf, new RouteSearch(graph));
            known = last;
        }
        return last.search();
    }
}
