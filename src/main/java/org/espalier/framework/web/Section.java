package org.espalier.framework.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.FacetEntry;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/**
 * Statements under the heading of their group, as a page prints them.
 *
 * @param group null for statements that stand in no group
 * @param columns the statements of the group itself
 * @param children its sub-groups that have something to show
 */
record Section(@Nullable GroupEntry group, List<Column> columns, List<Section> children) {

    /** The statements of one facet; of no facet when null. */
    record Column(@Nullable FacetEntry facet, List<Block> blocks) {

        /** True when all of it is suggested learning, so that one word for the column is enough. */
        boolean isLearning() {
            return blocks.stream()
                    .flatMap(block -> block.statements().stream())
                    .allMatch(statement -> statement.kind() == StatementEntry.Kind.LEARNING);
        }
    }

    /** Statements that share the qualifier and the lead-in which govern them. */
    record Block(@Nullable String qualifier, @Nullable String leadIn, List<Statement> statements) {}

    /** These statements in the tree of their version's groups; groups without any are left out. */
    static List<Section> of(FrameworkVersion version, List<Statement> statements) {
        Map<@Nullable String, List<Statement>> byGroup = new LinkedHashMap<>();
        statements.forEach(statement -> byGroup.computeIfAbsent(
                        version.group(statement.group()).map(GroupEntry::id).orElse(null), id -> new ArrayList<>())
                .add(statement));
        var sections = new ArrayList<>(of(version, version.groups(), byGroup));
        var ungrouped = byGroup.get(null);
        if (ungrouped != null) {
            sections.addFirst(new Section(null, columns(version, ungrouped), List.of()));
        }
        return List.copyOf(sections);
    }

    private static List<Section> of(
            FrameworkVersion version, List<GroupEntry> groups, Map<@Nullable String, List<Statement>> byGroup) {
        var sections = new ArrayList<Section>();
        for (var group : groups) {
            var own = byGroup.getOrDefault(group.id(), List.of());
            var children = of(version, group.groups(), byGroup);
            if (!own.isEmpty() || !children.isEmpty()) {
                sections.add(new Section(group, columns(version, own), children));
            }
        }
        return List.copyOf(sections);
    }

    /** In the order of the version's facets, with those of no facet first. */
    static List<Column> columns(FrameworkVersion version, List<Statement> statements) {
        Map<@Nullable String, List<Statement>> byFacet = new LinkedHashMap<>();
        byFacet.put(null, new ArrayList<>());
        version.facets().forEach(facet -> byFacet.put(facet.id(), new ArrayList<>()));
        statements.forEach(statement -> Objects.requireNonNull(byFacet.get(
                        version.facet(statement.facet()).map(FacetEntry::id).orElse(null)))
                .add(statement));
        var columns = new ArrayList<Column>();
        byFacet.forEach((facet, own) -> {
            if (!own.isEmpty()) {
                columns.add(new Column(version.facet(facet).orElse(null), blocks(own)));
            }
        });
        return List.copyOf(columns);
    }

    private static List<Block> blocks(List<Statement> statements) {
        var blocks = new ArrayList<Block>();
        for (var statement : statements) {
            var last = blocks.isEmpty() ? null : blocks.getLast();
            if (last == null
                    || !Objects.equals(last.qualifier(), statement.qualifier())
                    || !Objects.equals(last.leadIn(), statement.leadIn())) {
                last = new Block(statement.qualifier(), statement.leadIn(), new ArrayList<>());
                blocks.add(last);
            }
            last.statements().add(statement);
        }
        return List.copyOf(blocks);
    }
}
