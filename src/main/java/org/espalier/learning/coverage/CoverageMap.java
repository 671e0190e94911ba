package org.espalier.learning.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is covered of a version: its competencies, those are the groups that hold statements themselves, at each of its
 * levels. A claim about a group reaches the groups in it; one about no level reaches every level. Pure: the same version
 * and the same claims give the same map, in whatever order they come.
 *
 * @param levels lowest first; empty for a version without
 */
public record CoverageMap(FrameworkVersion version, List<LevelEntry> levels, List<Part> parts) {
    /** Stands in an address for what belongs to no group. */
    public static final String UNGROUPED = "_";

    public CoverageMap {
        levels = List.copyOf(levels);
        parts = List.copyOf(parts);
    }

    /** A root of the version's tree with the competencies in it. */
    public record Part(String id, @Nullable GroupEntry group, List<Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }

        /** How many of its cells are covered how. */
        public Map<Coverage, Integer> tally() {
            var tally = new EnumMap<Coverage, Integer>(Coverage.class);
            rows.forEach(row -> row.cells().forEach(cell -> tally.merge(cell.coverage(), 1, Integer::sum)));
            return tally;
        }
    }

    /**
     * A competency.
     *
     * @param cells one for each level at which it expects something, lowest first
     */
    public record Row(@Nullable GroupEntry group, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Its cell at this level; empty where the version expects nothing. */
        public Optional<Cell> at(LevelEntry level) {
            return cells.stream().filter(cell -> level.equals(cell.level())).findFirst();
        }

        /** The strongest of its cells. */
        public Coverage strongest() {
            return cells.stream().map(Cell::coverage).reduce(Coverage.NOTHING, Coverage::stronger);
        }
    }

    /**
     * A competency at a level.
     *
     * @param level null for what belongs to no level
     * @param statements how many it has
     * @param reached how many of them somebody teaches or supports
     * @param offers how many teach, support or assess some of it
     * @param providers how many providers say something of it, other than that it does not apply
     * @param questioned true when a claim about it has been questioned
     */
    public record Cell(
            @Nullable LevelEntry level,
            Coverage coverage,
            int statements,
            int reached,
            int offers,
            int providers,
            boolean questioned) {}

    /** Takes one claim after the other. */
    interface Claims {
        void claim(
                long provider,
                long offer,
                long statement,
                @Nullable String group,
                @Nullable String level,
                CoverageKind kind,
                boolean questioned);
    }

    /** All rows of all parts. */
    public List<Row> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** The part with this id. */
    public Optional<Part> part(String id) {
        return parts.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    /** How many of its cells are covered how. */
    public Map<Coverage, Integer> tally() {
        var tally = new EnumMap<Coverage, Integer>(Coverage.class);
        parts.forEach(part -> part.tally().forEach((coverage, count) -> tally.merge(coverage, count, Integer::sum)));
        return tally;
    }

    /** The map of a version that these claims make. A claim that was questioned teaches nobody, but is told. */
    static CoverageMap of(FrameworkVersion version, Consumer<Claims> claims) {
        var drawing = new Drawing(version);
        claims.accept(drawing);
        return drawing.map();
    }

    private record Key(String group, @Nullable String level) {}

    /** A cell while claims come in. */
    private static final class Sketch {
        private final @Nullable LevelEntry level;
        private final BitSet offers = new BitSet();
        private final BitSet providers = new BitSet();
        private final List<Long> statements = new ArrayList<>();
        private final BitSet reached = new BitSet();
        private Coverage coverage = Coverage.NOTHING;
        private boolean questioned;

        Sketch(@Nullable LevelEntry level) {
            this.level = level;
        }

        Cell cell() {
            return new Cell(
                    level,
                    coverage,
                    statements.size(),
                    reached.cardinality(),
                    offers.cardinality(),
                    providers.cardinality(),
                    questioned);
        }
    }

    private static final class Drawing implements Claims {
        private final FrameworkVersion version;
        private final Map<Key, Sketch> cells = new LinkedHashMap<>();
        private final Map<Long, Sketch> ofStatement = new HashMap<>();
        private final Map<Key, List<Sketch>> ofGroup = new HashMap<>();
        private final Map<Long, Integer> numbers = new HashMap<>();

        Drawing(FrameworkVersion version) {
            this.version = version;
            for (var statement : version.statements()) {
                if (statement.state() == StatementEntry.State.STATED
                        && statement.kind() != StatementEntry.Kind.LEARNING) {
                    place(statement);
                }
            }
        }

        private void place(Statement statement) {
            var group = statement.group() == null ? UNGROUPED : statement.group();
            var level = version.level(statement.level()).orElse(null);
            var key = new Key(group, level == null ? null : level.id());
            var sketch = cells.computeIfAbsent(key, missing -> {
                var made = new Sketch(level);
                for (var above : CoverageClaims.upwards(version, group)) {
                    ofGroup.computeIfAbsent(new Key(above, null), none -> new ArrayList<>())
                            .add(made);
                    if (level != null) {
                        ofGroup.computeIfAbsent(new Key(above, level.id()), none -> new ArrayList<>())
                                .add(made);
                    }
                }
                return made;
            });
            sketch.statements.add(statement.id().value());
            ofStatement.put(statement.id().value(), sketch);
        }

        @Override
        public void claim(
                long provider,
                long offer,
                long statement,
                @Nullable String group,
                @Nullable String level,
                CoverageKind kind,
                boolean questioned) {
            if (statement != 0) {
                var sketch = ofStatement.get(statement);
                if (sketch != null) {
                    mark(sketch, sketch.statements.indexOf(statement), provider, offer, kind, questioned);
                }
            } else if (group != null) {
                for (var sketch : ofGroup.getOrDefault(new Key(group, level), List.of())) {
                    mark(sketch, -1, provider, offer, kind, questioned);
                }
            }
        }

        /** @param statement the place of the one it is about; -1 for all */
        private void mark(
                Sketch sketch, int statement, long provider, long offer, CoverageKind kind, boolean questioned) {
            if (questioned) {
                sketch.questioned = true;
                return;
            }
            sketch.coverage = sketch.coverage.stronger(Coverage.of(kind));
            if (kind != CoverageKind.NOT_APPLICABLE) {
                sketch.providers.set(number(-provider));
            }
            if (offer != 0 && (kind.helpsToLearn() || kind == CoverageKind.ASSESSES)) {
                sketch.offers.set(number(offer));
            }
            if (kind.helpsToLearn()) {
                if (statement < 0) {
                    sketch.reached.set(0, sketch.statements.size());
                } else {
                    sketch.reached.set(statement);
                }
            }
        }

        private int number(long id) {
            return numbers.computeIfAbsent(id, first -> numbers.size());
        }

        CoverageMap map() {
            var parts = new ArrayList<Part>();
            for (var root : version.groups()) {
                var rows = new ArrayList<Row>();
                rows(root, rows);
                if (!rows.isEmpty()) {
                    parts.add(new Part(root.id(), root, rows));
                }
            }
            row(UNGROUPED, null).ifPresent(row -> parts.add(new Part(UNGROUPED, null, List.of(row))));
            var used = new LinkedHashSet<LevelEntry>();
            cells.values().forEach(sketch -> {
                if (sketch.level != null) {
                    used.add(sketch.level);
                }
            });
            return new CoverageMap(
                    version, version.levels().stream().filter(used::contains).toList(), parts);
        }

        private void rows(GroupEntry group, List<Row> rows) {
            row(group.id(), group).ifPresent(rows::add);
            group.groups().forEach(child -> rows(child, rows));
        }

        private Optional<Row> row(String id, @Nullable GroupEntry group) {
            var found = new ArrayList<Cell>();
            for (var level : version.levels()) {
                var sketch = cells.get(new Key(id, level.id()));
                if (sketch != null) {
                    found.add(sketch.cell());
                }
            }
            var unlevelled = cells.get(new Key(id, null));
            if (unlevelled != null) {
                found.add(unlevelled.cell());
            }
            return found.isEmpty() ? Optional.empty() : Optional.of(new Row(group, found));
        }
    }

    /** The strongest first, for a legend. */
    public static List<Coverage> legend() {
        return Arrays.asList(Coverage.values());
    }
}
