package org.espalier.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.framework.format.At;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.RoleEntry;

/** The words that a draft keeps of each line, to compare with the words of the line. */
final class KeptWords {

    private final Map<Integer, Set<String>> kept = new HashMap<>();

    private KeptWords() {}

    /** For every line of which words are nowhere in what the draft has of it: those words. */
    static Map<Integer, List<String>> lost(ImportDocument.Result.Imported imported) {
        var words = new KeptWords();
        words.read(imported.document());
        var lost = new HashMap<Integer, List<String>>();
        for (var line : imported.lines()) {
            var missing = new ArrayList<>(words(line.text()));
            missing.removeAll(words.kept.getOrDefault(line.number(), Set.of()));
            if (!missing.isEmpty()) {
                lost.put(line.number(), missing);
            }
        }
        return lost;
    }

    private void read(FrameworkDocument document) {
        keep(document.titleSource(), document.title());
        keep(document.statusSource(), document.statusNote());
        keep(document.progressionSource(), document.progressionBasis());
        for (var level : document.levels()) {
            var texts = new ArrayList<>(level.descriptor());
            texts.addAll(level.jobDescription());
            texts.addAll(level.requirements());
            texts.addAll(level.exampleRoles());
            keep(level.source(), level.alsoAt(), texts.toArray(String[]::new));
            keep(level.source(), level.alsoAt(), level.code(), level.title());
        }
        document.groups().forEach(this::group);
        document.facets().forEach(facet -> keep(facet.source(), facet.alsoAt(), facet.title()));
        document.statements()
                .forEach(statement -> keep(
                        statement.source(),
                        statement.alsoAt(),
                        statement.text(),
                        statement.qualifier(),
                        statement.leadIn()));
        document.providerMappings()
                .forEach(mapping -> keep(
                        mapping.source(), mapping.note(), mapping.provider(), mapping.note() == null ? "n a" : ""));
        for (var route : document.routes()) {
            Stream.of(
                            List.of(String.valueOf(route.from())),
                            route.requirements(),
                            route.opportunities(),
                            route.supports())
                    .flatMap(List::stream)
                    .forEach(text -> keep(route.source(), route.alsoAt(), text));
        }
        document.referenceSources().forEach(at -> keep(at.source(), String.join(" ", document.references())));
        document.leftOut().forEach(out -> keep(new Place(out.line(), out.endLine(), null), out.text()));
        if (document.role() != null) {
            role(document.role());
        }
    }

    private void group(GroupEntry group) {
        keep(group.source(), group.alsoAt(), group.code(), group.title(), group.description());
        group.groups().forEach(this::group);
    }

    private void role(RoleEntry role) {
        keep(role.source(), role.alsoAt(), role.namedRole(), role.areaOfWork(), role.experienceRequired());
        keep(role.source(), role.alsoAt(), String.valueOf(role.careerFrameworkLevels()));
        keep(role.source(), role.alsoAt(), role.scope().toArray(String[]::new));
        for (var section : role.sections()) {
            keep(section.source(), section.alsoAt(), section.title(), String.join(" ", section.notes()));
            section.entries()
                    .forEach(entry -> keep(
                            entry.source(),
                            entry.alsoAt(),
                            entry.principle(),
                            entry.principleCode(),
                            entry.function(),
                            entry.competence(),
                            entry.code(),
                            entry.uri()));
        }
        Stream.concat(role.learning().stream(), role.cpd().stream())
                .forEach(row -> keep(row.source(), row.alsoAt(), row.title(), String.join(" ", row.items())));
    }

    private void keep(Place source, List<At> alsoAt, String... texts) {
        keep(source, texts);
        alsoAt.forEach(at -> keep(at.source(), texts));
    }

    private void keep(Place place, String... texts) {
        if (place == null) {
            return;
        }
        for (var text : texts) {
            if (text != null) {
                for (var line = place.line(); line <= place.endLine(); line++) {
                    kept.computeIfAbsent(line, number -> new HashSet<>()).addAll(words(text));
                }
            }
        }
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
