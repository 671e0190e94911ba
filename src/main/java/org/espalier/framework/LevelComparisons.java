package org.espalier.framework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.espalier.framework.LevelComparison.Added;
import org.espalier.framework.LevelComparison.AskedOtherwise;
import org.espalier.framework.LevelComparison.Change;
import org.espalier.framework.LevelComparison.CountsAtBoth;
import org.espalier.framework.LevelComparison.Identical;
import org.espalier.framework.LevelComparison.Item;
import org.espalier.framework.LevelComparison.Left;
import org.espalier.framework.LevelComparison.Reworded;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.kernel.TextComparison;
import org.espalier.kernel.TextPairing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares any two levels of a published version. As neither ever changes, the last few hundred are remembered. */
@Component
public class LevelComparisons {
    private final Cache<Asked, LevelComparison> remembered =
            Caffeine.newBuilder().maximumSize(300).build();

    private record Asked(VersionId version, String from, String to) {}

    /** What changes from one level of this version to another. */
    public LevelComparison compare(FrameworkVersion version, LevelEntry from, LevelEntry to) {
        return remembered.get(
                new Asked(version.id(), from.id(), to.id()), asked -> new Comparing(version, from, to).compare());
    }

    /** Two statements can be the same expectation only where these agree; the strictest is tried first. */
    private record Place(@Nullable String group, @Nullable String facet, StatementEntry.Kind kind) {}

    /** One comparison while it is being made. */
    private static final class Comparing {
        private final FrameworkVersion version;
        private final LevelEntry from;
        private final LevelEntry to;
        private final Map<Statement, Statement> beforeOf = new HashMap<>();
        private final List<Statement> before;
        private final List<Statement> after;
        private final Set<Statement> expectedAtBoth;

        Comparing(FrameworkVersion version, LevelEntry from, LevelEntry to) {
            this.version = version;
            this.from = from;
            this.to = to;
            this.before = statedAt(from);
            this.after = statedAt(to);
            this.expectedAtBoth = new HashSet<>(version.expectationsAt(from.id()));
            expectedAtBoth.retainAll(new HashSet<>(version.expectationsAt(to.id())));
        }

        LevelComparison compare() {
            pair(statement -> new Place(statement.group(), statement.facet(), statement.kind()));
            pair(statement -> new Place(statement.group(), null, statement.kind()));
            pair(statement -> new Place(
                    version.rootOf(statement.group()).map(GroupEntry::id).orElse(null), null, statement.kind()));
            pairRows();
            var changes = byGroup();
            return new LevelComparison(
                    from,
                    to,
                    groups(version.groups(), changes),
                    changes.getOrDefault(null, List.of()),
                    lines(from.descriptor(), to.descriptor()),
                    lines(from.requirements(), to.requirements()),
                    lines(from.jobDescription(), to.jobDescription()),
                    lines(from.exampleRoles(), to.exampleRoles()));
        }

        private List<Statement> statedAt(LevelEntry level) {
            return version.statements().stream()
                    .filter(statement ->
                            level.id().equals(statement.level()) && statement.state() == StatementEntry.State.STATED)
                    .toList();
        }

        /** Pairs what has no partner yet among statements of the same place. */
        private void pair(Function<Statement, Place> place) {
            var taken = new HashSet<>(beforeOf.values());
            var free = new LinkedHashMap<Place, List<Statement>>();
            before.stream().filter(statement -> !taken.contains(statement)).forEach(statement -> free.computeIfAbsent(
                            place.apply(statement), key -> new ArrayList<>())
                    .add(statement));
            var wanting = new LinkedHashMap<Place, List<Statement>>();
            after.stream()
                    .filter(statement -> !beforeOf.containsKey(statement))
                    .forEach(statement -> wanting.computeIfAbsent(place.apply(statement), key -> new ArrayList<>())
                            .add(statement));
            wanting.forEach((key, statements) -> {
                var candidates = free.getOrDefault(key, List.of());
                TextPairing.of(texts(candidates), texts(statements), TextPairing.REWORDED)
                        .forEach(pair -> beforeOf.put(statements.get(pair.after()), candidates.get(pair.before())));
            });
        }

