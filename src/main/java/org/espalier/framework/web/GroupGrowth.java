package org.espalier.framework.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;

/**
 * One group across the levels, lowest first: how a strand of practice grows.
 *
 * @param above the groups above it, outermost first
 */
record GroupGrowth(List<GroupEntry> above, List<Step> steps) {

    /**
     * The group at one level.
     *
     * @param level null for statements that belong to no level
     * @param sameAs the level below when every statement reads the same there; null otherwise
     */
    record Step(
            @Nullable LevelEntry level,
            List<Section> sections,
            @Nullable LevelEntry sameAs) {
        boolean isEmpty() {
            return sections.isEmpty();
        }
    }

    /** The steps at which something is stated. */
    List<Step> stated() {
        return steps.stream().filter(step -> !step.isEmpty()).toList();
    }

    /** The names of the levels at which nothing is. */
    List<String> unstated() {
        return steps.stream()
                .filter(Step::isEmpty)
                .flatMap(step -> Stream.ofNullable(step.level()))
                .map(LevelEntry::name)
                .toList();
    }

    static GroupGrowth of(FrameworkVersion version, GroupEntry group) {
        var inside = ids(group, new HashSet<>());
        var steps = new ArrayList<Step>();
        var unlevelled = at(version, null, inside);
        if (!unlevelled.isEmpty()) {
            steps.add(new Step(null, sections(version, group, unlevelled), null));
        }
        LevelEntry below = null;
        List<Statement> before = List.of();
        for (var level : version.levels()) {
            var here = at(version, level, inside);
            var same = !here.isEmpty() && texts(here).equals(texts(before));
            steps.add(new Step(level, sections(version, group, here), same ? below : null));
            below = level;
            before = here;
        }
        if (version.statements().stream().allMatch(statement -> statement.level() == null)) {
            steps.removeIf(Step::isEmpty);
        }
        return new GroupGrowth(above(version.groups(), group), List.copyOf(steps));
    }

    private static Set<String> ids(GroupEntry group, Set<String> found) {
        found.add(group.id());
        group.groups().forEach(child -> ids(child, found));
        return found;
    }

    private static List<Statement> at(FrameworkVersion version, @Nullable LevelEntry level, Set<String> groups) {
        var id = level == null ? null : level.id();
        return version.statements().stream()
                .filter(statement -> Objects.equals(statement.level(), id))
                .filter(statement -> statement.group() != null && groups.contains(statement.group()))
                .toList();
    }

    private static List<String> texts(List<Statement> statements) {
        return statements.stream()
                .map(statement -> statement.qualifier() + "|" + statement.leadIn() + "|" + statement.text())
                .toList();
    }

    /** The group's own part of the tree. */
    private static List<Section> sections(FrameworkVersion version, GroupEntry group, List<Statement> statements) {
        var sections = Section.of(version, statements);
        while (!sections.isEmpty()) {
            var outermost = sections.getFirst();
            if (group.equals(outermost.group())) {
                return List.of(outermost);
            }
            sections = outermost.children();
        }
        return List.of();
    }

    private static List<GroupEntry> above(List<GroupEntry> groups, GroupEntry wanted) {
        for (var group : groups) {
            if (group.equals(wanted)) {
                return List.of();
            }
            var inside = above(group.groups(), wanted);
            if (!inside.isEmpty() || group.groups().contains(wanted)) {
                var path = new ArrayList<GroupEntry>();
                path.add(group);
                path.addAll(inside);
                return List.copyOf(path);
            }
        }
        return List.of();
    }
}
