package org.espalier.roleprofile.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.VersionPublished;
import org.espalier.framework.format.RoleEntry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes up the standards that a published role profile names by their codes. What is known already stays as it is. */
@Component
class FindStandards {
    private final Standards standards;

    FindStandards(Standards standards) {
        this.standards = standards;
    }

    @EventListener
    void published(VersionPublished event) {
        var role = event.document().role();
        var found = role == null ? List.<Standard>of() : in(role);
        if (!found.isEmpty()) {
            standards.addUnknown(found);
        }
    }

    /** The first title that a profile gives each code; what a locality asks for is no national source. */
    static List<Standard> in(RoleEntry role) {
        Map<StandardCode, Standard> found = new LinkedHashMap<>();
        var national = role.sections().stream().filter(section -> section.layer() != RoleEntry.Layer.LOCALITY);
        national.flatMap(section -> section.entries().stream()).forEach(entry -> {
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
        return List.copyOf(found.values());
    }
}
