package org.espalier.roleprofile.standard;

import java.util.List;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.format.RoleEntry;
import org.springframework.stereotype.Component;

/** Which role profiles in force ask for a standard: by its code, or, where they print none, by its exact title. */
@Component
public class StandardUses {
    private final PublishedVersions versions;

    StandardUses(PublishedVersions versions) {
        this.versions = versions;
    }

    /** @param byTitle true when the profile prints no code */
    public record Use(FrameworkVersion profile, RoleEntry.Layer layer, boolean byTitle) {}

    public List<Use> of(Standard standard) {
        return versions.allCurrent().stream()
                .flatMap(version -> uses(version, standard).limit(1))
                .toList();
    }

    private static Stream<Use> uses(FrameworkVersion version, Standard standard) {
        var role = version.document().role();
        return role == null
                ? Stream.empty()
                : role.sections().stream().flatMap(section -> section.entries().stream()
                        .filter(entry -> names(entry, standard))
                        .map(entry -> new Use(version, section.layer(), entry.code() == null)));
    }

    private static boolean names(RoleEntry.Competence entry, Standard standard) {
        var code = entry.code();
        return code == null
                ? entry.competence().equalsIgnoreCase(standard.title())
                : StandardCode.read(code).filter(standard.code()::equals).isPresent();
    }
}
