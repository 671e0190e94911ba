package org.espalier.pathway.closest.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.assessment.Standing;
import org.espalier.crosswalk.End;
import org.espalier.crosswalk.Link;
import org.espalier.crosswalk.LinkKind;
import org.espalier.development.GapAnalysis;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.pathway.closest.Closeness;
import org.espalier.pathway.closest.Criterion;
import org.espalier.pathway.closest.Destination;
import org.espalier.pathway.closest.FindClosest;
import org.espalier.person.Aim;
import org.espalier.person.StatedLevels;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of closest destinations.
 *
 * @param anythingKnown false for somebody who has answered nothing yet
 * @param total over all pages
 * @param frameworks the titles to filter by, by slug
 */
record ClosestPage(
        Filter filter,
        boolean anythingKnown,
        List<Row> rows,
        int total,
        int number,
        Map<String, String> frameworks,
        List<Integer> careers,
        List<String> areas) {
    static final int SIZE = 10;
    private static final int BIGGEST_GAPS = 3;

    /**
     * One destination.
     *
     * @param rank counted from 1 over all pages
     * @param behind what put it behind the one before it; null for the first
     * @param aimed true when the person aims for it
     * @param beside what it is best compared with
     * @param linked what reviewed links say is the same elsewhere, and how much of that is signed off: it counts for nothing
     *     here until an assessor recognises it
     */
    record Row(
            Place place,
            Closeness closeness,
            int rank,
            @Nullable Criterion behind,
            List<PillarGap> gaps,
            boolean aimed,
            Beside beside,
            List<Linked> linked) {}

    /** A level or role elsewhere that asks the same, or nearly, as a reviewed link says. */
    record Linked(Link link, Closeness elsewhere) {
        boolean isExact() {
            return link.kind() == LinkKind.EXACT;
        }

        String name() {
            var destination = elsewhere.destination();
            return destination.isRole()
                    ? destination.name()
                    : destination.name() + ", " + destination.version().title();
        }
    }

    /**
     * Another role or level, and the page of the comparison with it.
     *
     * @param name null when it is still to be chosen there
     */
    record Beside(@Nullable String name, String href) {}

    /**
     * What is open in one pillar; what is known to be open and what was not answered are told apart (rule 5).
     *
     * @param pillar null for expectations that stand in no group
     */
    record PillarGap(@Nullable GroupEntry pillar, int gaps, int unanswered) {
        int open() {
            return gaps + unanswered;
        }
    }

    static ClosestPage of(
            FindClosest.Found found,
            Filter filter,
            List<Aim> aims,
            Map<VersionId, StatedLevels> stated,
            List<Link> links,
            int number) {
        var wanted = found.ranked().stream().filter(filter::matches).toList();
        var pages = Math.max(1, (wanted.size() + SIZE - 1) / SIZE);
        var shown = Math.clamp(number, 1, pages);
        var from = (shown - 1) * SIZE;
        var aimed = aimed(found.ranked(), aims);
        var rows = IntStream.range(from, Math.min(wanted.size(), from + SIZE))
                .mapToObj(n -> row(wanted, n, filter, found, aimed, stated, links))
                .toList();
        var versions = new TreeSet<FrameworkVersion>(
                Comparator.comparing(FrameworkVersion::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(FrameworkVersion::slug));
        var careers = new TreeSet<Integer>();
        var areas = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        for (var one : found.ranked()) {
            var destination = one.destination();
            versions.add(destination.version());
            careers.addAll(destination.careerFrameworkLevels());
            destination.areaOfWork().ifPresent(areas::add);
        }
        var titles = new LinkedHashMap<String, String>();
        versions.forEach(version -> titles.put(version.slug(), version.title()));
        return new ClosestPage(
                filter,
                found.isAnythingKnown(),
                rows,
                wanted.size(),
                shown,
                titles,
                List.copyOf(careers),
                List.copyOf(areas));
    }

    int pages() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    /** What the person aims for, the last aim first, as far as it is in force. */
    private static List<Destination> aimed(List<Closeness> ranked, List<Aim> aims) {
        return aims.stream()
                .flatMap(aim -> ranked.stream()
                        .map(Closeness::destination)
                        .filter(one -> one.version().id().equals(aim.version()))
                        .filter(one -> Objects.equals(
                                aim.level(),
                                one.level() == null ? null : one.level().id())))
                .toList();
    }

    private static Row row(
            List<Closeness> wanted,
            int n,
            Filter filter,
            FindClosest.Found found,
            List<Destination> aimed,
            Map<VersionId, StatedLevels> stated,
            List<Link> links) {
        var closeness = wanted.get(n);
        var destination = closeness.destination();
        return new Row(
                new Place(destination),
                closeness,
                n + 1,
                n == 0 ? null : Criterion.deciding(filter.criteria(), wanted.get(n - 1), closeness),
                biggestGaps(closeness, found),
                aimed.contains(destination),
                beside(closeness, aimed, stated.get(destination.version().id())),
                linked(destination, found.ranked(), links));
    }

    /** Only links that say the same or nearly the same, either way round, and only where something is signed off. */
    private static List<Linked> linked(Destination destination, List<Closeness> ranked, List<Link> links) {
        return links.stream()
                .filter(link -> link.kind() == LinkKind.EXACT || link.kind() == LinkKind.CLOSE)
                .flatMap(link -> Stream.of(
                                isAt(link.from(), destination) ? link.to() : null,
                                isAt(link.to(), destination) ? link.from() : null)
                        .filter(Objects::nonNull)
                        .flatMap(end -> ranked.stream()
                                .filter(other -> isAt(end, other.destination()))
                                .filter(other -> other.verified() > 0)
                                .map(other -> new Linked(link, other))))
                .toList();
    }

    private static boolean isAt(End end, Destination destination) {
        var level = destination.level();
        return destination.version().id().equals(end.version())
                && Objects.equals(level == null ? null : level.id(), end.level());
    }

    /**
     * Best with what the person aims for; else a level with the one they work at, or its neighbour; else with whatever they
     * choose.
     */
    private static Beside beside(Closeness closeness, List<Destination> aimed, @Nullable StatedLevels stated) {
        var destination = closeness.destination();
        var place = new Place(destination);
        var aim = aimed.stream().filter(other -> other != destination).findFirst();
        if (aim.isPresent() && !isAtHome(destination, aim.get())) {
            return new Beside(aim.get().name(), place.compareWith(new Place(aim.get())));
        }
        var level = destination.level();
        if (level == null) {
            return new Beside(null, place.compare());
        }
        var other = aim.map(Destination::level).orElseGet(() -> neighbour(destination, level, stated));
        return other == null
                ? new Beside(null, place.compare())
                : new Beside(other.shortName(), place.compareWith(other));
    }

    private static boolean isAtHome(Destination one, Destination other) {
        return one.version() == other.version() && !one.isRole() && !other.isRole();
    }

    private static @Nullable LevelEntry neighbour(
            Destination destination, LevelEntry level, @Nullable StatedLevels stated) {
        var levels = destination.version().levels();
        var index = levels.indexOf(level);
        return destination
                .version()
                .level(stated == null ? null : stated.whole())
                .filter(one -> !one.equals(level))
                .orElseGet(() -> index > 0 ? levels.get(index - 1) : levels.size() > 1 ? levels.get(1) : null);
    }

    private static List<PillarGap> biggestGaps(Closeness closeness, FindClosest.Found found) {
        var destination = closeness.destination();
        var version = destination.version();
        var standings = found.standings();
        var open = new LinkedHashMap<@Nullable GroupEntry, int[]>();
        for (var statement : GapAnalysis.counted(version, destination.demand(), standings, found.consolidating())) {
            var standing = standings.of(statement.id());
            if (standing.isGap() || standing == Standing.UNKNOWN) {
                var counts =
                        open.computeIfAbsent(version.rootOf(statement.group()).orElse(null), root -> new int[2]);
                counts[standing == Standing.UNKNOWN ? 1 : 0]++;
            }
        }
        return open.entrySet().stream()
                .map(entry -> new PillarGap(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(Comparator.comparingInt(PillarGap::open).reversed())
                .limit(BIGGEST_GAPS)
                .toList();
    }
}
