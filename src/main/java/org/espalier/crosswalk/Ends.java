package org.espalier.crosswalk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionStatus;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.LevelEntry;
import org.springframework.stereotype.Component;

/** The levels and roles that links join. Nothing here costs SQL once the versions are in memory. */
@Component
public class Ends {
    private final PublishedVersions versions;

    Ends(PublishedVersions versions) {
        this.versions = versions;
    }

    /** An end as people know it; empty when there is no such version, level or role. */
    public Optional<NamedEnd> named(End end) {
        return versions.find(end.version())
                .flatMap(version -> name(version, end).map(name -> {
                    var entry = versions.describe(version.id()).orElseThrow();
                    return new NamedEnd(
                            end,
                            version.slug(),
                            version.number(),
                            version.title(),
                            name,
                            versions.versionsOf(version.slug()).stream()
                                    .filter(PublishedVersion::isInForce)
                                    .map(PublishedVersion::number)
                                    .filter(number -> number != version.number())
                                    .findFirst()
                                    .orElse(null),
                            entry.status() == VersionStatus.WITHDRAWN);
                }));
    }

    /** The same level or role in the version in force; empty when that has none. */
    public Optional<End> inForce(End end) {
        return versions.describe(end.version())
                .flatMap(version -> versions.current(version.slug()))
                .map(version -> new End(version.id(), end.level()))
                .filter(now -> named(now).isPresent());
    }

    /** The levels and the role of a version in force, in its order. */
    public record Choices(String title, List<NamedEnd> ends) {
        public Choices {
            ends = List.copyOf(ends);
        }
    }

    /** All that a link can start or end at now, by the title of the framework or role profile. */
    public List<Choices> choices() {
        var choices = new ArrayList<Choices>();
        for (var version : versions.allCurrent()) {
            var ends =
                    ends(version).stream().flatMap(end -> named(end).stream()).toList();
            if (!ends.isEmpty()) {
                choices.add(new Choices(version.title(), ends));
            }
        }
        return choices;
    }

    private static List<End> ends(FrameworkVersion version) {
        return isRole(version)
                ? List.of(new End(version.id(), null))
                : version.levels().stream()
                        .map(level -> new End(version.id(), level.id()))
                        .toList();
    }

    private static Optional<String> name(FrameworkVersion version, End end) {
        return end.level() == null
                ? Optional.of(version.title()).filter(title -> isRole(version))
                : version.level(end.level()).map(LevelEntry::name);
    }

    private static boolean isRole(FrameworkVersion version) {
        return version.document().kind() == Kind.ROLE_PROFILE;
    }
}
