package org.espalier.pathway.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.pathway.Place;
import org.espalier.pathway.RouteGraph;
import org.espalier.person.StatedLevels;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody may start, by what they said of the level at which they work. One framework’s levels are never averaged
 * (PRODUCT.md, rule 3): who works at several starts from the lowest, because a level asks for every pillar, and can choose
 * another. Nobody starts from a post: posts have titles of their own and name no role profile.
 *
 * @param from the framework where they said it; null when they have said nothing that has a place on the map
 * @param all lowest first; one when it is the same everywhere
 */
record Starts(@Nullable String from, List<Start> all) {
    Starts {
        all = List.copyOf(all);
    }

    /**
     * A place to start from.
     *
     * @param pillars in which they work there; empty when it is the same everywhere
     */
    record Start(Place place, List<String> pillars) {
        Start {
            pillars = List.copyOf(pillars);
        }

        String inWords() {
            return String.join(", ", pillars);
        }
    }

    /** What is said of the framework of where they want to be; else what they said last. */
    static Starts of(
            RouteGraph graph, PublishedVersions versions, Map<VersionId, StatedLevels> stated, @Nullable Place wanted) {
        record Said(FrameworkVersion version, List<Start> starts, StatedLevels levels) {}
        var said = new ArrayList<Said>();
        stated.forEach((id, levels) -> versions.find(id).ifPresent(version -> {
            var starts = starts(graph, version, levels);
            if (!starts.isEmpty()) {
                said.add(new Said(version, starts, levels));
            }
        }));
        return said.stream()
                .max(Comparator.<Said, Boolean>comparing(one -> wanted != null
                                && one.starts().getFirst().place().isBesides(wanted))
                        .thenComparing(one -> one.levels().statedAt()))
                .map(one -> new Starts(one.version().title(), one.starts()))
                .orElseGet(() -> new Starts(null, List.of()));
    }

    private static List<Start> starts(RouteGraph graph, FrameworkVersion version, StatedLevels levels) {
        var whole = levels.whole();
        if (whole != null) {
            return place(graph, version, whole).map(place -> new Start(place, List.of())).stream()
                    .toList();
        }
        var pillars = new LinkedHashMap<Place, List<String>>();
        for (var group : version.groups()) {
            levels.in(group.id())
                    .flatMap(level -> place(graph, version, level))
                    .ifPresent(place -> pillars.computeIfAbsent(place, first -> new ArrayList<>())
                            .add(group.name()));
        }
        return pillars.entrySet().stream()
                .map(entry -> new Start(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(start -> rank(start.place())))
                .toList();
    }

    private static int rank(Place place) {
        var at = place.at();
        return at == null ? 0 : at.rank();
    }

    /** Where a level of any version stands in the version in force. */
    private static Optional<Place> place(RouteGraph graph, FrameworkVersion version, String level) {
        return graph.place(Place.levelId(version.slug(), level));
    }

    /** The lowest; empty when nothing is known. */
    Optional<Place> first() {
        return all.stream().findFirst().map(Start::place);
    }

    /** True when they work at several levels, so that they can choose. */
    boolean isChoice() {
        return all.size() > 1;
    }

    /** The one at this place; null when it is none of them. */
    @Nullable
    Start at(Place place) {
        return all.stream()
                .filter(start -> start.place().equals(place))
                .findFirst()
                .orElse(null);
    }
}
