package org.espalier.development.web;

import java.util.List;
import java.util.Objects;
import org.espalier.assessment.Rating;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.development.Target;
import org.espalier.development.Target.Pillar;
import org.espalier.development.Target.Rung;
import org.espalier.development.Target.Section;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a person answers one group.
 *
 * @param number counts the target's groups from 1, of {@code of}
 * @param previous the group before; null on the first
 * @param next the group after; null on the last
 */
record RatingForm(
        Pillar pillar,
        int number,
        int of,
        @Nullable Pillar previous,
        @Nullable Pillar next,
        List<Part> parts,
        int answered) {

    /** What a person can answer, in the order of the number keys; the last takes an answer back. */
    static final List<Rating> CHOICES =
            List.of(Rating.NOT_YET, Rating.PARTLY, Rating.MET, Rating.NOT_APPLICABLE, Rating.WITHDRAWN);

    /**
     * Statements under one heading.
     *
     * @param below what the level below states in the same group, to compare with
     */
    record Part(Section section, List<Line> lines, @Nullable Rung rungBelow, List<Statement> below) {}

    /**
     * One statement with its answer.
     *
     * @param standing shown beside the answer where an assessor has had a say; else null
     */
    record Line(
            Statement statement, Rating answer, @Nullable Standing standing) {}

    static RatingForm of(Target target, Pillar pillar, Standings standings) {
        var all = target.askedPillars();
        var index = all.indexOf(pillar);
        var parts = pillar.rungs().stream()
                .filter(Rung::asked)
                .flatMap(rung -> rung.sections().stream().map(section -> part(pillar, rung, section, standings)))
                .toList();
        return new RatingForm(
                pillar,
                index + 1,
                all.size(),
                index > 0 ? all.get(index - 1) : null,
                index + 1 < all.size() ? all.get(index + 1) : null,
                parts,
                (int) pillar.asked().stream()
                        .filter(statement -> standings.ownRating(statement.id()).isPresent())
                        .count());
    }

    int size() {
        return pillar.size();
    }

    int open() {
        return size() - answered;
    }

    private static Part part(Pillar pillar, Rung rung, Section section, Standings standings) {
        var lines = section.statements().stream()
                .map(statement -> line(statement, standings))
                .toList();
        var below = below(pillar, rung);
        return new Part(section, lines, below, below == null ? List.of() : sameGroup(below, section.group()));
    }

    private static Line line(Statement statement, Standings standings) {
        var answer = standings.ownRating(statement.id()).orElse(Rating.WITHDRAWN);
        var standing = standings.of(statement.id());
        return new Line(statement, answer, standing == answer.standing() ? null : standing);
    }

    /** The rung under this one, when the target does not ask for it anyway. */
    private static @Nullable Rung below(Pillar pillar, Rung rung) {
        var index = pillar.rungs().indexOf(rung);
        var below = index > 0 ? pillar.rungs().get(index - 1) : null;
        return below == null || below.asked() ? null : below;
    }

    private static List<Statement> sameGroup(Rung rung, @Nullable GroupEntry group) {
        return rung.sections().stream()
                .filter(section -> Objects.equals(id(section.group()), id(group)))
                .flatMap(section -> section.statements().stream())
                .toList();
    }

    private static @Nullable String id(@Nullable GroupEntry group) {
        return group == null ? null : group.id();
    }
}
