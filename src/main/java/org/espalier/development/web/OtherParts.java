package org.espalier.development.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.assessment.Claims;
import org.espalier.development.GapAnalysis;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.Aim;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The other parts of a role that somebody aims for: what organisations add to a national profile, and the profile itself.
 * A part is always shown as a part (PRODUCT.md, rule 8).
 */
@Component
class OtherParts {
    private final PublishedVersions versions;
    private final MyTargets myTargets;
    private final Claims claims;

    OtherParts(PublishedVersions versions, MyTargets myTargets, Claims claims) {
        this.versions = versions;
        this.myTargets = myTargets;
        this.claims = claims;
    }

    /** A part that one aims for, too, and how far one is with it. */
    record Part(MyTarget mine, GapAnalysis gap) {}

    /** Costs a statement for each; nearly everybody has none. */
    List<Part> of(PersonId person, String slug, List<Aim> aims) {
        var national = addsTo(slug);
        var parts = new ArrayList<Part>();
        for (var aim : aims) {
            var entry = versions.describe(aim.version()).orElse(null);
            if (entry != null && (slug.equals(entry.addsTo()) || Objects.equals(national, entry.slug()))) {
                myTargets
                        .of(aim)
                        .map(mine ->
                                new Part(mine, GapAnalysis.of(mine.target(), claims.of(person, entry.id()), false)))
                        .ifPresent(parts::add);
            }
        }
        return parts;
    }

    private @Nullable String addsTo(String slug) {
        return versions.versionsOf(slug).stream()
                .map(PublishedVersion::addsTo)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
