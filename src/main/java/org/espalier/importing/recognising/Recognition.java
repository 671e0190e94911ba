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
            new PlainOutline());

    private Recognition() {}

    /** The draft of this document; a document of no known shape becomes an outline, never an error. */
    public static FrameworkDocument of(DocumentOutline outline) {
        var best = SHAPES.stream()
                .map(shape -> shape.recognise(outline))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Candidate::confidence))
                .map(Candidate::draft)
                .orElseGet(() -> new Draft(outline).document());
        return CommonParts.complete(outline, best);
    }
}
