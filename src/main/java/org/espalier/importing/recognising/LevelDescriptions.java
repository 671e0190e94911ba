package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.framework.format.At;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.recognising.Recogniser.Candidate;
import org.espalier.importing.recognising.Vocabulary.Field;

/**
 * A table under a heading such as "Level descriptors", with a column for each level: where the document says elsewhere
 * what each level expects, its rows describe the levels and are no expectations.
 */
final class LevelDescriptions {

    private static final double LIKELY = 0.5;

    private LevelDescriptions() {}

    /** The candidates, each that only describes the levels of a better one without statements of its own. */
    static List<Candidate> apart(DocumentOutline outline, List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate ->
                        describes(candidate.draft()) && candidates.stream().anyMatch(other -> expects(other, candidate))
                                ? new Candidate(candidate.confidence(), described(outline, candidate.draft()))
                                : candidate)
                .toList();
    }

    private static boolean describes(FrameworkDocument draft) {
        return draft.groups().size() == 1
                && draft.groups().getFirst().title() instanceof String title
                && (Vocabulary.levels(title)
                        || Vocabulary.field(title)
                                .filter(field -> field == Field.DESCRIPTOR)
                                .isPresent());
    }

    /** Whether another candidate has statements elsewhere, at each of these levels. */
    private static boolean expects(Candidate other, Candidate describing) {
        return other.confidence() >= LIKELY
                && !describes(other.draft())
                && other.draft().levels().size() >= 2
                && describing.draft().levels().stream().allMatch(level -> other.draft().levels().stream()
                        .anyMatch(own -> Phrase.key(own.name()).equals(Phrase.key(level.name()))))
                && other.draft().statements().stream()
                                .map(StatementEntry::level)
                                .distinct()
                                .count()
                        >= 2;
    }

    private static FrameworkDocument described(DocumentOutline outline, FrameworkDocument document) {
        var draft = Draft.of(outline, document);
        draft.statements.clear();
        draft.groups.clear();
        draft.levels.replaceAll(level -> with(level, document));
        return draft.document();
    }

    /** A level with a line of description for each row: its label and what stands in the level's column. */
    private static LevelEntry with(LevelEntry level, FrameworkDocument document) {
        var own = document.statements().stream()
                .filter(statement -> level.id().equals(statement.level()))
                .filter(statement -> statement.state() == StatementEntry.State.STATED)
                .toList();
        var places = new ArrayList<>(level.alsoAt());
        Stream.concat(
                        document.groups().stream().flatMap(LevelDescriptions::places),
                        own.stream().map(StatementEntry::source))
                .map(At::new)
                .filter(place -> !places.contains(place))
                .forEach(places::add);
        return new LevelEntry(
                level.id(),
                level.code(),
                level.title(),
                level.careerFrameworkLevels(),
                own.stream().map(statement -> row(statement, document.groups())).toList(),
                level.jobDescription(),
                level.requirements(),
                level.exampleRoles(),
                level.source(),
                places);
    }

    private static Stream<Place> places(GroupEntry group) {
        return Stream.concat(
                Stream.concat(
                        Stream.ofNullable(group.source()),
                        group.alsoAt().stream().map(At::source)),
                group.groups().stream().flatMap(LevelDescriptions::places));
    }

    private static String row(StatementEntry statement, List<GroupEntry> groups) {
        return title(String.valueOf(statement.group()), groups.getFirst().groups())
                .map(title -> title + ": " + statement.text())
                .orElseGet(() -> String.valueOf(statement.text()));
    }

    private static Optional<String> title(String id, List<GroupEntry> groups) {
        for (var group : groups) {
            if (group.id().equals(id)) {
                return Optional.ofNullable(group.title());
            }
            var below = title(id, group.groups());
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
