package org.espalier.pathway.closest;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.springframework.stereotype.Component;

/** All levels and roles in force, laid out; each version once, and put together anew when one comes or goes. */
@Component
public class Destinations {
    private final PublishedVersions versions;
    private volatile Known known = new Known(List.of(), Map.of(), Layout.of(List.of()));
    private volatile Asked asked = new Asked(known.layout(), Questions.of(known.layout()));

    Destinations(PublishedVersions versions) {
        this.versions = versions;
    }

    private record Known(List<VersionId> ids, Map<VersionId, Layout.Part> parts, Layout layout) {}

    private record Asked(Layout of, Questions questions) {}

    /** The questions that tell what is in force now apart. */
    public Questions questions() {
        var layout = layout();
        var last = asked;
        if (last.of() != layout) {
            last = new Asked(layout, Questions.of(layout));
            asked = last;
        }
        return last.questions();
    }

    /** The layout of all that is in force now. Costs no SQL for versions that were read before. */
    public Layout layout() {
        var inForce = versions.allCurrent();
        var ids = inForce.stream().map(FrameworkVersion::id).toList();
        var last = known;
        if (!last.ids().equals(ids)) {
            last = put(inForce, ids, last.parts());
            known = last;
        }
        return last.layout();
    }

    private static Known put(List<FrameworkVersion> inForce, List<VersionId> ids, Map<VersionId, Layout.Part> before) {
        var parts = new HashMap<VersionId, Layout.Part>();
        for (var version : inForce) {
            var part = before.get(version.id());
            parts.put(version.id(), part == null ? Layout.Part.of(version) : part);
        }
        var layout = Layout.of(ids.stream().map(id -> part(parts, id)).toList());
        return new Known(ids, Map.copyOf(parts), layout);
    }

    private static Layout.Part part(Map<VersionId, Layout.Part> parts, VersionId id) {
        return requireNonNull(parts.get(id));
    }
}
