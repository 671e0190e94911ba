package org.espalier.development;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.framework.Demand;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.jspecify.annotations.Nullable;

/**
 * What a level of a version, or the role that a profile describes, asks for, arranged by pillar. The version says which
 * levels add up (PRODUCT.md, rule 2); a target is as immutable as its version and may be kept.
 *
 * @param level null for the role of a role profile
 * @param pillars every root group that holds an expectation at some level, whether the target asks for it or not
 * @param requirements entry criteria of the target: shown, never counted
 * @param learning indicative learning: a suggestion, never a gate (rule 14)
 */
public record Target(
        FrameworkVersion version,
        @Nullable LevelEntry level,
        List<Pillar> pillars,
        List<Statement> requirements,
        List<Statement> learning) {

    /** Stands in an address for the statements that belong to no group. */
    public static final String UNGROUPED = "_";

    public Target {
        pillars = List.copyOf(pillars);
        requirements = List.copyOf(requirements);
        learning = List.copyOf(learning);
    }

    /** The target that is a level of this version; empty for a level it does not have. */
    public static Optional<Target> ofLevel(FrameworkVersion version, String levelId) {
        return version.level(levelId).map(level -> of(version, level, version.expectationsAt(levelId)));
    }

    /** The target that is the role of this role profile; empty where no expectation is free of a level. */
    public static Optional<Target> ofRole(FrameworkVersion version) {
        var expectations = version.expectationsOfRole();
        return expectations.isEmpty() ? Optional.empty() : Optional.of(of(version, null, expectations));
    }

    private static Target of(FrameworkVersion version, @Nullable LevelEntry level, List<Statement> expectations) {
        var asked = new HashSet<StatementId>();
        expectations.forEach(statement -> asked.add(statement.id()));
        var levelId = level == null ? null : level.id();
        return new Target(
                version,
                level,
                pillars(version, levelId, asked),
                atTarget(version, levelId, Kind.ENTRY_CRITERION),
                atTarget(version, levelId, Kind.LEARNING));
    }

    private static List<Statement> atTarget(FrameworkVersion version, @Nullable String levelId, Kind kind) {
        return version.statements().stream()
                .filter(statement -> statement.kind() == kind && statement.state() == State.STATED)
                .filter(statement ->
                        statement.level() == null || statement.level().equals(levelId))
                .toList();
    }

    private static List<Pillar> pillars(FrameworkVersion version, @Nullable String levelId, Set<StatementId> asked) {
        var byRoot = new LinkedHashMap<String, List<Statement>>();
        version.groups().forEach(root -> byRoot.put(root.id(), new ArrayList<>()));
        for (var statement : version.statements()) {
            if (statement.isExpectation() && (levelId != null || asked.contains(statement.id()))) {
                var root = version.rootOf(statement.group()).map(GroupEntry::id).orElse(UNGROUPED);
                byRoot.computeIfAbsent(root, id -> new ArrayList<>()).add(statement);
            }
        }
        var pillars = new ArrayList<Pillar>();
        byRoot.forEach((root, statements) -> {
            if (!statements.isEmpty()) {
                pillars.add(pillar(version, root, statements, asked));
            }
        });
        return pillars;
    }

    private static Pillar pillar(
            FrameworkVersion version, String root, List<Statement> statements, Set<StatementId> asked) {
        var rungs = new ArrayList<Rung>();
        for (var level : version.levels()) {
            var own = statements.stream()
                    .filter(statement -> level.id().equals(statement.level()))
                    .toList();
            rungs.add(new Rung(
                    level,
                    own,
                    own.stream().anyMatch(statement -> asked.contains(statement.id())),
                    sections(version, level, own)));
        }
        var unlevelled = statements.stream()
                .filter(statement -> statement.level() == null)
                .toList();
        if (!unlevelled.isEmpty()) {
            rungs.add(new Rung(
                    null, unlevelled, asked.contains(unlevelled.getFirst().id()), sections(version, null, unlevelled)));
        }
        return new Pillar(version.group(root).orElse(null), rungs);
    }

    private static List<Section> sections(
            FrameworkVersion version, @Nullable LevelEntry level, List<Statement> statements) {
        Map<String, List<Statement>> byGroup = new LinkedHashMap<>();
        for (var statement : statements) {
            var group = statement.group();
            byGroup.computeIfAbsent(group == null ? UNGROUPED : group, id -> new ArrayList<>())
                    .add(statement);
        }
        return byGroup.entrySet().stream()
                .map(entry -> new Section(level, version.group(entry.getKey()).orElse(null), entry.getValue()))
                .toList();
    }

    /** How many expectations the target lists, optional ones among them. */
    public int size() {
        return pillars.stream().mapToInt(Pillar::size).sum();
    }

    /** What must be met: all that is required, and a minimum of what is optional. */
    public Demand demand() {
        return version.demandOf(level == null ? null : level.id());
    }

    /** Every expectation that the target asks for, by pillar. */
    public List<Statement> expectations() {
        return pillars.stream().flatMap(pillar -> pillar.asked().stream()).toList();
    }

    /** Those of its expectations that the version puts into a later phase of their level (PRODUCT.md, rule 17). */
    public Set<StatementId> laterPhases() {
        return laterPhases(version, expectations());
    }

    /** Those of these expectations that their version puts into a later phase of their level. */
    static Set<StatementId> laterPhases(FrameworkVersion version, List<Statement> expectations) {
        var keys = new HashSet<String>();
        version.levels().forEach(one -> one.phases().forEach(phase -> keys.addAll(phase.statements())));
        return keys.isEmpty()
                ? Set.of()
                : expectations.stream()
                        .filter(statement -> keys.contains(statement.key()))
                        .map(Statement::id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The pillar with this id in an address. */
    public Optional<Pillar> pillar(String id) {
        return pillars.stream().filter(pillar -> pillar.id().equals(id)).findFirst();
    }

    /** The pillars of which the target asks something. */
    public List<Pillar> askedPillars() {
        return pillars.stream().filter(Pillar::isAsked).toList();
    }

    /**
     * A strand of practice with its statements at every level.
     *
     * @param group the root group; null for statements that belong to none
     * @param rungs one for each level of the version, lowest first, and one without a level where a profile has no levels
     */
    public record Pillar(@Nullable GroupEntry group, List<Rung> rungs) {
        public Pillar {
            rungs = List.copyOf(rungs);
        }

        /** In addresses. */
        public String id() {
            return group == null ? UNGROUPED : group.id();
        }

        /** Everything that the target asks of this pillar, lowest level first. */
        public List<Statement> asked() {
            return rungs.stream()
                    .filter(Rung::asked)
                    .map(Rung::statements)
                    .flatMap(Collection::stream)
                    .toList();
        }

        public boolean isAsked() {
            return rungs.stream().anyMatch(Rung::asked);
        }

        /** How many expectations the target lists here. */
        public int size() {
            return rungs.stream()
                    .filter(Rung::asked)
                    .mapToInt(rung -> rung.statements().size())
                    .sum();
        }
    }

    /**
     * One level of one pillar.
     *
     * @param level null where a profile has no levels
     * @param asked true when the target asks for these statements
     */
    public record Rung(@Nullable LevelEntry level, List<Statement> statements, boolean asked, List<Section> sections) {
        public Rung {
            statements = List.copyOf(statements);
            sections = List.copyOf(sections);
        }
    }

    /** The statements of one level under one innermost group, in the document's order. */
    public record Section(
            @Nullable LevelEntry level, @Nullable GroupEntry group, List<Statement> statements) {
        public Section {
            statements = List.copyOf(statements);
        }
    }
}
