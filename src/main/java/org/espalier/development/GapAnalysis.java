package org.espalier.development;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.assessment.Tally;
import org.espalier.development.Target.Rung;
import org.espalier.framework.Demand;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;

/**
 * A target's expectations with one person's standing on each (PRODUCT.md, rules 3 to 5).
 *
 * @param later expected only after consolidation
 * @param beside optional expectations beyond the minimum, which are not counted: see {@link Demand#counted}
 * @param tally of what counts, exactly as many as the target asks for unless something comes later
 */
public record GapAnalysis(
        Target target,
        Standings standings,
        Set<StatementId> later,
        Set<StatementId> beside,
        List<PillarGap> pillars,
        Tally tally) {
    public GapAnalysis {
        later = Set.copyOf(later);
        beside = Set.copyOf(beside);
        pillars = List.copyOf(pillars);
    }

    public static GapAnalysis of(Target target, Standings standings) {
        return of(target, standings, false);
    }

    /**
     * The gap of somebody who may still be consolidating: while they are, what the version expects of a later phase of a
     * level is counted only where they meet it already (rule 17).
     */
    public static GapAnalysis of(Target target, Standings standings, boolean consolidating) {
        var later = consolidating ? target.laterPhases() : Set.<StatementId>of();
        var beside = target.version().hasChoice() ? beside(target, standings, later) : Set.<StatementId>of();
        var pillars = target.pillars().stream()
                .map(pillar -> pillarGap(pillar, standings, later, beside))
                .toList();
        return new GapAnalysis(
                target,
                standings,
                later,
                beside,
                pillars,
                Tally.sum(pillars.stream().map(PillarGap::tally).toList()));
    }

    /**
     * The expectations that count in a gap, without laying them out by pillar: for those who look at a great many levels and
     * roles at once, and must count as the gap of each does.
     */
    public static List<Statement> counted(
            FrameworkVersion version, Demand demand, Standings standings, boolean consolidating) {
        var later = consolidating ? Target.laterPhases(version, demand.expectations()) : Set.<StatementId>of();
        if (later.isEmpty()) {
            return standings.counted(demand);
        }
        return demand.counted(distance(standings, later)).stream()
                .filter(statement -> !isLater(statement, standings, later))
                .toList();
    }

    private static ToIntFunction<Statement> distance(Standings standings, Set<StatementId> later) {
        return statement -> isLater(statement, standings, later) ? Integer.MAX_VALUE : standings.distance(statement);
    }

    /** Of the target as a whole; and of every other level by itself, for the profile. */
    private static Set<StatementId> beside(Target target, Standings standings, Set<StatementId> later) {
        var distance = distance(standings, later);
        var demand = target.demand();
        var asked = demand.expectations().stream().map(Statement::id).collect(Collectors.toSet());
        var beside = new HashSet<>(demand.beside(distance));
        for (var level : target.version().levels()) {
            target.version().demandOf(level.id()).beside(distance).stream()
                    .filter(id -> !asked.contains(id))
                    .forEach(beside::add);
        }
        return beside;
    }

    private static boolean isLater(Statement statement, Standings standings, Set<StatementId> later) {
        return later.contains(statement.id()) && !standings.of(statement.id()).isMet();
    }

    private static PillarGap pillarGap(
            Target.Pillar pillar, Standings standings, Set<StatementId> later, Set<StatementId> beside) {
        var rungs = new ArrayList<RungGap>();
        var asked = new ArrayList<Tally>();
        for (var rung : pillar.rungs()) {
            var counted = rung.statements().stream()
                    .filter(statement -> !isLater(statement, standings, later) && !beside.contains(statement.id()))
                    .toList();
            var tally = tally(counted, standings);
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

    /** True when it is expected only after consolidation, and is no gap yet. */
    public boolean isLater(Statement statement) {
        return isLater(statement, standings, later);
    }

    /** True for an optional expectation that is not counted. */
    public boolean isBeside(Statement statement) {
        return beside.contains(statement.id());
    }

    /** Every expectation of a pillar by standing, also those that are not counted: for those who answer them all. */
    public Tally everything(Target.Pillar pillar) {
        return tally(pillar.asked(), standings);
    }

    /** Every expectation by standing, also those that are not counted. */
    public Tally everything() {
        return tally(target.expectations(), standings);
    }

    public Standing standing(Statement statement) {
        return standings.of(statement.id());
    }

    /** The pillars of which the target asks something, a pillar that exists at other levels only left out (rule 4). */
    public List<PillarGap> askedPillars() {
        return pillars.stream().filter(gap -> gap.pillar().isAsked()).toList();
    }

    /** The target's expectations that count and have one of these standings, by pillar. */
    public List<Statement> expectations(Predicate<Standing> wanted) {
        return target.expectations().stream()
                .filter(statement -> !isLater(statement) && !isBeside(statement))
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
