package org.espalier.framework.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;

/**
 * The signature picture in numbers: levels rise from bottom to top, root groups stand side by side.
 *
 * @param rows highest level first, as they stand on the page
 */
record Matrix(List<GroupEntry> columns, List<Row> rows) {

    /** One level, with a cell for each column. */
    record Row(LevelEntry level, List<Cell> cells) {}

    /**
     * What stands in one group at one level.
     *
     * @param size 0 for nothing, else 1 to 4 against the fullest cell
     * @param grows true when a level below has something in this group, so that the stem reaches down
     * @param goesOn true when a level above has something in this group, so that the stem reaches up
     */
    record Cell(GroupEntry group, Counts counts, int size, boolean grows, boolean goesOn) {}

    /** How many statements of each kind are stated, and how many cells say that nothing applies. */
    record Counts(int expectations, int entryCriteria, int learning, int notApplicable) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        int stated() {
            return expectations + entryCriteria + learning;
        }

        Counts and(Statement statement) {
            return switch (statement.state()) {
                case NOT_APPLICABLE -> new Counts(expectations, entryCriteria, learning, notApplicable + 1);
                case BLANK -> this;
                case STATED ->
                    switch (statement.kind()) {
                        case EXPECTATION -> new Counts(expectations + 1, entryCriteria, learning, notApplicable);
                        case ENTRY_CRITERION -> new Counts(expectations, entryCriteria + 1, learning, notApplicable);
                        case LEARNING -> new Counts(expectations, entryCriteria, learning + 1, notApplicable);
                    };
            };
        }
    }

    private record Place(String level, String root) {}

    /** Worth a picture: something stands in a group at a level. */
    boolean isEmpty() {
        return columns.isEmpty() || rows.isEmpty();
    }

    static Matrix of(FrameworkVersion version) {
        Map<Place, Counts> counts = new HashMap<>();
        for (var statement : version.statements()) {
            var level = statement.level();
            var root = version.rootOf(statement.group()).orElse(null);
            if (level != null && root != null) {
                counts.merge(new Place(level, root.id()), Counts.NONE.and(statement), (sum, one) -> sum.and(statement));
            }
        }
        var columns = version.groups().stream()
                .filter(root -> version.levels().stream()
                        .anyMatch(level -> counts.containsKey(new Place(level.id(), root.id()))))
                .toList();
        var fullest = counts.values().stream().mapToInt(Counts::stated).max().orElse(1);
        var rows = new ArrayList<Row>();
        for (var level : version.levels().reversed()) {
            rows.add(new Row(
                    level,
                    columns.stream()
                            .map(root -> cell(version, counts, level, root, fullest))
                            .toList()));
        }
        return new Matrix(columns, List.copyOf(rows));
    }

    private static Cell cell(
            FrameworkVersion version, Map<Place, Counts> counts, LevelEntry level, GroupEntry root, int fullest) {
        var here = version.levels().indexOf(level);
        var own = at(counts, level, root);
        var stated = own == null ? 0 : own.stated();
        return new Cell(
                root,
                own == null ? Counts.NONE : own,
                stated == 0 ? 0 : 1 + Math.min(3, stated * 4 / (fullest + 1)),
                isAnything(counts, version.levels().subList(0, here), root),
                isAnything(
                        counts,
                        version.levels().subList(here + 1, version.levels().size()),
                        root));
    }

    private static boolean isAnything(Map<Place, Counts> counts, List<LevelEntry> levels, GroupEntry root) {
        return levels.stream().anyMatch(level -> {
            var there = at(counts, level, root);
            return there != null && there.stated() > 0;
        });
    }

    private static @Nullable Counts at(Map<Place, Counts> counts, LevelEntry level, GroupEntry root) {
        return counts.get(new Place(level.id(), root.id()));
    }
}
