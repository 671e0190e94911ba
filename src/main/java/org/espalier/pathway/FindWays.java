package org.espalier.pathway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.assessment.Standings;
import org.espalier.development.GapAnalysis;
import org.espalier.development.Targets;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.LevelEntry;
import org.springframework.stereotype.Component;

/** Answers “How do I get from here to there?”: the best few ways by what is still to be done, or plainly that there is none. */
@Component
public class FindWays {
    private static final int BEST = 3;
    private static final int ALTERNATIVES = 5;

    private final PublishedVersions versions;
    private final Targets targets;
    private final LearningOnOffer learning;

    FindWays(PublishedVersions versions, Targets targets, LearningOnOffer learning) {
        this.versions = versions;
        this.targets = targets;
        this.learning = learning;
    }

    /** What was found. */
    public sealed interface Answer {}

    /** Some ways, the least work first. */
    public record Ways(List<Found> found) implements Answer {
        public Ways {
            found = List.copyOf(found);
        }
    }

    /** Both places are the same. */
    public record Here() implements Answer {}

    /**
     * There is no way.
     *
     * @param fromHere the places that can be reached, those nearest to where it should lead first
     * @param toThere the places from which a single step leads there
     * @param untold what documents say of starting here without saying where it leads
     */
    public record NoWay(List<Place> fromHere, List<Place> toThere, List<Route> untold) implements Answer {
        public NoWay {
            untold = List.copyOf(untold);
            fromHere = List.copyOf(fromHere);
            toThere = List.copyOf(toThere);
        }
    }

    /** One way, step by step. */
    public record Found(Way way, List<Stage> stages) {
        public Found {
            stages = List.copyOf(stages);
        }
    }

    /**
     * One step of a way.
     *
     * @param gap with the place it leads to; empty for a place of which no expectations are known
     * @param phases what the level asks only after a time of consolidation (PRODUCT.md, rule 17)
     * @param open how many expectations this step adds to what is still to be done
     * @param learning towards them
     */
    public record Stage(
            Step step,
            Optional<GapAnalysis> gap,
            List<Phase> phases,
            int open,
            List<LearningOnOffer.Suggestion> learning) {
        public Stage {
            phases = List.copyOf(phases);
            learning = List.copyOf(learning);
        }
    }

    /**
     * A later phase within a level.
     *
     * @param title as the document calls it
     * @param asks how many expectations belong to it
     */
    public record Phase(String title, int asks) {}

    /** For somebody of whom nothing is known. */
    public Answer find(RouteSearch search, Place from, Place to, Standings nobody) {
        return find(search, from, to, nobody, false);
    }

    /**
     * @param standings of the person
     * @param consolidating true while a later phase of a level is not asked of them
     */
    public Answer find(RouteSearch search, Place from, Place to, Standings standings, boolean consolidating) {
        if (from.equals(to)) {
            return new Here();
        }
        Map<VersionId, FrameworkVersion> read = new HashMap<>();
        var remaining = new Remaining(
                from,
                id -> read.computeIfAbsent(id, one -> versions.find(one).orElseThrow()),
                standings,
                consolidating);
        var ways = search.best(from, to, remaining, BEST);
        if (ways.isEmpty()) {
            return noWay(search.graph(), from, to);
        }
        var suggestions = suggestions(ways, remaining);
        return new Ways(ways.stream()
                .map(way -> new Found(
                        way,
                        way.steps().stream()
                                .map(step -> stage(step, remaining, standings, consolidating, suggestions))
                                .toList()))
                .toList());
    }

    private Map<Place, List<LearningOnOffer.Suggestion>> suggestions(List<Way> ways, Remaining remaining) {
        Map<Place, Collection<StatementId>> open = new HashMap<>();
        ways.forEach(way -> way.steps().forEach(step -> open.putIfAbsent(step.to(), remaining.of(step))));
        return learning.towards(open);
    }

    private Stage stage(
            Step step,
            Remaining remaining,
            Standings standings,
            boolean consolidating,
            Map<Place, List<LearningOnOffer.Suggestion>> suggestions) {
        return new Stage(
                step,
                gap(step.to(), standings, consolidating),
                phases(step.to()),
                remaining.applyAsInt(step),
                suggestions.getOrDefault(step.to(), List.of()));
    }

    private List<Phase> phases(Place place) {
        return Optional.ofNullable(place.at())
                .flatMap(at -> versions.find(at.version()).flatMap(version -> version.level(at.level())))
                .map(LevelEntry::phases)
                .orElse(List.of())
                .stream()
                .map(phase -> new Phase(phase.title(), phase.statements().size()))
                .toList();
    }

    private Optional<GapAnalysis> gap(Place place, Standings standings, boolean consolidating) {
        return Optional.ofNullable(place.at())
                .flatMap(at -> versions.find(at.version()).flatMap(version -> targets.of(version, at.level())))
                .map(target -> GapAnalysis.of(target, standings, consolidating));
    }

    private static NoWay noWay(RouteGraph graph, Place from, Place to) {
        var reachable = new ArrayList<>(graph.reachableFrom(from));
        reachable.removeIf(place -> place.equals(from) || !place.isKnown());
        reachable.sort(Comparator.comparingInt(place -> distance(place, to))); // stable: else the nearest to the start
        return new NoWay(
                reachable.stream().limit(ALTERNATIVES).toList(),
                graph.to(to).stream()
                        .map(Step::from)
                        .filter(place -> place.isKnown() && !Set.of(from, to).contains(place))
                        .limit(ALTERNATIVES)
                        .toList(),
                graph.from(from).stream()
                        .filter(step -> !step.to().isKnown())
                        .flatMap(step -> step.routes().stream())
                        .toList());
    }

    /** How many levels lie between; far when they belong to different frameworks. */
    private static int distance(Place one, Place other) {
        var here = one.at();
        var there = other.at();
        return here != null && there != null && one.isBesides(other)
                ? Math.abs(here.rank() - there.rank())
                : Integer.MAX_VALUE;
    }
}
