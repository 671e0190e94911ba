package org.espalier.framework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.framework.format.StatementEntry;
import org.espalier.kernel.TextPairing;
import org.jspecify.annotations.Nullable;

/**
 * Which key each statement of a new version gets. One that says the same as a statement of the version before, or
 * nearly the same in the same cell, keeps that one's key, so that its permalink leads on; no key that was ever used in
 * this framework is given to something else.
 */
final class KeptKeys {
    private final Map<String, String> kept = new HashMap<>();
    private final Set<String> taken;

    /** Where a statement stands: only what stands in the same cell can be the same expectation. */
    private record Cell(@Nullable String level, @Nullable String group, StatementEntry.Kind kind) {}

    private KeptKeys(Set<String> everUsed) {
        this.taken = new HashSet<>(everUsed);
    }

    /**
     * The new version's statements, in their order, under the keys they shall have.
     *
     * @param everUsed all keys of all versions of this framework
     */
    static List<StatementEntry> of(List<Statement> before, Set<String> everUsed, List<StatementEntry> after) {
        var keys = new KeptKeys(everUsed);
        keys.keep(before, after);
        return keys.name(after);
    }

    /** How many of these keys stood in the version before. */
    static int count(List<Statement> before, List<StatementEntry> after) {
        var keys = new HashSet<String>();
        before.forEach(statement -> keys.add(statement.key()));
        return (int) after.stream()
                .filter(statement -> keys.contains(statement.id()))
                .count();
    }

    private void keep(List<Statement> before, List<StatementEntry> after) {
        Map<Cell, List<Statement>> old = new LinkedHashMap<>();
        before.forEach(statement -> old.computeIfAbsent(
                        new Cell(statement.level(), statement.group(), statement.kind()), cell -> new ArrayList<>())
                .add(statement));
        Map<Cell, List<StatementEntry>> fresh = new LinkedHashMap<>();
        after.forEach(statement -> fresh.computeIfAbsent(
                        new Cell(statement.level(), statement.group(), statement.kind()), cell -> new ArrayList<>())
                .add(statement));
        fresh.forEach((cell, statements) -> {
            var others = old.getOrDefault(cell, List.of());
            var pairs = TextPairing.of(
                    others.stream().map(Statement::text).toList(),
                    statements.stream().map(KeptKeys::text).toList(),
                    TextPairing.REWORDED);
            pairs.forEach(pair -> kept.put(
                    statements.get(pair.after()).id(), others.get(pair.before()).key()));
        });
    }

    private List<StatementEntry> name(List<StatementEntry> after) {
        return after.stream().map(this::named).toList();
    }

    private StatementEntry named(StatementEntry statement) {
        var key = kept.get(statement.id());
        return withId(statement, key == null ? unused(statement.id()) : key);
    }

    private String unused(String id) {
        var key = id;
        for (var n = 2; !taken.add(key); n++) {
            key = id + "-" + n;
        }
        return key;
    }

    private static String text(StatementEntry statement) {
        var text = statement.text();
        return text == null ? "" : text;
    }

    private static StatementEntry withId(StatementEntry statement, String id) {
        return id.equals(statement.id())
                ? statement
                : new StatementEntry(
                        id,
                        statement.level(),
                        statement.group(),
                        statement.facet(),
                        statement.facetCertain(),
                        statement.kind(),
                        statement.state(),
                        statement.text(),
                        statement.qualifier(),
                        statement.leadIn(),
                        statement.source(),
                        statement.alsoAt(),
                        statement.optional());
    }
}
