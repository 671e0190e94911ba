package org.espalier.learning.coverage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.framework.VersionPublished;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.ProviderMapping;
import org.espalier.framework.format.StatementEntry;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a framework's document says of a provider becomes that provider's claims, once for each version: words stay as they
 * are, unreviewed and of no kind yet, and "not applicable" stays what it is. A cell that says nothing claims nothing.
 */
@Component
class ProviderMappings {
    private final PublishedVersions versions;
    private final Providers providers;
    private final CoverageClaims claims;

    ProviderMappings(PublishedVersions versions, Providers providers, CoverageClaims claims) {
        this.versions = versions;
        this.providers = providers;
        this.claims = claims;
    }

    /** Within the transaction of the publication, so that there is never the one without the other. */
    @EventListener
    @Transactional
    void published(VersionPublished published) {
        take(published.version(), published.document());
    }

    /** Those that were published before there were claims. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    @Transactional
    void catchUp() {
        claims.notTaken().forEach(id -> versions.find(id).ifPresent(version -> take(id, version.document())));
    }

    private void take(VersionId version, FrameworkDocument document) {
        if (!claims.taken(version)) {
            return;
        }
        var groups = groups(document);
        var known = new LinkedHashMap<String, Provider>();
        var mappings = document.providerMappings();
        for (var position = 1; position <= mappings.size(); position++) {
            var mapping = mappings.get(position - 1);
            if (mapping.state() != StatementEntry.State.BLANK
                    && !mapping.provider().isBlank()) {
                take(version, mapping, position, groups, known);
            }
        }
    }

    private void take(
            VersionId version,
            ProviderMapping mapping,
            int position,
            Map<String, String> groups,
            Map<String, Provider> known) {
        var provider = known.computeIfAbsent(
                mapping.provider().strip(), name -> providers.named(name).orElseGet(() -> providers.add(name, null)));
        var isSaid = mapping.state() == StatementEntry.State.STATED;
        claims.add(
                null,
                provider.id(),
                null,
                new Subject(version, null, groups.get(mapping.code()), null, mapping.code()),
                position,
                isSaid ? CoverageKind.STATES : CoverageKind.NOT_APPLICABLE,
                mapping.note() == null ? "" : mapping.note(),
                CoverageClaim.Grounds.NONE,
                null);
    }

    /** The first group of each code. */
    private static Map<String, String> groups(FrameworkDocument document) {
        var groups = new LinkedHashMap<String, String>();
        document.groups().forEach(group -> collect(group, groups));
        return groups;
    }

    private static void collect(GroupEntry group, Map<String, String> groups) {
        if (group.code() != null) {
            groups.putIfAbsent(group.code(), group.id());
        }
        group.groups().forEach(child -> collect(child, groups));
    }
}
