package org.espalier.person;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;

/**
 * A root group of a version with the levels at which it expects something: where somebody may stand in it.
 *
 * @param levels lowest first
 */
public record Pillar(GroupEntry group, List<LevelEntry> levels) {
    public Pillar {
        levels = List.copyOf(levels);
    }

    /** The pillars of a version, in its order; a group without a level is none. */
    public static List<Pillar> of(FrameworkVersion version) {
        var levels = new LinkedHashMap<String, Set<String>>();
        for (var statement : version.statements()) {
            var level = statement.level();
            if (statement.isExpectation() && level != null) {
                version.rootOf(statement.group())
                        .ifPresent(root -> levels.computeIfAbsent(root.id(), id -> new LinkedHashSet<>())
                                .add(level));
            }
        }
        return version.groups().stream()
                .filter(group -> levels.containsKey(group.id()))
                .map(group -> new Pillar(
                        group,
                        version.levels().stream()
                                .filter(level -> levels.getOrDefault(group.id(), Set.of())
                                        .contains(level.id()))
                                .toList()))
                .toList();
    }

    /** True when it expects something at this level. */
    public boolean has(String level) {
        return levels.stream().anyMatch(one -> one.id().equals(level));
    }
}