        /** A group with one statement at each level is a row of cells: the two belong together whatever they say. */
        private void pairRows() {
            var lower = alone(before);
            alone(after).forEach((place, statement) -> {
                var partner = lower.get(place);
                if (partner != null && place.group() != null && !beforeOf.containsValue(partner)) {
                    beforeOf.putIfAbsent(statement, partner);
                }
            });
        }

        private static Map<Place, Statement> alone(List<Statement> statements) {
            var byPlace = new LinkedHashMap<Place, List<Statement>>();
            statements.forEach(statement -> byPlace.computeIfAbsent(
                            new Place(statement.group(), null, statement.kind()), place -> new ArrayList<>())
                    .add(statement));
            var alone = new LinkedHashMap<Place, Statement>();
            byPlace.forEach((place, there) -> {
                if (there.size() == 1) {
                    alone.put(place, there.getFirst());
                }
            });
            return alone;
        }

        private static List<String> texts(List<Statement> statements) {
            return statements.stream().map(Statement::text).toList();
        }

        private Map<@Nullable String, List<Change>> byGroup() {
            var changes = new HashMap<@Nullable String, List<Change>>();
            var taken = new HashSet<>(beforeOf.values());
            after.forEach(statement -> changes.computeIfAbsent(groupOf(statement), id -> new ArrayList<>())
                    .add(change(beforeOf.get(statement), statement)));
            before.stream()
                    .filter(statement -> !taken.contains(statement))
                    .forEach(statement -> changes.computeIfAbsent(groupOf(statement), id -> new ArrayList<>())
                            .add(
                                    expectedAtBoth.contains(statement)
                                            ? new CountsAtBoth(item(statement))
                                            : new Left(item(statement))));
            return changes;
        }

        private @Nullable String groupOf(Statement statement) {
            return version.group(statement.group()).map(GroupEntry::id).orElse(null);
        }

        private Change change(@Nullable Statement before, Statement after) {
            if (before != null) {
                return change(item(before), item(after));
            }
            return expectedAtBoth.contains(after) ? new CountsAtBoth(item(after)) : new Added(item(after));
        }

        /** With the words that govern it: "with supervision" is part of what is asked (PRODUCT.md, rule 16). */
        private static Item item(Statement statement) {
            var text = new StringBuilder();
            for (var governing : new @Nullable String[] {statement.qualifier(), statement.leadIn()}) {
                if (governing != null) {
                    text.append(governing).append(governing.endsWith(":") ? " " : ": ");
                }
            }
            return new Item(text.append(statement.text()).toString(), statement);
        }

        private static Change change(Item before, Item after) {
            var words = TextComparison.of(before.text(), after.text());
            if (!words.isIdentical()) {
                return new Reworded(before, after, words);
            }
            return isOptional(before) == isOptional(after)
                    ? new Identical(before, after)
                    : new AskedOtherwise(before, after);
        }

        private static boolean isOptional(Item item) {
            return item.statement() != null && item.statement().optional();
        }

        private static List<LevelComparison.Group> groups(
                List<GroupEntry> entries, Map<@Nullable String, List<Change>> changes) {
            var groups = new ArrayList<LevelComparison.Group>();
            for (var entry : entries) {
                var own = changes.getOrDefault(entry.id(), List.of());
                var below = groups(entry.groups(), changes);
                if (!own.isEmpty() || !below.isEmpty()) {
                    groups.add(new LevelComparison.Group(entry, List.copyOf(own), below));
                }
            }
            return List.copyOf(groups);
        }

        private static List<Change> lines(List<String> before, List<String> after) {
            var partner = new HashMap<Integer, Integer>();
            TextPairing.of(before, after, TextPairing.REWORDED)
                    .forEach(pair -> partner.put(pair.after(), pair.before()));
            var changes = new ArrayList<Change>();
            for (var j = 0; j < after.size(); j++) {
                var item = new Item(after.get(j), null);
                var i = partner.get(j);
                changes.add(i == null ? new Added(item) : change(new Item(before.get(i), null), item));
            }
            for (var i = 0; i < before.size(); i++) {
                if (!partner.containsValue(i)) {
                    changes.add(new Left(new Item(before.get(i), null)));
                }
            }
            return List.copyOf(changes);
        }
    }
}
