package org.espalier.importing.recognising;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.recognising.Recogniser.Candidate;

/**
 * What is made of an outline: every recogniser is asked, the surest answer wins, and the parts that all documents share
 * are read from the lines that it left.
 */
public final class Recognition {

    private static final List<Recogniser> SHAPES = List.of(
            new RoleProfileTables(),
            new FlattenedPillarTables(),
            new StatementList(),
            new LevelsAsColumns(),
            new LevelsAsRows(),
            new LevelsAsSections(),
            new LevelsListed(),
            new PlainOutline());

    private static final double LIKELY = 0.5;

    private Recognition() {}

    /** The draft of this document; a document of no known shape becomes an outline, never an error. */
    public static FrameworkDocument of(DocumentOutline read) {
        var outline = ShortLines.apart(read);
        var shaped = ShapeOutline.of(outline);
        var found = SHAPES.stream()
                .map(shape -> shape.recognise(shaped))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                .toList();
        var candidates = LevelDescriptions.apart(outline, found);
        var best = candidates.stream()
                .filter(candidate -> !outdone(candidate, candidates))
                .map(Candidate::draft)
                .findFirst()
                .orElseGet(() -> new Draft(outline).document());
        for (var other : candidates) {
            best = LevelFields.added(outline, best, other.draft());
        }
        return CommonParts.complete(outline, best);
    }

    /** A table that describes the levels is part of a document that says elsewhere what each level expects. */
    private static boolean outdone(Candidate candidate, List<Candidate> others) {
        return candidate.draft().kind() == FrameworkDocument.Kind.FRAMEWORK
                && candidate.draft().statements().isEmpty()
                && others.stream()
                        .anyMatch(other -> other.confidence() >= LIKELY
                                && !other.draft().statements().isEmpty()
                                && other.draft().levels().size()
                                        >= candidate.draft().levels().size());
    }
}
