package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RoleEntry;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.PillarSection.Words;
import org.espalier.importing.recognising.RoleWords.Fact;
import org.jspecify.annotations.Nullable;

/** Makes the draft of a role profile from what was read of it. */
final class RoleDraft {

    private final RoleReading reading;
    private final RoleCover cover;

    RoleDraft(RoleReading reading) {
        this.reading = reading;
        this.cover = reading.cover;
    }

    FrameworkDocument document() {
        var title = cover.titleWords();
        var status = cover.status();
        cover.rest().stream()
                .filter(block ->
                        title.filter(words -> words.span().equals(block.span())).isEmpty())
                .forEach(block ->
                        reading.leftOut.add(reading.places.leftOut(block.span(), "front-matter", BlockText.of(block))));
        var publisher = reading.outline.blocks().stream()
                .flatMap(block -> RoleCover.publisher(block).stream())
                .findFirst();
        return new FrameworkDocument(
                FrameworkDocument.FORMAT,
                Kind.ROLE_PROFILE,
                title.map(Words::text)
                        .or(() -> reading.facts.text(Fact.NAMED_ROLE))
                        .orElse(null),
                title.isEmpty(),
                title.map(words -> reading.places.of(words.span())).orElse(null),
                publisher.orElse(null),
                null,
                status == null ? null : BlockText.of(status).split("\\W+", 2)[0].toLowerCase(Locale.ROOT),
                status == null ? null : BlockText.of(status),
                status == null ? null : reading.places.of(status),
                null,
                null,
                Progression.UNSTATED,
                null,
                null,
                levels(),
                List.of(),
                List.of(),
                List.of(),
                role(),
                List.of(),
                List.of(),
                reading.references,
                reading.referenceSources,
                reading.annotations,
                reading.leftOut);
    }

    /** One level of the career framework for each that the facts state, the descriptor with the first. */
    private List<LevelEntry> levels() {
        var stated = reading.facts.facts().getOrDefault(Fact.LEVEL, List.of());
        var levels = new ArrayList<LevelEntry>();
        for (var number : reading.facts.levels()) {
            var first = levels.isEmpty();
            var places = new ArrayList<Span>();
            if (first) {
                places.addAll(reading.levelPlaces);
                reading.descriptor.forEach(words -> places.add(words.span()));
                Optional.ofNullable(cover.level()).ifPresent(block -> places.add(block.span()));
            }
            levels.add(new LevelEntry(
                    "level-" + number,
                    "Level " + number,
                    null,
                    ofCareerFramework() ? List.of(number) : List.of(),
                    first ? texts(reading.descriptor) : List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    stated.isEmpty()
                            ? null
                            : reading.places.of(stated.getFirst().span()),
                    reading.places.all(places)));
        }
        return levels;
    }

    /** A level is one of the career framework's nine only where the document says so (PRODUCT.md, rule 1). */
    private boolean ofCareerFramework() {
        return reading.facts.levelOfCareerFramework()
                || reading.outline.lines().stream()
                        .anyMatch(line -> line.text().toLowerCase(Locale.ROOT).contains("career framework"));
    }

    private RoleEntry role() {
        var facts = reading.facts;
        var places = new ArrayList<Span>();
        reading.scope.forEach(words -> places.add(words.span()));
        places.addAll(reading.rolePlaces);
        @Nullable Span first = facts.spans().stream().reduce(Span::through).orElse(null);
        return new RoleEntry(
                facts.text(Fact.NAMED_ROLE).orElse(null),
                facts.text(Fact.AREA).orElse(null),
                facts.text(Fact.EXPERIENCE).orElse(null),
                ofCareerFramework() ? facts.levels() : List.of(),
                texts(reading.scope),
                reading.sections,
                reading.learning.rows(),
                reading.cpd.rows(),
                first == null ? null : reading.places.of(first),
                reading.places.all(places));
    }

    private static List<String> texts(List<Words> words) {
        return words.stream().map(Words::text).toList();
    }
}
