package org.espalier.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The groups and statements that a document stands for: its own, and for a role profile those made of its sections
 * (roots), principles (their children) and competences, with the reference function as lead-in.
 */
record Contents(List<GroupEntry> groups, List<StatementEntry> statements) {
    Contents {
        groups = List.copyOf(groups);
        statements = List.copyOf(statements);
    }

    static Contents of(FrameworkDocument document) {
        var role = document.role();
        return role == null
                ? new Contents(document.groups(), document.statements())
                : new RoleContents(document).with(role);
    }

    /** Works through a role's sections, handing out ids that collide with none of the document's own. */
    private static final class RoleContents {
        private final List<GroupEntry> groups;
        private final List<StatementEntry> statements;
        private final Slug.Unique groupIds = new Slug.Unique();
        private final Slug.Unique keys = new Slug.Unique();

        RoleContents(FrameworkDocument document) {
            groups = new ArrayList<>(document.groups());
            statements = new ArrayList<>(document.statements());
            groups.forEach(this::take);
            statements.forEach(statement -> keys.of(statement.id()));
        }

        private void take(GroupEntry group) {
            groupIds.of(group.id());
            group.groups().forEach(this::take);
        }

        Contents with(RoleEntry role) {
            role.sections().forEach(this::add);
            return new Contents(groups, statements);
        }

        private void add(RoleEntry.Section section) {
            var id = groupIds.of(section.title());
            Map<String, GroupEntry> principles = new LinkedHashMap<>();
            for (var competence : section.entries()) {
                var principle = competence.principle();
                var group = principle == null
                        ? id
                        : principles
                                .computeIfAbsent(principle, title -> principle(id, title, competence.principleCode()))
                                .id();
                statements.add(statement(competence, group));
            }
            groups.add(new GroupEntry(
                    id,
                    "section",
                    null,
                    section.title(),
                    false,
                    null,
                    List.copyOf(principles.values()),
                    section.source(),
                    section.alsoAt()));
        }

        private GroupEntry principle(String section, String title, @Nullable String principleCode) {
            return new GroupEntry(
                    groupIds.of(section + "-" + title),
                    "principle",
                    principleCode,
                    title,
                    false,
                    null,
                    List.of(),
                    null,
                    List.of());
        }

        private StatementEntry statement(RoleEntry.Competence competence, String group) {
            return new StatementEntry(
                    keys.of(competence.competence()),
                    null,
                    group,
                    null,
                    true,
                    StatementEntry.Kind.EXPECTATION,
                    StatementEntry.State.STATED,
                    competence.competence(),
                    competence.qualifier(),
                    competence.leadIn() == null ? competence.function() : competence.leadIn(),
                    competence.source(),
                    competence.alsoAt(),
                    competence.optional());
        }
    }
}
