package org.espalier.framework.format;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold in a document beyond the form of its parts: nothing needed is missing, every id points somewhere. */
final class FormatRules {

    private final FormatTree tree;
    private final List<String> problems = new ArrayList<>();

    private FormatRules(FormatTree tree) {
        this.tree = tree;
    }

    static List<String> broken(FrameworkDocument document, FormatTree tree) {
        var rules = new FormatRules(tree);
        rules.nothingNeededIsMissing(document, "");
        if (rules.problems.isEmpty()) {
            rules.idsPointSomewhere(document);
            var role = document.role();
            if (role != null) {
                rules.minimum(role.minimumOptional(), document.optionalAt(null), "role.minimumOptional");
                RoleRules.broken(role).forEach((path, sentence) -> rules.problems.add(tree.place(path) + sentence));
            }
        }
        return rules.problems;
    }

    private void nothingNeededIsMissing(Record part, String path) {
        for (var component : part.getClass().getRecordComponents()) {
            var inside = path.isEmpty() ? component.getName() : path + "." + component.getName();
            switch (value(part, component)) {
                case null -> {
                    if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        problems.add(tree.place(path) + ": " + component.getName() + " is missing.");
                    }
                }
                case Record inner -> nothingNeededIsMissing(inner, inside);
                case List<?> list -> {
                    for (var i = 0; i < list.size(); i++) {
                        if (list.get(i) instanceof Record inner) {
                            nothingNeededIsMissing(inner, inside + "[" + i + "]");
                        }
                    }
                }
                default -> {}
            }
        }
    }

    private static @Nullable Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void idsPointSomewhere(FrameworkDocument document) {
        var levels = new HashSet<String>();
        for (var i = 0; i < document.levels().size(); i++) {
            var level = document.levels().get(i);
            unique(levels, level.id(), "levels[" + i + "].id");
            minimum(level.minimumOptional(), document.optionalAt(level.id()), "levels[" + i + "].minimumOptional");
        }
        var facets = new HashSet<String>();
        for (var i = 0; i < document.facets().size(); i++) {
            unique(facets, document.facets().get(i).id(), "facets[" + i + "].id");
        }
        var groups = new HashSet<String>();
        groups(groups, document.groups(), "groups");
        phases(document);
        var statements = new HashSet<String>();
        for (var i = 0; i < document.statements().size(); i++) {
            var statement = document.statements().get(i);
            var path = "statements[" + i + "]";
            unique(statements, statement.id(), path + ".id");
            known(levels, statement.level(), path + ".level", "level");
            known(groups, statement.group(), path + ".group", "group");
            known(facets, statement.facet(), path + ".facet", "facet");
            if (statement.state() == StatementEntry.State.STATED && statement.text() == null) {
                problems.add(tree.place(path) + ": text is missing, though the state is “stated”.");
            }
            if (statement.optional() && statement.kind() != StatementEntry.Kind.EXPECTATION) {
                problems.add(tree.place(path + ".optional") + " is true, and only an expectation can be optional.");
            }
        }
    }

    private void minimum(int minimum, int optional, String path) {
        if (minimum < 0 || minimum > optional) {
            problems.add(tree.place(path) + " is " + minimum + ", and must be from 0 to " + optional
                    + ", the number of optional expectations there.");
        }
    }

    private void phases(FrameworkDocument document) {
        for (var i = 0; i < document.levels().size(); i++) {
            var level = document.levels().get(i);
            var own = document.statements().stream()
                    .filter(statement -> level.id().equals(statement.level()))
                    .map(StatementEntry::id)
                    .collect(Collectors.toSet());
            var phases = new HashSet<String>();
            for (var j = 0; j < level.phases().size(); j++) {
                var phase = level.phases().get(j);
                var path = "levels[" + i + "].phases[" + j + "]";
                unique(phases, phase.id(), path + ".id");
                phase.statements().forEach(id -> known(own, id, path + ".statements", "statement of this level"));
            }
        }
    }

    private void groups(Set<String> ids, List<GroupEntry> groups, String path) {
        for (var i = 0; i < groups.size(); i++) {
            var inside = path + "[" + i + "]";
            unique(ids, groups.get(i).id(), inside + ".id");
            groups(ids, groups.get(i).groups(), inside + ".groups");
        }
    }

    private void unique(Set<String> ids, String id, String path) {
        if (!ids.add(id)) {
            problems.add(tree.place(path) + " is “" + id + "”, which another entry has already.");
        }
    }

    private void known(Set<String> ids, @Nullable String id, String path, String what) {
        if (id != null && !ids.contains(id)) {
            problems.add(tree.place(path) + " is “" + id + "”, but there is no such " + what + ".");
        }
    }
}
