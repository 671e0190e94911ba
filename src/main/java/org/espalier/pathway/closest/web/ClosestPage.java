package org.espalier.pathway.closest.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.pathway.closest.Closeness;
import org.espalier.pathway.closest.Criterion;
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
     * @param comparable a level of the same framework that it is best compared with
     */
    record Row(
            Place place,
            Closeness closeness,
            int rank,
            @Nullable Criterion behind,
            List<PillarGap> gaps,
            boolean aimed,
            @Nullable LevelEntry comparable) {}

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
            FindClosest.Found found, Filter filter, List<Aim> aims, Map<VersionId, StatedLevels> stated, int number) {
        var wanted = found.ranked().stream().filter(filter::matches).toList();
        var pages = Math.max(1, (wanted.size() + SIZE - 1) / SIZE);
        var shown = Math.clamp(number, 1, pages);
        var from = (shown - 1) * SIZE;
        var rows = IntStream.range(from, Math.min(wanted.size(), from + SIZE))
                .mapToObj(n -> row(wanted, n, filter, found.standings(), aims, stated))
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

    private static Row row(
            List<Closeness> wanted,
            int n,
            Filter filter,
            Standings standings,
            List<Aim> aims,
            Map<VersionId, StatedLevels> stated) {
        var closeness = wanted.get(n);
        var destination = closeness.destination();
        var level = destination.level();
        var version = destination.version();
        return new Row(
                new Place(destination),
                closeness,
                n + 1,
                n == 0 ? null : Criterion.deciding(filter.criteria(), wanted.get(n - 1), closeness),
                biggestGaps(closeness, standings),
                aims.stream()
                        .anyMatch(aim -> aim.version().equals(version.id())
                                && Objects.equals(aim.level(), level == null ? null : level.id())),
                level == null ? null : comparable(closeness, level, stated.get(version.id())));
    }

    /** The level that the person works at, when they said so; else the one below, or for the lowest the one above. */
    private static @Nullable LevelEntry comparable(
            Closeness closeness, LevelEntry level, @Nullable StatedLevels stated) {
        var version = closeness.destination().version();
        var levels = version.levels();
        var own = version.level(stated == null ? null : stated.whole())
                .filter(one -> !one.equals(level))
                .orElse(null);
        if (own != null) {
            return own;
        }
        var index = levels.indexOf(level);
        return index > 0 ? levels.get(index - 1) : levels.size() > 1 ? levels.get(1) : null;
    }

    private static List<PillarGap> biggestGaps(Closeness closeness, Standings standings) {
        var destination = closeness.destination();
        var version = destination.version();
        var open = new LinkedHashMap<@Nullable GroupEntry, int[]>();
        for (var statement : destination.expectations()) {
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
