package org.espalier.roleprofile.local;

import java.util.Optional;
import org.espalier.framework.PublishedVersions;
import org.springframework.stereotype.Component;

/** National occupational standards that published role profiles name, by their code in any case. */
@Component
class KnownStandards {
    private final PublishedVersions versions;

    KnownStandards(PublishedVersions versions) {
        this.versions = versions;
    }

    Optional<Additions.Competence> find(String code) {
        return versions.allCurrent().stream()
                .flatMap(version -> version.competences().stream())
                .map(competence -> competence.entry())
                .flatMap(entry -> Optional.ofNullable(entry.code())
                        .filter(known -> known.strip().equalsIgnoreCase(code.strip()))
                        .map(known -> Additions.Competence.standard(known, entry.competence(), entry.uri()))
                        .stream())
                .findFirst();
    }
}
