package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.framework.format.At;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.LevelEntry;
import org.espalier.importing.outline.DocumentOutline;
import org.jspecify.annotations.Nullable;

/**
 * What another shape has found out about the same levels: a document may describe its levels in one table and say what
 * they expect in others.
 */
final class LevelFields {

    private LevelFields() {}

    /** The draft with the fields that only the other has; unchanged unless the other describes every level of it. */
    static FrameworkDocument added(DocumentOutline outline, FrameworkDocument draft, FrameworkDocument other) {
        var described = draft.levels().stream()
                .map(level -> counterpart(level, other.levels()))
                .flatMap(Optional::stream)
                .toList();
        if (draft == other
                || described.size() < 2
                || described.size() < draft.levels().size()
                || described.stream().noneMatch(LevelFields::says)
                || draft.levels().stream().anyMatch(LevelFields::says)
                || !other.statements().isEmpty()) {
            return draft;
        }
        var merged = Draft.of(outline, draft);
        for (var i = 0; i < described.size(); i++) {
            merged.levels.set(i, with(draft.levels().get(i), described.get(i)));
        }
        var used = UsedLines.of(merged.document());
        merged.leftOut.addAll(other.leftOut().stream()
                .filter(out -> used.get(out.line(), out.endLine() + 1).isEmpty() || inTable(out))
                .toList());
        merged.annotations.addAll(other.annotations());
        return merged.document();
    }

    private static boolean inTable(LeftOut out) {
        return out.reason().equals("column-headings") || out.reason().equals("garbled-duplicate");
    }

    private static boolean says(LevelEntry level) {
        return !level.descriptor().isEmpty()
                || !level.requirements().isEmpty()
                || !level.exampleRoles().isEmpty();
    }

    private static Optional<LevelEntry> counterpart(LevelEntry level, List<LevelEntry> others) {
        return others.stream().filter(other -> same(level, other)).findFirst();
    }

    private static boolean same(LevelEntry one, LevelEntry other) {
        return one.code() != null && other.code() != null
                ? Phrase.key(one.code()).equals(Phrase.key(other.code()))
                : Phrase.key(one.name()).equals(Phrase.key(other.name()));
    }

    private static LevelEntry with(LevelEntry level, LevelEntry described) {
        var places = new ArrayList<At>(level.alsoAt());
        Stream.concat(Stream.ofNullable(described.source()).map(At::new), described.alsoAt().stream())
                .filter(place -> !places.contains(place) && !Objects.equals(place.source(), level.source()))
                .forEach(places::add);
        @Nullable String title = level.title() == null ? described.title() : level.title();
        return new LevelEntry(
                level.id(),
                level.code(),
                title,
                level.careerFrameworkLevels().isEmpty()
                        ? described.careerFrameworkLevels()
                        : level.careerFrameworkLevels(),
                described.descriptor(),
                described.jobDescription(),
                described.requirements(),
                described.exampleRoles(),
                level.source(),
                places);
    }
}
