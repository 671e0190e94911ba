package org.espalier.roleprofile.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionPublished;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes up the standards that a published role profile names by their codes. What is known already stays as it is. */
@Component
class FindStandards {
    private final PublishedVersions versions;
    private final Standards standards;

    FindStandards(PublishedVersions versions, Standards standards) {
        this.versions = versions;
        this.standards = standards;
    }

    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void published(VersionPublished event) {
        versions.find(event.version())
                .map(FindStandards::in)
                .filter(found -> !found.isEmpty())
                .ifPresent(standards::addUnknown);
    }

    /** The first title that a profile gives each code. */
    static List<Standard> in(FrameworkVersion version) {
        var role = version.document().role();
        Map<StandardCode, Standard> found = new LinkedHashMap<>();
        if (role != null) {
            role.sections().stream()
                    .flatMap(section -> section.entries().stream())
                    .forEach(entry -> {
                        var written = entry.code();
                        if (written != null) {
                            var uri = entry.uri();
                            StandardCode.read(written)
                                    .ifPresent(code -> found.putIfAbsent(
                                            code,
                                            new Standard(
                                                    code,
                                                    entry.competence(),
                                                    uri != null && uri.startsWith("https://") ? uri : null,
                                                    null,
                                                    entry.principle(),
                                                    entry.principleCode(),
                                                    entry.function(),
                                                    null)));
                        }
                    });
        }
        return List.copyOf(found.values());
    }
}
