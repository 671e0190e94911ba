package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.espalier.framework.format.StatementEntry.State;

/**
 * What the named columns of a document's tables are for: levels, providers who say what they offer, or something else.
 * Columns of the same name in several tables are one.
 *
 * @param levels the keys of the columns that are levels, in the order of the columns
 * @param providers the keys of the columns in which somebody else speaks, with the name most often printed
 * @param sure whether the names themselves say that they are levels
 */
record ColumnRoles(List<String> levels, Map<String, String> providers, boolean sure) {

    private static final Pattern MAPPING = Pattern.compile(
            "(?i)(?:(?:mapp(?:ing|ed)|matched) (?:to|against|with)|covered (?:by|at)) (?:the )?(?<to>\\p{L}.*)"
                    + "|(?<of>\\p{L}.*) mapping");
    private static final double MOSTLY = 0.5;
    private static final double SPEAKS_OF_ITSELF = 0.3;
    private static final double REWORDED = 0.12;
    private static final int A_SENTENCE = 3;

    static ColumnRoles of(List<LevelTable> tables) {
        var columns = pooled(tables);
        var named = new HashSet<String>();
        columns.forEach((key, column) -> {
            if (column.names().keySet().stream().anyMatch(LevelWords::name)) {
                named.add(key);
            }
        });
        numberedAlike(columns, named);
        var levels = new ArrayList<String>();
        var providers = new LinkedHashMap<String, String>();
        var numbered = named.stream().allMatch(key -> LevelName.of(key).isPresent()) && named.size() >= 2;
        columns.forEach((key, column) -> {
            if (named.contains(key)) {
                levels.add(key);
            } else if (column.provider()) {
                providers.put(key, column.speaker());
            } else if (!numbered && column.couldBeLevel()) {
                levels.add(key);
            }
        });
        if (named.size() >= 2) {
            return new ColumnRoles(levels, providers, true);
        }
        return levels.size() >= 2 && reworded(columns, levels)
                ? new ColumnRoles(levels, providers, false)
                : new ColumnRoles(List.of(), Map.of(), false);
    }

    boolean level(String name) {
        return levels.contains(Phrase.key(name));
    }

    private record Pooled(Map<String, Integer> names, List<String> cells, int first) {

        String name() {
            return names.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElseThrow();
        }

        /** Who speaks in the column: "Hill College" for "Mapping to Hill College". */
        String speaker() {
            var mapping = MAPPING.matcher(name());
            if (!mapping.matches()) {
                return name();
            }
            return mapping.group("to") == null ? mapping.group("of") : mapping.group("to");
        }

        /** Mapped by its name, mostly "not applicable", or speaking of itself. */
        boolean provider() {
            var stated = cells.stream()
                    .filter(cell -> CellState.of(cell) == State.STATED)
                    .toList();
            var key = Phrase.key(name());
            var ofItself = stated.stream()
                    .filter(cell -> (" " + Phrase.key(cell) + " ").contains(" " + key + " "))
                    .count();
            var notApplicable = cells.stream()
                    .filter(cell -> CellState.of(cell) == State.NOT_APPLICABLE)
                    .count();
            var mostlyNot = notApplicable > 0 && cells.size() - stated.size() >= cells.size() * MOSTLY;
            var mostlyItself = !stated.isEmpty() && ofItself >= Math.max(2, stated.size() * SPEAKS_OF_ITSELF);
            return first > 0
                    && (MAPPING.matcher(name()).matches()
                            || (LevelWords.possibleName(name()) && (mostlyNot || mostlyItself)));
        }

        boolean couldBeLevel() {
            var stated = cells.stream()
                    .filter(cell -> CellState.of(cell) == State.STATED)
                    .toList();
            return first > 0
                    && LevelWords.possibleName(name())
                    && stated.size() >= cells.size() * MOSTLY
                    && stated.stream().mapToInt(Phrase::wordCount).average().orElse(0) >= A_SENTENCE;
        }
    }

    private static Map<String, Pooled> pooled(List<LevelTable> tables) {
        var columns = new LinkedHashMap<String, Pooled>();
        for (var table : tables) {
            for (var column : table.named()) {
                var pooled = columns.computeIfAbsent(
                        Phrase.key(column.name()),
                        key -> new Pooled(new LinkedHashMap<>(), new ArrayList<>(), column.index()));
                pooled.names().merge(column.name(), 1, Integer::sum);
                table.body().stream()
                        .filter(row -> row.filled() > 1 && !table.repeatsHeader(row))
                        .forEach(row -> pooled.cells().add(row.text(column.index())));
            }
        }
        columns.remove("");
        return columns;
    }

    /** Names such as "Rung 1" and "Rung 2": an unusual word, numbered. */
    private static void numberedAlike(Map<String, Pooled> columns, Set<String> named) {
        var byWord = new HashMap<String, Set<String>>();
        columns.forEach((key, column) -> LevelName.ofAnyWord(column.name())
                .ifPresent(name -> byWord.computeIfAbsent(name.word(), word -> new HashSet<>())
                        .add(key)));
        byWord.values().stream().filter(keys -> keys.size() >= 2).forEach(named::addAll);
    }

    /** Whether neighbouring columns repeat or reword each other, as levels do. */
    private static boolean reworded(Map<String, Pooled> columns, List<String> levels) {
        var alike = 0.0;
        var pairs = 0;
        for (var i = 1; i < levels.size(); i++) {
            var before = columns.get(levels.get(i - 1));
            var here = columns.get(levels.get(i));
            if (before == null || here == null) {
                continue;
            }
            for (var row = 0; row < Math.min(before.cells().size(), here.cells().size()); row++) {
                alike += Likeness.of(before.cells().get(row), here.cells().get(row));
                pairs++;
            }
        }
        return pairs > 1 && alike / pairs >= REWORDED;
    }
}
