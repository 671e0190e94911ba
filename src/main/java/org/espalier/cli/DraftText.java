package org.espalier.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/** A draft as plain text, for a person who wants to see at a glance what came of a document. */
final class DraftText {
    private final StringBuilder text = new StringBuilder();
    private final FrameworkDocument document;
    private final Map<String, String> groupNames = new HashMap<>();

    private DraftText(FrameworkDocument document) {
        this.document = document;
        document.groups().forEach(group -> nameGroups(group, ""));
    }

    static String of(FrameworkDocument document) {
        return new DraftText(document).written();
    }

    private void nameGroups(GroupEntry group, String above) {
        var name = above + words(group.code(), group.title());
        groupNames.put(group.id(), name);
        group.groups().forEach(child -> nameGroups(child, name + " › "));
    }

    private String written() {
        heading(
                Objects.requireNonNullElse(document.title(), message("untitled"))
                        + (document.titleInferred() ? " " + message("inferred") : ""),
                '=');
        line(0, words(document.publisher(), document.statusNote()));
        line(0, message("statements", document.statements().size()));
        document.levels().forEach(this::level);
        statements(message("no-level"), null);
        var role = document.role();
        if (role != null) {
            role(role);
        }
        if (!document.routes().isEmpty()) {
            heading(message("routes"), '-');
            document.routes().forEach(route -> {
                line(0, end(route.from()) + " → " + end(route.to()));
                Stream.of(route.requirements(), route.opportunities(), route.supports())
                        .flatMap(List::stream)
                        .forEach(item -> line(1, "- " + item));
            });
        }
        if (!document.providerMappings().isEmpty()) {
            heading(message("provider-mappings"), '-');
            document.providerMappings()
                    .forEach(mapping -> line(
                            0,
                            words(mapping.provider(), mapping.code()) + ": "
                                    + Objects.requireNonNullElse(
                                            mapping.note(),
                                            mapping.state()
                                                    .name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', ' '))));
        }
        if (!document.annotations().isEmpty()) {
            heading(message("annotations"), '-');
            document.annotations().forEach(annotation -> line(0, where(annotation.source()) + annotation.message()));
        }
        if (!document.leftOut().isEmpty()) {
            heading(message("left-out"), '-');
            document.leftOut()
                    .forEach(out -> line(0, where(new Place(out.line(), out.endLine(), out.page())) + out.reason()));
        }
        return text.toString();
    }

    private void level(LevelEntry level) {
        heading(level.name(), '-');
        level.descriptor().forEach(paragraph -> line(0, paragraph));
        items(message("job-description"), level.jobDescription());
        items(message("requirements"), level.requirements());
        items(message("example-roles"), level.exampleRoles());
        statements(null, level.id());
    }

    private void role(RoleEntry role) {
        heading(words(role.namedRole(), role.areaOfWork()), '-');
        role.scope().forEach(paragraph -> line(0, paragraph));
        for (var section : role.sections()) {
            line(0, section.title());
            section.notes().forEach(note -> line(1, note));
            for (var competence : section.entries()) {
                line(
                        1,
                        "- " + competence.competence() + "  ["
                                + words(competence.principleCode(), competence.principle()) + "; "
                                + words(competence.function(), null) + "]");
            }
        }
        Stream.concat(role.learning().stream(), role.cpd().stream()).forEach(row -> items(row.title(), row.items()));
    }

    private void statements(@Nullable String heading, @Nullable String level) {
        var byGroup = document.statements().stream()
                .filter(statement -> Objects.equals(statement.level(), level))
                .collect(Collectors.groupingBy(
                        statement -> groupNames.getOrDefault(
                                Objects.requireNonNullElse(statement.group(), ""), message("no-group")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (!byGroup.isEmpty() && heading != null) {
            heading(heading, '-');
        }
        byGroup.forEach((group, statements) -> {
            line(0, group + " (" + message("statements", statements.size()) + ")");
            statements.forEach(statement -> line(1, "- " + wording(statement)));
        });
    }

    private static String wording(StatementEntry statement) {
        var text = statement.text() == null
                ? "(" + statement.state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")"
                : statement.text();
        return (statement.leadIn() == null ? "" : statement.leadIn() + " ")
                + text
                + (statement.qualifier() == null ? "" : " [" + statement.qualifier() + "]");
    }

    private void items(String title, List<String> items) {
        if (!items.isEmpty()) {
            line(0, title);
            items.forEach(item -> line(1, "- " + item));
        }
    }

    private void heading(String title, char underline) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        line(0, title);
        line(0, String.valueOf(underline).repeat(Math.min(title.length(), 79)));
    }

    private void line(int depth, String content) {
        if (!content.isEmpty()) {
            text.append("  ".repeat(depth)).append(content).append('\n');
        }
    }

    private static String end(@Nullable String place) {
        return Objects.requireNonNullElse(place, message("anywhere"));
    }

    private static String where(@Nullable Place place) {
        if (place == null) {
            return "";
        }
        return (place.line() == place.endLine()
                        ? message("line", place.line())
                        : message("lines", place.line(), place.endLine()))
                + ": ";
    }

    private static String words(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static String message(String key, Object... arguments) {
        return CliMessages.text("cli.draft." + key, arguments);
    }
}
