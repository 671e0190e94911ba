package org.espalier.roleprofile.comparison;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.framework.format.RoleEntry;
import org.jspecify.annotations.Nullable;

/** What two roles or levels say about themselves, line by line; a fact that neither states is left out. */
public record Facts(List<Line> lines) {
    public Facts {
        lines = List.copyOf(lines);
    }

    /** A fact; its words stand under {@code roleprofile.compare.fact.<kind>}. */
    public enum Kind {
        PUBLISHER,
        CAREER_LEVELS,
        AREA,
        EXPERIENCE,
        REQUIREMENTS,
        SCOPE,
        DESCRIPTOR,
        JOB,
        EXAMPLES
    }

    /** One fact of both; empty where one does not state it. */
    public record Line(Kind kind, List<String> here, List<String> there) {
        public Line {
            here = List.copyOf(here);
            there = List.copyOf(there);
        }

        public boolean isSame() {
            return here.equals(there);
        }
    }

    public static Facts of(RoleOrLevel here, RoleOrLevel there) {
        return new Facts(Stream.of(Kind.values())
                .map(kind -> new Line(kind, of(kind, here), of(kind, there)))
                .filter(line -> !line.here().isEmpty() || !line.there().isEmpty())
                .toList());
    }

    private static List<String> of(Kind kind, RoleOrLevel side) {
        var level = side.level();
        return switch (kind) {
            case PUBLISHER -> one(side.version().document().publisher());
            case CAREER_LEVELS ->
                level == null
                        ? role(side, role -> numbers(role.careerFrameworkLevels()))
                        : numbers(level.careerFrameworkLevels());
            case AREA -> level == null ? role(side, role -> one(role.areaOfWork())) : List.of();
            case EXPERIENCE -> level == null ? role(side, role -> one(role.experienceRequired())) : List.of();
            case REQUIREMENTS -> level == null ? List.of() : level.requirements();
            case SCOPE -> level == null ? role(side, RoleEntry::scope) : List.of();
            case DESCRIPTOR -> level == null ? List.of() : level.descriptor();
            case JOB -> level == null ? List.of() : level.jobDescription();
            case EXAMPLES -> level == null ? List.of() : level.exampleRoles();
        };
    }

    private static List<String> role(RoleOrLevel side, Function<RoleEntry, List<String>> fact) {
        return Optional.ofNullable(side.version().document().role()).map(fact).orElse(List.of());
    }

    private static List<String> numbers(List<Integer> levels) {
        return levels.isEmpty()
                ? List.of()
                : List.of(levels.stream().map(Objects::toString).collect(Collectors.joining(", ")));
    }

    private static List<String> one(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }
}
