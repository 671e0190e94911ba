package org.espalier.development;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.development.Objective.Trace;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.jspecify.annotations.Nullable;

/** A plan with the words of what it is about, as its pages and its papers show it. */
public record PlanView(Plan plan, Map<VersionId, FrameworkVersion> versions, Standings standings, LocalDate today) {

    /** A statement an objective is about, with where it stands in its framework and how the person stands on it. */
    public record Line(FrameworkVersion version, Statement statement, Standing standing) {

        /** Where everybody can read it. */
        public String address() {
            return "/frameworks/" + version.slug() + "/versions/" + version.number() + "/statements/" + statement.key();
        }

        /** The name of its level; null where a role profile has none. */
        public @Nullable String level() {
            return version.level(statement.level()).map(LevelEntry::name).orElse(null);
        }

        /** The name of its root group; null where it belongs to none. */
        public @Nullable String pillar() {
            return version.rootOf(statement.group()).map(GroupEntry::name).orElse(null);
        }

        /** The statement with all that governs it. */
        public String words() {
            return PlanView.words(statement);
        }

        /** Framework, level and pillar in one breath. */
        public String source() {
            var source = new StringBuilder(version.title());
            Optional.ofNullable(level()).ifPresent(name -> source.append(" · ").append(name));
            Optional.ofNullable(pillar()).ifPresent(name -> source.append(" · ").append(name));
            return source.toString();
        }
    }

    /** A statement with all that governs it, as a line of plain words. */
    public static String words(Statement statement) {
        var words = new StringBuilder();
        if (statement.qualifier() != null) {
            words.append(statement.qualifier()).append(": ");
        }
        if (statement.leadIn() != null) {
            words.append(statement.leadIn()).append(' ');
        }
        return words.append(statement.text()).toString();
    }

    /** The frameworks that open objectives are about, one version of each. */
    public Collection<FrameworkVersion> openFrameworks() {
        var frameworks = new LinkedHashMap<String, FrameworkVersion>();
        for (var objective : plan.open()) {
            lines(objective)
                    .forEach(line -> frameworks.putIfAbsent(line.version().slug(), line.version()));
        }
        return frameworks.values();
    }

    public List<Line> lines(Objective objective) {
        return objective.traces().stream()
                .map(this::line)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Line> line(Trace trace) {
        return Optional.ofNullable(versions.get(trace.version()))
                .flatMap(version -> version.statement(trace.statement())
                        .map(statement -> new Line(version, statement, standings.of(statement.id()))));
    }

    /** Indicative learning that the frameworks name at the levels of this objective: suggestions, never conditions. */
    public List<Line> learning(Objective objective) {
        return lines(objective).stream()
                .flatMap(line -> line.version().statements().stream()
                        .filter(statement -> statement.kind() == Kind.LEARNING && statement.state() == State.STATED)
                        .filter(statement -> statement.level() == null
                                || Objects.equals(
                                        statement.level(), line.statement().level()))
                        .map(statement -> new Line(line.version(), statement, Standing.UNKNOWN)))
                .distinct()
                .toList();
    }
}
