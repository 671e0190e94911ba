package org.espalier.portfolio.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.VersionId;
import org.espalier.portfolio.Support;

/** The statements of one version that an item supports, in the document's order. */
record Supported(FrameworkVersion version, List<Statement> statements) {

    /** By version, in the order in which they first occur. Costs no SQL. */
    static List<Supported> of(PublishedVersions versions, Collection<Support> supports) {
        var byVersion = new LinkedHashMap<VersionId, List<Support>>();
        supports.forEach(support -> byVersion
                .computeIfAbsent(support.version(), id -> new ArrayList<>())
                .add(support));
        return byVersion.entrySet().stream()
                .flatMap(entry -> versions.find(entry.getKey()).stream().map(version -> of(version, entry.getValue())))
                .toList();
    }

    private static Supported of(FrameworkVersion version, List<Support> supports) {
        var ids = supports.stream().map(Support::statement).toList();
        return new Supported(
                version,
                version.statements().stream()
                        .filter(statement -> ids.contains(statement.id()))
                        .toList());
    }

    /** Where everybody can read the statement. */
    String address(Statement statement) {
        return "/frameworks/" + version.slug() + "/versions/" + version.number() + "/statements/" + statement.key();
    }

    /** The names of the level and the root group, whichever there are. */
    List<String> place(Statement statement) {
        var place = new ArrayList<String>();
        version.level(statement.level()).ifPresent(level -> place.add(level.name()));
        version.rootOf(statement.group()).ifPresent(root -> place.add(root.name()));
        return place;
    }
}
