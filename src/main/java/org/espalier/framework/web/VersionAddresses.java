package org.espalier.framework.web;

import java.util.Optional;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.springframework.stereotype.Component;

/** Finds the version that an address names. Drafts have no address here. */
@Component
class VersionAddresses {
    /** The pattern of a version's own address, below which all its pages stand. */
    static final String VERSION = "/frameworks/{slug}/versions/{number:\\d{1,9}}";

    private final PublishedVersions versions;

    VersionAddresses(PublishedVersions versions) {
        this.versions = versions;
    }

    /** The version in force; the newest there was when none is. */
    VersionPage current(String slug) {
        var all = versions.versionsOf(slug);
        return all.stream()
                .filter(PublishedVersion::isInForce)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(this::page)
                .orElseThrow(() -> new Problem.NotFound("framework.problem.noFramework"));
    }

    VersionPage version(String slug, int number) {
        return versions.versionsOf(slug).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .map(this::page)
                .orElseThrow(() -> new Problem.NotFound("framework.problem.noVersion"));
    }

    /** A published version; empty for a draft. */
    Optional<VersionPage> page(VersionId version) {
        return versions.describe(version).map(this::page);
    }

    private VersionPage page(PublishedVersion entry) {
        var version = versions.find(entry.id()).orElseThrow();
        return new VersionPage(version, entry, versions.versionsOf(entry.slug()));
    }
}
