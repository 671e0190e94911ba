package org.espalier.framework;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.espalier.framework.format.GroupEntry;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the parts of an earlier version in a later one of the same framework. A statement is the same one when
 * it kept its key, which it does only where it stood, and says the same word for word; what was said of it then goes for it
 * now. When its words have changed, that is for people to confirm. The one rule for people's claims and providers' alike.
 */
public record Succession(FrameworkVersion earlier, FrameworkVersion later) {
    public Succession {
        if (!earlier.slug().equals(later.slug()) || earlier.number() >= later.number()) {
            throw new IllegalArgumentException("No earlier version of the same framework: " + earlier.slug() + " "
                    + earlier.number() + ", " + later.slug() + " " + later.number());
        }
    }

    /** What has become of something. */
    public enum Fate {
        SAME,
        REWORDED,
        GONE
    }

    /** What has become of a statement of the earlier version. */
    public Fate of(Statement before) {
        return later.statement(before.key())
                .map(after -> isSame(before, after) ? Fate.SAME : Fate.REWORDED)
                .orElse(Fate.GONE);
    }

    /** The same statement in the later version, word for word the same or not; empty when it has gone. */
    public Optional<Statement> now(StatementId before) {
        return earlier.statement(before).flatMap(statement -> later.statement(statement.key()));
    }

    /**
     * What has become of a group with all that it holds.
     *
     * @param level its statements at this level alone; null at every level
     */
    public Fate of(GroupEntry before, @Nullable String level) {
        var after = later.group(before.id()).orElse(null);
        if (after == null || (level != null && later.level(level).isEmpty())) {
            return Fate.GONE;
        }
        return words(before.name()).equals(words(after.name()))
                        && saying(earlier, before, level).equals(saying(later, after, level))
                ? Fate.SAME
                : Fate.REWORDED;
    }

    /** The later version’s statements by the earlier one’s, of which this has become. */
    public Map<StatementId, StatementId> all(Fate fate) {
        var all = new LinkedHashMap<StatementId, StatementId>();
        for (var before : earlier.statements()) {
            later.statement(before.key())
                    .filter(after -> fate == (isSame(before, after) ? Fate.SAME : Fate.REWORDED))
                    .ifPresent(after -> all.put(before.id(), after.id()));
        }
        return all;
    }

    private static boolean isSame(Statement before, Statement after) {
        return before.kind() == after.kind()
                && before.state() == after.state()
                && Objects.equals(before.level(), after.level())
                && Objects.equals(before.facet(), after.facet())
                && saying(before).equals(saying(after));
    }

    private record Saying(String key, String leadIn, String text, String qualifier) {}

    private static Saying saying(Statement statement) {
        return new Saying(
                statement.key(), words(statement.leadIn()), words(statement.text()), words(statement.qualifier()));
    }

    /** All that a group and the groups in it say. */
    private static Set<Saying> saying(FrameworkVersion version, GroupEntry group, @Nullable String level) {
        var groups = new HashSet<String>();
        collect(group, groups);
        var saying = new HashSet<Saying>();
        for (var statement : version.statements()) {
            if (groups.contains(statement.group()) && (level == null || level.equals(statement.level()))) {
                saying.add(saying(statement));
            }
        }
        return saying;
    }

    private static void collect(GroupEntry group, Set<String> into) {
        into.add(group.id());
        group.groups().forEach(child -> collect(child, into));
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
