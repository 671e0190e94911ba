package org.espalier.framework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.framework.format.FacetEntry;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;

/**
 * One published version, whole and immutable: safe to keep in memory and to share between requests. It knows which
 * expectations a level asks for (PRODUCT.md, rules 2 and 4).
 */
public final class FrameworkVersion {

    private final VersionId id;
    private final String slug;
    private final int number;
    private final Instant publishedAt;
    private final FrameworkDocument document;
    private final List<GroupEntry> groups;
    private final List<Statement> statements;
    private final Map<String, LevelEntry> levelsById = new LinkedHashMap<>();
    private final Map<String, GroupEntry> groupsById = new LinkedHashMap<>();
    private final Map<String, GroupEntry> rootsById = new LinkedHashMap<>();
    private final Map<String, FacetEntry> facetsById = new LinkedHashMap<>();
    private final Map<StatementId, Statement> statementsById = new LinkedHashMap<>();
    private final Map<String, Statement> statementsByKey = new LinkedHashMap<>();
    private final Map<String, Demand> demandsByLevel = new LinkedHashMap<>();
    private final Demand demandOfRole;

    /**
     * @param slug the framework's, as in its address
     * @param number counts a framework's versions from 1
     * @param groups the document's groups, and for a role profile those made of its sections and principles
     * @param statements in the document's order
     */
    public FrameworkVersion(
            VersionId id,
            String slug,
            int number,
            Instant publishedAt,
            FrameworkDocument document,
            List<GroupEntry> groups,
            List<Statement> statements) {
        this.id = id;
        this.slug = slug;
        this.number = number;
        this.publishedAt = publishedAt;
        this.document = document;
        this.groups = List.copyOf(groups);
        this.statements = List.copyOf(statements);
        document.levels().forEach(level -> levelsById.put(level.id(), level));
        document.facets().forEach(facet -> facetsById.put(facet.id(), facet));
        this.groups.forEach(root -> index(root, root));
        for (var statement : this.statements) {
            statementsById.put(statement.id(), statement);
            statementsByKey.put(statement.key(), statement);
        }
        var singleLevelRoots = rootsAtOneLevelOnly();
        levelsById
                .keySet()
                .forEach(level -> demandsByLevel.put(
                        level, Demand.of(expectationsFor(level, singleLevelRoots), document.levels(), 0)));
        demandOfRole = demandOfRole();
    }

    private void index(GroupEntry group, GroupEntry root) {
        groupsById.put(group.id(), group);
        rootsById.put(group.id(), root);
        group.groups().forEach(child -> index(child, root));
    }

    public VersionId id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public int number() {
        return number;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /** The frozen document, for all that has no method here. */
    public FrameworkDocument document() {
        return document;
    }

    /** The title people see; the slug for a document without one. */
    public String title() {
        var title = document.title();
        return title == null ? slug : title;
    }

    /** Lowest first. */
    public List<LevelEntry> levels() {
        return document.levels();
    }

    /** The roots of the tree, in the document's order. */
    public List<GroupEntry> groups() {
        return groups;
    }

    public List<FacetEntry> facets() {
        return document.facets();
    }

    public List<Statement> statements() {
        return statements;
    }

    public Optional<LevelEntry> level(@Nullable String levelId) {
        return Optional.ofNullable(levelId == null ? null : levelsById.get(levelId));
    }

    public Optional<GroupEntry> group(@Nullable String groupId) {
        return Optional.ofNullable(groupId == null ? null : groupsById.get(groupId));
    }

    /** The root above a group (the pillar of an aspect, the domain of a competency), or the group itself. */
    public Optional<GroupEntry> rootOf(@Nullable String groupId) {
        return Optional.ofNullable(groupId == null ? null : rootsById.get(groupId));
    }

    public Optional<FacetEntry> facet(@Nullable String facetId) {
        return Optional.ofNullable(facetId == null ? null : facetsById.get(facetId));
    }

    public Optional<Statement> statement(StatementId statementId) {
        return Optional.ofNullable(statementsById.get(statementId));
    }

    public Optional<Statement> statement(String key) {
        return Optional.ofNullable(statementsByKey.get(key));
    }

    /**
     * What a level asks for: its own expectations, and in a cumulative version those of every lower level too. A root
     * group that exists at one level only is asked for at that level alone. Empty for an unknown level.
     */
    public List<Statement> expectationsAt(String levelId) {
        return demandOf(levelId).expectations();
    }

    /** What a role profile asks for: all its expectations that belong to no level. */
    public List<Statement> expectationsOfRole() {
        return demandOfRole.expectations();
    }

    /** What a level asks for, or the role of a role profile when it is null; nothing for an unknown level. */
    public Demand demandOf(@Nullable String levelId) {
        return levelId == null ? demandOfRole : demandsByLevel.getOrDefault(levelId, Demand.NOTHING);
    }

    /** True when something is optional at a level or in the role. */
    public boolean hasChoice() {
        return demandOfRole.hasChoice() || demandsByLevel.values().stream().anyMatch(Demand::hasChoice);
    }

    private Demand demandOfRole() {
        var role = document.role();
        return Demand.of(
                statements.stream()
                        .filter(statement -> statement.isExpectation() && statement.level() == null)
                        .toList(),
                document.levels(),
                role == null ? 0 : role.minimumOptional());
    }

    /** A role profile's competences in the document's order; empty for a framework. */
    public List<RoleCompetence> competences() {
        var role = document.role();
        if (role == null) {
            return List.of();
        }
        // they follow the document's own statements
        var position = document.statements().size();
        var competences = new ArrayList<RoleCompetence>();
        for (var section : role.sections()) {
            for (var entry : section.entries()) {
                competences.add(new RoleCompetence(section, entry, statements.get(position++)));
            }
        }
        return List.copyOf(competences);
    }

    private List<Statement> expectationsFor(String target, Set<String> singleLevelRoots) {
        var asked = new LinkedHashSet<String>();
        if (document.progression() == Progression.CUMULATIVE) {
            for (var level : levelsById.keySet()) {
                asked.add(level);
                if (level.equals(target)) {
                    break;
                }
            }
        } else {
            asked.add(target);
        }
        var result = new ArrayList<Statement>();
        for (var statement : statements) {
            var level = statement.level();
            if (statement.isExpectation() && level != null && asked.contains(level)) {
                var root = rootOf(statement.group()).map(GroupEntry::id).orElse(null);
                if (level.equals(target) || root == null || !singleLevelRoots.contains(root)) {
                    result.add(statement);
                }
            }
        }
        return List.copyOf(result);
    }

    private Set<String> rootsAtOneLevelOnly() {
        var levelsOfRoot = new LinkedHashMap<String, Set<String>>();
        for (var statement : statements) {
            var level = statement.level();
            if (statement.isExpectation() && level != null) {
                rootOf(statement.group()).ifPresent(root -> levelsOfRoot
                        .computeIfAbsent(root.id(), key -> new LinkedHashSet<>())
                        .add(level));
            }
        }
        var single = new LinkedHashSet<String>();
        levelsOfRoot.forEach((root, levels) -> {
            if (levels.size() == 1) {
                single.add(root);
            }
        });
        return single;
    }
}
