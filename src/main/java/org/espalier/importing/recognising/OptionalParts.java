package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/**
 * Marks the expectations that the document itself calls optional, in a heading, a column or the words that govern them,
 * and keeps how many of them it asks for. All words stay where they are; nothing is guessed.
 */
final class OptionalParts {
    private final Draft draft;
    private final Map<String, List<GroupEntry>> groups = new LinkedHashMap<>();
    private final Map<Block, List<Integer>> blocks = new LinkedHashMap<>();

    private OptionalParts(Draft draft) {
        this.draft = draft;
        draft.groups.forEach(group -> index(group, List.of()));
    }

    static void read(Draft draft) {
        var parts = new OptionalParts(draft);
        parts.statements();
        parts.role();
    }

    /**
     * What is governed by the same words at one level.
     *
     * @param where tells apart what is governed by the same words in two places
     */
    private record Block(@Nullable String level, String where, OptionalWords words) {}

    private void index(GroupEntry group, List<GroupEntry> above) {
        var path = Stream.concat(Stream.of(group), above.stream()).toList();
        groups.put(group.id(), path);
        group.groups().forEach(child -> index(child, path));
    }

    private void statements() {
        for (var n = 0; n < draft.statements.size(); n++) {
            var statement = draft.statements.get(n);
            if (statement.isExpectation()) {
                var place = n;
                block(statement).ifPresent(block -> blocks.computeIfAbsent(block, key -> new ArrayList<>())
                        .add(place));
            }
        }
        blocks.values().removeIf(this::isAllOfThem);
        for (var places : blocks.values()) {
            places.forEach(n -> draft.statements.set(n, draft.statements.get(n).withOptional(true)));
        }
        for (var n = 0; n < draft.levels.size(); n++) {
            var level = draft.levels.get(n);
            draft.levels.set(
                    n,
                    level.withMinimumOptional(minimum(
                            blocks.entrySet().stream()
                                    .filter(entry ->
                                            level.id().equals(entry.getKey().level()))
                                    .map(entry -> new Found(
                                            entry.getKey().words(),
                                            place(entry.getValue().getFirst())))
                                    .toList(),
                            level.name())));
        }
    }

    private @Nullable Place place(int statement) {
        return draft.statements.get(statement).source();
    }

    /** “At least three” of three are all of them. */
    private boolean isAllOfThem(List<Integer> places) {
        return blocks.entrySet().stream()
                .filter(entry -> entry.getValue() == places)
                .anyMatch(entry -> entry.getKey().words().minimum().orElse(0) >= places.size());
    }

    /** The nearest words that call it optional. */
    private Optional<Block> block(StatementEntry statement) {
        var level = statement.level();
        var group = Objects.requireNonNullElse(statement.group(), "");
        for (var governing : new @Nullable String[] {statement.leadIn(), statement.qualifier()}) {
            var words = OptionalWords.in(governing);
            if (words.isPresent()) {
                return Optional.of(new Block(level, group, words.get()));
            }
        }
        var column = draft.facets.stream()
                .filter(facet -> facet.id().equals(statement.facet()))
                .findFirst()
                .flatMap(facet -> OptionalWords.in(facet.title()));
        if (column.isPresent()) {
            return Optional.of(new Block(level, "", column.get()));
        }
        return groups.getOrDefault(group, List.of()).stream()
                .flatMap(
                        above -> OptionalWords.in(above.title(), above.description())
                                .map(words -> new Block(level, above.id(), words))
                                .stream())
                .findFirst();
    }

    /** A level has one minimum: two blocks with their own, or one of several, cannot be said by it. */
    private int minimum(List<Found> found, String of) {
        var stated =
                found.stream().filter(one -> one.words().minimum().isPresent()).toList();
        if (stated.isEmpty()) {
            return 0;
        }
        if (found.size() == 1) {
            return stated.getFirst().words().minimum().orElseThrow();
        }
        draft.annotations.add(new Annotation(
                Annotation.Severity.WARNING,
                "optional-minimum-unclear",
                "“" + of + "” has several parts that are optional, and says for some of them how many are needed (“"
                        + stated.getFirst().words().text()
                        + "”). Only one number can be kept for all of them together; set it if there is one.",
                stated.getFirst().at()));
        return 0;
    }

    private record Found(OptionalWords words, @Nullable Place at) {}

    private void role() {
        var role = draft.role;
        if (role == null) {
            return;
        }
        var found = new ArrayList<Found>();
        var sections =
                role.sections().stream().map(section -> marked(section, found)).toList();
        if (!found.isEmpty()) {
            draft.role = with(role, sections)
                    .withMinimumOptional(minimum(found, Objects.requireNonNullElse(role.namedRole(), "The role")));
        }
    }

    private Section marked(Section section, List<Found> found) {
        var governing = new ArrayList<@Nullable String>();
        governing.add(section.title());
        governing.addAll(section.notes());
        // a note may say how many, but where it stands among the competences is not known
        var ofAll = OptionalWords.in(section.title())
                .flatMap(title -> OptionalWords.in(governing.toArray(String[]::new)))
                .filter(words -> words.minimum().orElse(0) < section.entries().size());
        var byWords = new LinkedHashMap<OptionalWords, List<Competence>>();
        for (var entry : section.entries()) {
            OptionalWords.in(entry.leadIn())
                    .or(() -> OptionalWords.in(entry.qualifier()))
                    .or(() -> OptionalWords.in(entry.function()))
                    .or(() -> OptionalWords.in(entry.principle()))
                    .or(() -> ofAll)
                    .ifPresent(words -> byWords.computeIfAbsent(words, key -> new ArrayList<>())
                            .add(entry));
        }
        byWords.entrySet()
                .removeIf(entry ->
                        entry.getKey().minimum().orElse(0) >= entry.getValue().size());
        byWords.forEach((words, entries) ->
                found.add(new Found(words, entries.getFirst().source())));
        var optional = byWords.values().stream().flatMap(List::stream).toList();
        return new Section(
                section.title(),
                section.layer(),
                section.notes(),
                section.entries().stream()
                        .map(entry -> entry.withOptional(optional.contains(entry)))
                        .toList(),
                section.source(),
                section.alsoAt());
    }

    private static RoleEntry with(RoleEntry role, List<Section> sections) {
        return new RoleEntry(
                role.namedRole(),
                role.areaOfWork(),
                role.experienceRequired(),
                role.requirements(),
                role.careerFrameworkLevels(),
                role.scope(),
                sections,
                role.learning(),
                role.cpd(),
                role.pillarMix(),
                role.source(),
                role.alsoAt(),
                role.minimumOptional());
    }
}
