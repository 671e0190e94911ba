package org.espalier.importing.reviewing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.At;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.outline.SourceLine;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/** A document opened for one edit. Every line it held a place for keeps one: in a statement, or left out. */
final class WorkingCopy {

    /** The reason slug of lines that a person left out. */
    static final String BY_A_PERSON = "left-out-by-editor";

    /** An edit that cannot be done; the message is for the person who asked for it. */
    static final class NotPossible extends RuntimeException {
        private final String reason;

        NotPossible(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    private final FrameworkDocument document;
    private final List<SourceLine> lines;
    private @Nullable String title;
    private boolean titleInferred;
    private Progression progression;
    private final List<LevelEntry> levels;
    private List<GroupEntry> groups;
    private final List<StatementEntry> statements;
    private final List<Annotation> annotations;
    private final List<LeftOut> leftOut;

    /** @param lines the source's, for the words of what is left out */
    WorkingCopy(FrameworkDocument document, List<SourceLine> lines) {
        this.document = document;
        this.lines = lines;
        title = document.title();
        titleInferred = document.titleInferred();
        progression = document.progression();
        levels = new ArrayList<>(document.levels());
        groups = document.groups();
        statements = new ArrayList<>(document.statements());
        annotations = new ArrayList<>(document.annotations());
        leftOut = new ArrayList<>(document.leftOut());
    }

    void apply(Edit edit) {
        switch (edit) {
            case Edit.Accept(var ids) -> each(ids, s -> placed(s, s.level(), s.group(), s.facet(), s.kind()));
            case Edit.ResolveAnnotation resolve -> resolve(resolve);
            case Edit.SetLevel(var ids, var level) -> {
                requireLevel(level);
                each(ids, s -> with(s, level, s.group(), s.facet(), s.facetCertain(), s.kind()));
            }
            case Edit.SetGroup(var ids, var group) -> {
                requireGroup(group);
                each(ids, s -> with(s, s.level(), group, s.facet(), s.facetCertain(), s.kind()));
            }
            case Edit.SetFacet(var ids, var facet) -> {
                requireFacet(facet);
                each(ids, s -> placed(s, s.level(), s.group(), facet, s.kind()));
            }
            case Edit.SetKind(var ids, var kind) ->
                each(ids, s -> with(s, s.level(), s.group(), s.facet(), s.facetCertain(), kind)
                        .withOptional(s.optional() && kind == StatementEntry.Kind.EXPECTATION));
            case Edit.SetOptional(var ids, var optional) -> each(ids, s -> optional(s, optional));
            case Edit.SetMinimumOptional(var level, var minimum) -> setMinimumOptional(level, minimum);
            case Edit.Move(var id, var after) -> move(id, after);
            case Edit.Split(var id, var atWord) -> split(id, atWord);
            case Edit.Merge(var first, var second) -> merge(first, second);
            case Edit.LeaveOut(var ids) -> ids.forEach(this::leaveOut);
            case Edit.BringBack back -> bringBack(back);
            case Edit.RetitleDocument(var words) -> {
                title = required(words);
                titleInferred = false;
            }
            case Edit.RetitleLevel(var id, var code, var words) -> retitleLevel(id, code, words);
            case Edit.RetitleGroup(var id, var code, var words) -> {
                requireGroup(id);
                groups = mapGroup(groups, id, g -> retitled(g, code, required(words)));
            }
            case Edit.AddLevel(var code, var words) -> addLevel(code, required(words));
            case Edit.AddGroup(var parent, var kind, var words) -> addGroup(parent, kind, required(words));
            case Edit.RemoveGroup(var id) -> removeGroup(id);
            case Edit.SetProgression(var chosen) -> progression = chosen;
        }
    }

    FrameworkDocument toDocument() {
        leftOut.sort(Comparator.comparingInt(LeftOut::line));
        return new FrameworkDocument(
                document.format(),
                document.kind(),
                title,
                titleInferred,
                document.titleSource(),
                document.publisher(),
                document.language(),
                document.status(),
                document.statusNote(),
                document.statusSource(),
                document.rights(),
                document.source(),
                progression,
                document.progressionBasis(),
                document.progressionSource(),
                levels,
                groups,
                document.facets(),
                statements,
                document.role(),
                document.routes(),
                document.providerMappings(),
                document.references(),
                document.referenceSources(),
                annotations,
                leftOut);
    }

    // statements

    private int indexOf(String id) {
        for (var i = 0; i < statements.size(); i++) {
            if (statements.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new NotPossible("That statement is no longer there. Reload the page to see the draft as it is now.");
    }

    private void each(List<String> ids, UnaryOperator<StatementEntry> change) {
        if (ids.isEmpty()) {
            throw new NotPossible("Choose at least one statement first.");
        }
        for (var id : ids) {
            var index = indexOf(id);
            statements.set(index, change.apply(statements.get(index)));
        }
    }

    private static StatementEntry placed(
            StatementEntry s,
            @Nullable String level,
            @Nullable String group,
            @Nullable String facet,
            StatementEntry.Kind kind) {
        return with(s, level, group, facet, true, kind);
    }

    private static StatementEntry with(
            StatementEntry s,
            @Nullable String level,
            @Nullable String group,
            @Nullable String facet,
            boolean certain,
            StatementEntry.Kind kind) {
        return new StatementEntry(
                s.id(),
                level,
                group,
                facet,
                certain,
                kind,
                s.state(),
                s.text(),
                s.qualifier(),
                s.leadIn(),
                s.source(),
                s.alsoAt(),
                s.optional());
    }

    private static StatementEntry optional(StatementEntry s, boolean optional) {
        if (optional && s.kind() != StatementEntry.Kind.EXPECTATION) {
            throw new NotPossible(
                    "Only expectations can be optional. Choose expectations, or change what they are first.");
        }
        return s.withOptional(optional);
    }

    private static StatementEntry reworded(StatementEntry s, String id, String text, List<At> alsoAt) {
        return new StatementEntry(
                id,
                s.level(),
                s.group(),
                s.facet(),
                s.facetCertain(),
                s.kind(),
                s.state(),
                text,
                s.qualifier(),
                s.leadIn(),
                s.source(),
                alsoAt,
                s.optional());
    }

    private void move(String id, @Nullable String after) {
        if (id.equals(after)) {
            return;
        }
        var moved = statements.remove(indexOf(id));
        statements.add(after == null ? 0 : indexOf(after) + 1, moved);
    }

    private void split(String id, int atWord) {
        var index = indexOf(id);
        var whole = statements.get(index);
        var words = List.of(Objects.requireNonNullElse(whole.text(), "").split(" "));
        if (atWord < 1 || atWord >= words.size()) {
            throw new NotPossible("Choose a word inside the statement: the second statement begins with it.");
        }
        var first = String.join(" ", words.subList(0, atWord));
        var second = String.join(" ", words.subList(atWord, words.size()));
        statements.set(index, reworded(whole, id, first, whole.alsoAt()));
        statements.add(index + 1, reworded(whole, unusedId(id), second, whole.alsoAt()));
    }

    private void merge(String firstId, String secondId) {
        if (firstId.equals(secondId)) {
            throw new NotPossible("Choose two different statements to join.");
        }
        var first = statements.get(indexOf(firstId));
        var second = statements.get(indexOf(secondId));
        var alsoAt = new ArrayList<>(first.alsoAt());
        if (second.source() != null && !second.source().equals(first.source())) {
            alsoAt.add(new At(second.source()));
        }
        alsoAt.addAll(second.alsoAt());
        var text = (Objects.requireNonNullElse(first.text(), "") + " " + Objects.requireNonNullElse(second.text(), ""))
                .strip();
        statements.set(indexOf(firstId), reworded(first, firstId, text, alsoAt));
        statements.remove(indexOf(secondId));
    }

    private void leaveOut(String id) {
        var statement = statements.remove(indexOf(id));
        var text = Objects.requireNonNullElse(statement.text(), "");
        var places = new ArrayList<Place>();
        if (statement.source() != null) {
            places.add(statement.source());
        }
        statement.alsoAt().forEach(at -> places.add(at.source()));
        for (var place : places) {
            var words = places.size() == 1 ? text : wordsAt(place, text);
            leftOut.add(new LeftOut(place.line(), place.endLine(), place.page(), BY_A_PERSON, words));
        }
    }

    private String wordsAt(Place place, String otherwise) {
        var words = lines.stream()
                .filter(line -> line.number() >= place.line() && line.number() <= place.endLine())
                .map(line -> line.text().strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? otherwise : words;
    }

    private void bringBack(Edit.BringBack back) {
        requireLevel(back.level());
        requireGroup(back.group());
        var found = leftOut.stream()
                .filter(left -> left.line() == back.line() && left.endLine() == back.endLine())
                .findFirst()
                .orElseThrow(() -> new NotPossible("Those lines are no longer left out."));
        leftOut.remove(found);
        var statement = new StatementEntry(
                unusedId("line-" + found.line()),
                back.level(),
                back.group(),
                null,
                true,
                back.kind(),
                StatementEntry.State.STATED,
                found.text(),
                null,
                null,
                new Place(found.line(), found.endLine(), found.page()),
                List.of());
        var index = 0;
        for (var i = 0; i < statements.size(); i++) {
            var source = statements.get(i).source();
            if (source != null && source.line() < found.line()) {
                index = i + 1;
            }
        }
        statements.add(index, statement);
    }

    private String unusedId(String base) {
        var taken = new HashSet<String>();
        statements.forEach(s -> taken.add(s.id()));
        return unused(base, taken);
    }

    private static String unused(String base, Set<String> taken) {
        var id = base;
        for (var n = 2; taken.contains(id); n++) {
            id = base + "-" + n;
        }
        return id;
    }

    // annotations, levels, groups

    private void resolve(Edit.ResolveAnnotation resolve) {
        for (var i = 0; i < annotations.size(); i++) {
            var annotation = annotations.get(i);
            var line = annotation.source() == null ? 0 : annotation.source().line();
            if (annotation.code().equals(resolve.code())
                    && line == resolve.line()
                    && annotation.message().equals(resolve.message())) {
                if (resolve.keepAsNote()) {
                    annotations.set(
                            i,
                            new Annotation(
                                    Annotation.Severity.NOTE,
                                    annotation.code(),
                                    annotation.message(),
                                    annotation.source()));
                } else {
                    annotations.remove(i);
                }
                return;
            }
        }
        throw new NotPossible("That remark has been dealt with already.");
    }

    private void retitleLevel(String id, @Nullable String code, @Nullable String words) {
        if (isBlank(code) && isBlank(words)) {
            throw new NotPossible("Give the level a code or a title.");
        }
        for (var i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            if (level.id().equals(id)) {
                levels.set(
                        i,
                        new LevelEntry(
                                id,
                                blankToNull(code),
                                blankToNull(words),
                                level.careerFrameworkLevels(),
                                level.descriptor(),
                                level.jobDescription(),
                                level.requirements(),
                                level.exampleRoles(),
                                level.source(),
                                level.alsoAt(),
                                level.phases(),
                                level.minimumOptional()));
                return;
            }
        }
        throw new NotPossible("That level is no longer there.");
    }

    private void setMinimumOptional(String id, int minimum) {
        var most = toDocument().optionalAt(id);
        if (minimum < 0 || minimum > most) {
            throw new NotPossible(
                    "This level has " + most + " optional expectations. Type a number from 0 to " + most + ".");
        }
        for (var i = 0; i < levels.size(); i++) {
            if (levels.get(i).id().equals(id)) {
                levels.set(i, levels.get(i).withMinimumOptional(minimum));
                return;
            }
        }
        throw new NotPossible("That level is no longer there.");
    }

    private void addLevel(@Nullable String code, String words) {
        var taken = new HashSet<String>();
        levels.forEach(level -> taken.add(level.id()));
        levels.add(new LevelEntry(
                unused(Slug.of(isBlank(code) ? words : Objects.requireNonNull(code)), taken),
                blankToNull(code),
                words,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of()));
    }

    private void addGroup(@Nullable String parent, String kind, String words) {
        requireGroup(parent);
        var taken = new HashSet<String>();
        collectIds(groups, taken);
        var added = new GroupEntry(
                unused(Slug.of(words), taken),
                isBlank(kind) ? "group" : kind.strip(),
                null,
                words,
                false,
                null,
                List.of(),
                null,
                List.of());
        if (parent == null) {
            groups = append(groups, added);
        } else {
            groups = mapGroup(groups, parent, g -> withChildren(g, append(g.groups(), added)));
        }
    }

    private void removeGroup(String id) {
        requireGroup(id);
        var holds = new HashSet<String>();
        forEachGroup(groups, g -> {
            if (g.id().equals(id)) {
                holds.add(g.id());
                collectIds(g.groups(), holds);
            }
        });
        if (statements.stream().anyMatch(s -> s.group() != null && holds.contains(s.group()))) {
            throw new NotPossible("This group still holds statements. Move them to another group first.");
        }
        groups = without(groups, id);
    }

    private static List<GroupEntry> without(List<GroupEntry> groups, String id) {
        return groups.stream()
                .filter(g -> !g.id().equals(id))
                .map(g -> withChildren(g, without(g.groups(), id)))
                .toList();
    }

    private static List<GroupEntry> mapGroup(List<GroupEntry> groups, String id, UnaryOperator<GroupEntry> change) {
        return groups.stream()
                .map(g -> g.id().equals(id) ? change.apply(g) : withChildren(g, mapGroup(g.groups(), id, change)))
                .toList();
    }

    private static GroupEntry withChildren(GroupEntry g, List<GroupEntry> children) {
        return new GroupEntry(
                g.id(),
                g.kind(),
                g.code(),
                g.title(),
                g.titleInferred(),
                g.description(),
                children,
                g.source(),
                g.alsoAt());
    }

    private static GroupEntry retitled(GroupEntry g, @Nullable String code, String words) {
        return new GroupEntry(
                g.id(),
                g.kind(),
                blankToNull(code),
                words,
                g.titleInferred(),
                g.description(),
                g.groups(),
                g.source(),
                g.alsoAt());
    }

    private static void forEachGroup(List<GroupEntry> groups, java.util.function.Consumer<GroupEntry> action) {
        for (var group : groups) {
            action.accept(group);
            forEachGroup(group.groups(), action);
        }
    }

    private static void collectIds(List<GroupEntry> groups, Set<String> ids) {
        forEachGroup(groups, group -> ids.add(group.id()));
    }

    private void requireLevel(@Nullable String id) {
        if (id != null && levels.stream().noneMatch(level -> level.id().equals(id))) {
            throw new NotPossible("That level is no longer there.");
        }
    }

    private void requireGroup(@Nullable String id) {
        var ids = new HashSet<String>();
        collectIds(groups, ids);
        if (id != null && !ids.contains(id)) {
            throw new NotPossible("That group is no longer there.");
        }
    }

    private void requireFacet(@Nullable String id) {
        if (id != null
                && document.facets().stream().noneMatch(facet -> facet.id().equals(id))) {
            throw new NotPossible("That column is no longer there.");
        }
    }

    private static <T> List<T> append(List<T> list, T item) {
        var result = new ArrayList<>(list);
        result.add(item);
        return result;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String required(String text) {
        if (isBlank(text)) {
            throw new NotPossible("Type a title first.");
        }
        return text.strip();
    }
}
