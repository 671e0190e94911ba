package org.espalier.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.framework.SearchFrameworks.Kind;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.RouteEntry;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the search finds: an entry for everything in the versions that are in force, and the words that occur there. */
@Component
class SearchIndex {
    private static final int SHORTEST_WORD = 3;

    private final JdbcTemplate batches;

    SearchIndex(JdbcTemplate batches) {
        this.batches = batches;
    }

    private record Entry(
            Kind kind,
            String key,
            @Nullable String level,
            @Nullable String root,
            String heading,
            String text) {

        /** What has a title comes before what has only a sentence. */
        boolean isTitled() {
            return switch (kind) {
                case FRAMEWORK, ROLE_PROFILE, LEVEL, GROUP -> true;
                case EXPECTATION, ENTRY_CRITERION, LEARNING, ROUTE -> false;
            };
        }
    }

    void add(VersionId version, FrameworkDocument document, Contents contents) {
        var entries = entries(document, contents);
        batches.batchUpdate(
                """
                INSERT INTO framework.finding (version_id, kind, key, level, root, heading, text, words)
                VALUES (?, ?, ?, ?, ?, ?, ?,
                        setweight(to_tsvector('english', ?), ?::"char") || setweight(to_tsvector('english', ?), 'C'))
                """,
                entries.stream()
                        .map(entry -> new Object[] {
                            version.value(),
                            Codes.of(entry.kind()),
                            entry.key(),
                            entry.level(),
                            entry.root(),
                            entry.heading(),
                            entry.text(),
                            String.join(" ", PlainWords.of(entry.heading())),
                            entry.isTitled() ? "A" : "B",
                            String.join(" ", PlainWords.of(entry.text()))
                        })
                        .toList());
        var words = new TreeSet<String>();
        entries.forEach(entry -> {
            words.addAll(PlainWords.of(entry.heading()));
            words.addAll(PlainWords.of(entry.text()));
        });
        batches.batchUpdate(
                "INSERT INTO framework.word (version_id, word, stem) VALUES (?, ?, ?)",
                words.stream()
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .map(word -> new Object[] {version.value(), word, PlainWords.stem(word)})
                        .toList());
    }

    void remove(VersionId version) {
        batches.update("DELETE FROM framework.finding WHERE version_id = ?", version.value());
        batches.update("DELETE FROM framework.word WHERE version_id = ?", version.value());
    }

    private static List<Entry> entries(FrameworkDocument document, Contents contents) {
        var entries = new ArrayList<Entry>();
        entries.add(document(document));
        document.levels().forEach(level -> entries.add(level(level)));
        Map<String, String> roots = new HashMap<>();
        contents.groups().forEach(root -> addGroups(root, root, roots, entries));
        contents.statements().stream()
                .filter(statement -> statement.state() == StatementEntry.State.STATED)
                .forEach(statement -> entries.add(statement(statement, roots)));
        for (var i = 0; i < document.routes().size(); i++) {
            entries.add(route(i + 1, document.routes().get(i)));
        }
        return entries;
    }

    private static Entry document(FrameworkDocument document) {
        var role = document.role();
        var kind = document.kind() == FrameworkDocument.Kind.ROLE_PROFILE ? Kind.ROLE_PROFILE : Kind.FRAMEWORK;
        return new Entry(
                kind,
                "",
                null,
                null,
                Frameworks.title(document),
                lines(Stream.of(document.publisher()), role == null ? Stream.of() : role(role)));
    }

    private static Stream<@Nullable String> role(RoleEntry role) {
        return Stream.of(
                        Stream.of(role.namedRole(), role.areaOfWork(), role.experienceRequired()),
                        role.scope().stream(),
                        role.learning().stream().flatMap(row -> row.items().stream()),
                        role.cpd().stream().flatMap(row -> row.items().stream()))
                .flatMap(texts -> texts);
    }

    private static Entry level(LevelEntry level) {
        return new Entry(
                Kind.LEVEL,
                level.id(),
                level.id(),
                null,
                level.name(),
                lines(
                        level.descriptor().stream(),
                        level.requirements().stream(),
                        level.jobDescription().stream(),
                        level.exampleRoles().stream()));
    }

    private static void addGroups(GroupEntry group, GroupEntry root, Map<String, String> roots, List<Entry> entries) {
        roots.put(group.id(), root.id());
        entries.add(new Entry(
                Kind.GROUP, group.id(), null, root.id(), group.name(), lines(Stream.of(group.description()))));
        group.groups().forEach(below -> addGroups(below, root, roots, entries));
    }

    private static Entry statement(StatementEntry statement, Map<String, String> roots) {
        var group = statement.group();
        return new Entry(
                switch (statement.kind()) {
                    case EXPECTATION -> Kind.EXPECTATION;
                    case ENTRY_CRITERION -> Kind.ENTRY_CRITERION;
                    case LEARNING -> Kind.LEARNING;
                },
                statement.id(),
                statement.level(),
                group == null ? null : roots.get(group),
                lines(Stream.of(statement.text())),
                lines(Stream.of(statement.leadIn())));
    }

    private static Entry route(int number, RouteEntry route) {
        return new Entry(
                Kind.ROUTE,
                Integer.toString(number),
                null,
                null,
                lines(Stream.of(route.from(), route.to())),
                lines(route.requirements().stream(), route.opportunities().stream(), route.supports().stream()));
    }

    @SafeVarargs
    private static String lines(Stream<? extends @Nullable String>... texts) {
        return Stream.of(texts).flatMap(lines -> lines).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
