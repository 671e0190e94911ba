package org.espalier.framework;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RoleEntry.Origin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a role profile's competences were taken from: pages of other versions, and of national standards. */
@Component
public class CompetenceSources {
    private final PublishedVersions versions;
    private final List<StandardPages> contributed;

    CompetenceSources(PublishedVersions versions, ObjectProvider<StandardPages> contributed) {
        this.versions = versions;
        this.contributed = contributed.orderedStream().toList();
    }

    /**
     * The place that a competence was taken from.
     *
     * @param part what of the framework it is, such as a group and its level
     */
    public record Source(String title, int number, String part, String href) {}

    /** Empty for a standard and for a version that is not there (any more). */
    public Optional<Source> of(Origin origin) {
        var framework = origin.framework();
        var number = origin.version();
        return framework == null || number == null
                ? Optional.empty()
                : versions.find(framework, number).flatMap(version -> of(version, origin));
    }

    private static Optional<Source> of(FrameworkVersion version, Origin origin) {
        var home = "/frameworks/" + version.slug() + "/versions/" + version.number();
        var level = version.level(origin.level()).map(LevelEntry::name);
        var statement = origin.statement();
        if (statement != null) {
            return version.statement(statement)
                    .map(found -> new Source(
                            version.title(),
                            version.number(),
                            version.level(found.level()).map(LevelEntry::name).orElse(""),
                            home + "/statements/" + segment(statement)));
        }
        return version.group(origin.group())
                .map(group -> new Source(
                        version.title(),
                        version.number(),
                        part(group, level),
                        home + "/groups/" + segment(group.id())));
    }

    private static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String part(GroupEntry group, Optional<String> level) {
        return level.map(name -> group.name() + ", " + name).orElse(group.name());
    }

    /** The page of the standard with this code, if there is one. */
    public Optional<String> ofStandard(String code) {
        return contributed.stream().flatMap(pages -> pages.of(code).stream()).findFirst();
    }
}
