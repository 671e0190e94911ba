package org.espalier.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.StatementEntry;

/** A draft in a few lines of text, without places: what must not depend on the format. */
final class DraftSketch {

    private DraftSketch() {}

    static String of(FrameworkDocument document) {
        var lines = new ArrayList<String>();
        lines.add("title: " + document.title() + (document.titleInferred() ? " (inferred)" : ""));
        lines.add(join("about", document.publisher(), document.status(), document.statusNote(), document.rights()));
        lines.add(join("progression", document.progression().name().toLowerCase(), document.progressionBasis()));
        document.levels().forEach(level -> lines.add(level(level)));
        groups(document.groups(), "", lines);
        document.statements().forEach(statement -> lines.add(statement(statement)));
        document.providerMappings()
                .forEach(mapping -> lines.add(join(
                        "mapping",
                        mapping.provider(),
                        mapping.code(),
                        mapping.state().name().toLowerCase(),
                        mapping.note())));
        document.routes()
                .forEach(route -> lines.add("route: " + route.from() + " -> " + route.to()
                        + (route.toStated() ? "" : " (inferred)") + " must " + route.requirements() + " may "
                        + route.opportunities() + " with " + route.supports()));
        document.references().forEach(reference -> lines.add("reference: " + reference));
        if (document.role() != null) {
            role(document.role(), lines);
        }
        return String.join("\n", lines);
    }

    private static void role(RoleEntry role, List<String> lines) {
        lines.add(join("role", role.namedRole(), role.areaOfWork(), role.experienceRequired()) + " | "
                + role.careerFrameworkLevels());
        role.scope().forEach(paragraph -> lines.add("scope: " + paragraph));
        for (var section : role.sections()) {
            lines.add("section " + section.layer().name().toLowerCase() + ": " + section.title()
                    + (section.notes().isEmpty() ? "" : " notes " + section.notes()));
            section.entries()
                    .forEach(entry -> lines.add(join(
                            "  competence",
                            entry.principleCode(),
                            entry.principle(),
                            entry.function(),
                            entry.code(),
                            entry.competence())));
        }
        role.learning().forEach(row -> lines.add("learning " + row.title() + ": " + row.items()));
        role.cpd().forEach(row -> lines.add("cpd " + row.title() + ": " + row.items()));
    }

    private static String level(LevelEntry level) {
        var fields = Stream.of(
                        list("is", level.descriptor()),
                        list("does", level.jobDescription()),
                        list("needs", level.requirements()),
                        list("as", level.exampleRoles()))
                .filter(text -> !text.isEmpty())
                .toList();
        return "level " + level.id() + ": " + level.code() + " | " + level.title()
                + (fields.isEmpty() ? "" : " " + String.join(" ", fields));
    }

    private static String list(String name, List<String> items) {
        return items.isEmpty() ? "" : name + " " + items;
    }

    private static void groups(List<GroupEntry> groups, String indent, List<String> lines) {
        for (var group : groups) {
            lines.add(indent + "group " + group.id() + ": " + group.kind()
                    + (group.code() == null ? "" : " | " + group.code()) + " | " + group.title()
                    + (group.titleInferred() ? " (inferred)" : "")
                    + (group.description() == null ? "" : " | " + group.description()));
            groups(group.groups(), indent + "  ", lines);
        }
    }

    private static String statement(StatementEntry statement) {
        var marks = Stream.of(
                        statement.state() == StatementEntry.State.STATED
                                ? null
                                : statement.state().name().toLowerCase(),
                        statement.kind() == StatementEntry.Kind.EXPECTATION
                                ? null
                                : statement.kind().name().toLowerCase(),
                        statement.qualifier() == null ? null : "when " + statement.qualifier(),
                        statement.leadIn() == null ? null : "after " + statement.leadIn())
                .filter(Objects::nonNull)
                .toList();
        return statement.id() + " [" + statement.level() + ", " + statement.group() + "]"
                + (marks.isEmpty() ? "" : " " + marks) + " " + statement.text();
    }

    private static String join(String name, String... values) {
        return name + ": "
                + String.join(
                        " | ",
                        Stream.of(values)
                                .map(value -> value == null ? "-" : value)
                                .toList());
    }
}
