package org.espalier.development;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.assessment.Tally;
import org.espalier.development.Target.Rung;
import org.espalier.framework.Statement;

/** A target's expectations with one person's standing on each (PRODUCT.md, rules 3 to 5). */
public record GapAnalysis(Target target, Standings standings, List<PillarGap> pillars, Tally tally) {
    public GapAnalysis {
        pillars = List.copyOf(pillars);
    }

    public static GapAnalysis of(Target target, Standings standings) {
        var pillars = target.pillars().stream()
                .map(pillar -> pillarGap(pillar, standings))
                .toList();
        return new GapAnalysis(
                target,
                standings,
                pillars,
                Tally.sum(pillars.stream().map(PillarGap::tally).toList()));
    }

    private static PillarGap pillarGap(Target.Pillar pillar, Standings standings) {
        var rungs = new ArrayList<RungGap>();
        var asked = new ArrayList<Tally>();
        for (var rung : pillar.rungs()) {
            var tally = tally(rung.statements(), standings);
            rungs.add(new RungGap(rung, tally));
            if (rung.asked()) {
                asked.add(tally);
            }
        }
        return new PillarGap(pillar, rungs, Tally.sum(asked));
    }

    private static Tally tally(List<Statement> statements, Standings standings) {
        return Tally.of(statements, statement -> standings.of(statement.id()));
    }

    public Standing standing(Statement statement) {
        return standings.of(statement.id());
    }

    /** The pillars of which the target asks something, a pillar that exists at other levels only left out (rule 4). */
    public List<PillarGap> askedPillars() {
        return pillars.stream().filter(gap -> gap.pillar().isAsked()).toList();
    }

    /** The target's expectations that have one of these standings, by pillar. */
    public List<Statement> expectations(Predicate<Standing> wanted) {
        return target.expectations().stream()
                .filter(statement -> wanted.test(standing(statement)))
                .toList();
    }

    /**
     * One pillar's part of the gap.
     *
     * @param rungs every level of the version, also those that the target does not ask for: the person's profile
     * @param tally of what the target asks for
     */
    public record PillarGap(Target.Pillar pillar, List<RungGap> rungs, Tally tally) {
        public PillarGap {
            rungs = List.copyOf(rungs);
        }
    }

    /** The person's standing on one level of one pillar. */
    public record RungGap(Rung rung, Tally tally) {}
}
