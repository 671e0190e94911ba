package org.espalier.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a level, or the role of a role profile, asks for: every required expectation, and of the optional ones at least so
 * many. Where levels add up each keeps its own minimum; where they do not, only the level's own counts (PRODUCT.md, rule 2).
 *
 * @param expectations all of them, required and optional, in the document's order
 * @param choices one for each level, or for the role, that has optional ones; empty for nearly every version
 */
public record Demand(List<Statement> expectations, List<Choice> choices) {
    static final Demand NOTHING = new Demand(List.of(), List.of());

    public Demand {
        expectations = List.copyOf(expectations);
        choices = List.copyOf(choices);
    }

    /** @param levels of the version, in order, for their minimums */
    static Demand of(List<Statement> expectations, List<LevelEntry> levels, int minimumOfRole) {
        var optional = new LinkedHashMap<@Nullable String, List<Statement>>();
        for (var statement : expectations) {
            if (statement.optional()) {
                optional.computeIfAbsent(statement.level(), level -> new ArrayList<>())
                        .add(statement);
            }
        }
        var choices = new ArrayList<Choice>();
        for (var level : levels) {
            var statements = optional.get(level.id());
            if (statements != null) {
                choices.add(new Choice(level, level.minimumOptional(), statements));
            }
        }
        var ofRole = optional.get(null);
        if (ofRole != null) {
            choices.add(new Choice(null, minimumOfRole, ofRole));
        }
        return new Demand(expectations, choices);
    }

    /**
     * The optional expectations of one level.
     *
     * @param level null for those of the role of a role profile
     * @param minimum how many of them are asked for; never more than there are, as where a level further up does not ask
     *     for all of them
     */
    public record Choice(@Nullable LevelEntry level, int minimum, List<Statement> statements) {
        public Choice {
            statements = List.copyOf(statements);
            minimum = Math.clamp(minimum, 0, statements.size());
        }

        /** As many as are asked for: the nearest to being met, and of equals the first in the document. */
        public List<Statement> nearest(ToIntFunction<Statement> distance) {
            return minimum == statements.size()
                    ? statements
                    : statements.stream()
                            .sorted(Comparator.comparingInt(distance))
                            .limit(minimum)
                            .toList();
        }

        /** How many more of them somebody must do; none once the minimum is reached. */
        public int missing(ToIntFunction<Statement> distance, Predicate<Statement> done) {
            return (int) nearest(distance).stream().filter(done.negate()).count();
        }
    }

    /** True when something is optional here. */
    public boolean hasChoice() {
        return !choices.isEmpty();
    }

    public List<Statement> required() {
        return hasChoice()
                ? expectations.stream()
                        .filter(statement -> !statement.optional())
                        .toList()
                : expectations;
    }

    /** How many optional expectations there are. */
    public int optional() {
        return choices.stream().mapToInt(choice -> choice.statements().size()).sum();
    }

    /** How many of the optional ones are asked for. */
    public int minimum() {
        return choices.stream().mapToInt(Choice::minimum).sum();
    }

    /** How many expectations must be met: every required one, and of the optional ones the minimum. */
    public int size() {
        return expectations.size() - optional() + minimum();
    }

    /**
     * Those that count for somebody, as many as must be met: every required one and, of each choice, those nearest to being
     * met. The others stand beside: they are never open, whatever is known of them.
     *
     * @param distance how far somebody is from meeting one, the least for what is met
     */
    public List<Statement> counted(ToIntFunction<Statement> distance) {
        if (!hasChoice()) {
            return expectations;
        }
        var beside = beside(distance);
        return expectations.stream()
                .filter(statement -> !beside.contains(statement.id()))
                .toList();
    }

    /** The optional ones that do not count for somebody. */
    public Set<StatementId> beside(ToIntFunction<Statement> distance) {
        if (!hasChoice()) {
            return Set.of();
        }
        var beside = new HashSet<StatementId>();
        for (var choice : choices) {
            choice.statements().forEach(statement -> beside.add(statement.id()));
            choice.nearest(distance).forEach(statement -> beside.remove(statement.id()));
        }
        return Set.copyOf(beside);
    }

    /**
     * Those that are open for somebody: every required one that is not done, and all of a choice that are not as long as
     * its minimum is not reached, because any of them would do.
     */
    public List<Statement> open(ToIntFunction<Statement> distance, Predicate<Statement> done) {
        var choosing = new HashSet<StatementId>();
        for (var choice : choices) {
            if (choice.missing(distance, done) > 0) {
                choice.statements().forEach(statement -> choosing.add(statement.id()));
            }
        }
        return expectations.stream()
                .filter(done.negate())
                .filter(statement -> !statement.optional() || choosing.contains(statement.id()))
                .toList();
    }
}
