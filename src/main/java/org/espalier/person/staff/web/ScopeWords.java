package org.espalier.person.staff.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.espalier.access.Grant;
import org.espalier.access.Scope;
import org.espalier.framework.PublishedVersions;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.UnitId;
import org.espalier.ui.PageFrame;

/** Where a role counts, in plain words. */
record ScopeWords(Map<UnitId, String> units, PublishedVersions versions) {

    static ScopeWords of(List<Grant> grants, Organisations organisations, PublishedVersions versions) {
        var units = grants.stream()
                .flatMap(grant ->
                        grant.scope() instanceof Scope.UnitAndBelow(var unit) ? Stream.of(unit) : Stream.empty())
                .distinct()
                .toList();
        return new ScopeWords(units.isEmpty() ? Map.of() : organisations.names(units), versions);
    }

    String of(PageFrame frame, Scope scope) {
        return switch (scope) {
            case Scope.WholeOrganisation() -> frame.t("person.staff.scope.everywhere");
            case Scope.UnitAndBelow(var unit) -> frame.t("person.staff.scope.unit", units.getOrDefault(unit, ""));
            case Scope.OneFramework(var slug) -> frame.t("person.staff.scope.framework", framework(slug));
            case Scope.Pillar(var slug, var group) ->
                frame.t("person.staff.scope.pillar", pillar(slug, group), framework(slug));
            case Scope.DelegatedTask(var name) -> frame.t("person.staff.scope.task", name);
        };
    }

    private String framework(String slug) {
        return versions.current(slug).map(version -> version.title()).orElse(slug);
    }

    private String pillar(String slug, String group) {
        return versions.current(slug).stream()
                .flatMap(version -> version.groups().stream())
                .filter(root -> root.id().equals(group))
                .map(root -> Objects.requireNonNullElse(root.title(), group))
                .findFirst()
                .orElse(group);
    }
}
