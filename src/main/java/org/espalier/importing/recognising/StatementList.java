package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/** A table with one row for each statement, whose columns say its level, its group and its wording. */
final class StatementList implements Recogniser {

    private static final double CONFIDENCE = 0.97;
    private static final Pattern STATEMENT = Pattern.compile(
            "(?i)(?:.* )?(?:statements?|expectations?|performance criteri(?:on|a)|indicators?|wording|text|descriptors?)");
    private static final Pattern OUTER = Pattern.compile(
            "(?i)(?:.* )?(?:domains?|pillars?|themes?|areas?|strands?|clusters?|categor(?:y|ies)|groups?|sections?)(?: .*)?");
    private static final Pattern INNER = Pattern.compile(
            "(?i)(?:.* )?(?:aspects?|competenc(?:y|ies|e|es)|capabilit(?:y|ies)|topics?|elements?|standards?|sub-?\\w+)(?: (?:title|name))?");
    private static final Pattern CODE =
            Pattern.compile("(?i)(?:.* )?(?:codes?|refs?\\.?|references?|no\\.?|numbers?|ids?|#)");
    private static final Pattern KIND = Pattern.compile("(?i)(?:statement )?(?:kind|type)");

    /** Which column is what; -1 for none. */
    private record Columns(int level, int statement, List<Integer> groups, int code, int kind) {

        static Optional<Columns> of(Grid.Row header) {
            var names = header.slots().stream().map(slot -> slot.text().strip()).toList();
            var level = first(names, LevelWords::levelColumn);
            var statement = first(names, name -> STATEMENT.matcher(name).matches());
            var code = first(names, name -> CODE.matcher(name).matches());
            var outer = first(names, name -> OUTER.matcher(name).matches());
            var inner = first(names, name -> INNER.matcher(name).matches());
            if (statement < 0) {
                statement = inner;
                inner = -1;
            }
            var groups = IntStream.of(outer, inner)
                    .filter(column -> column >= 0)
                    .boxed()
                    .toList();
            return level < 0 || statement < 0 || groups.contains(statement)
                    ? Optional.empty()
                    : Optional.of(new Columns(level, statement, groups, code, first(names, name -> KIND.matcher(name)
                            .matches())));
        }

        private static int first(List<String> names, java.util.function.Predicate<String> is) {
            return IntStream.range(0, names.size())
                    .filter(column -> is.test(names.get(column)))
                    .findFirst()
                    .orElse(-1);
        }

        boolean holds(int column) {
            return column == level
                    || column == statement
                    || groups.contains(column)
                    || column == code
                    || column == kind;
        }
    }

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        var reading = new Reading(outline);
        for (var block : outline.blocks()) {
            if (block instanceof Block.Table table && table.rows().size() > 2) {
                var grid = Grid.of(table);
                Columns.of(grid.rows().getFirst())
                        .filter(columns -> repeats(grid, columns))
                        .ifPresent(columns -> reading.read(grid, columns));
            }
        }
        return reading.candidate();
    }

    /** Levels that come again; where groups are named, they may also stay blank below their first row. */
    private static boolean repeats(Grid grid, Columns columns) {
        var body = grid.rows().subList(1, grid.rows().size());
        var names = body.stream()
                .map(row -> Phrase.key(row.text(columns.level())))
                .filter(name -> !name.isEmpty())
                .toList();
        var distinct = names.stream().distinct().count();
        return distinct > 0
                && distinct < (columns.groups().isEmpty() ? names.size() : body.size())
                && body.stream().allMatch(row -> Phrase.wordCount(row.text(columns.level())) <= 10);
    }

    private static final class Reading {
        private final Draft draft;
        private final MatrixStatements statements;
        private final Map<String, LevelDraft> levels = new LinkedHashMap<>();
        private final Map<String, GroupDraft> groups = new HashMap<>();
        private final List<GroupDraft> roots = new ArrayList<>();
        private final Slug.Unique levelIds = new Slug.Unique();
        private final Slug.Unique groupIds = new Slug.Unique();

        Reading(DocumentOutline outline) {
            this.draft = new Draft(outline);
            this.statements = new MatrixStatements(draft);
        }

        void read(Grid grid, Columns columns) {
            var header = grid.rows().getFirst();
            var body = grid.rows().subList(1, grid.rows().size()).stream()
                    .filter(row -> row.filled() > 0)
                    .toList();
            var blank = body.stream()
                    .filter(row -> row.text(columns.level()).isBlank())
                    .count();
            var carries = blank * 2 > body.size();
            var codes = body.stream()
                    .map(row -> columns.code() < 0 ? "" : row.text(columns.code()))
                    .toList();
            var codesOfGroups = columns.code() >= 0
                    && codes.stream().distinct().count() < codes.size()
                    && !columns.groups().isEmpty();
            @Nullable LevelDraft level = null;
            @Nullable GroupDraft group = null;
            for (var row : body) {
                if (Phrase.key(row.joined()).equals(Phrase.key(header.joined()))) {
                    draft.leaveOut(row.span(), "repeated-heading");
                    continue;
                }
                var named = row.text(columns.level());
                level = named.isBlank() ? (carries ? level : null) : level(named);
                if (level != null) {
                    level.standsAt(row.span());
                }
                group = group(row, columns, header, codesOfGroups, group);
                var code = columns.code() < 0 || codesOfGroups ? null : row.text(columns.code());
                statements.add(level, group, code, kind(row, columns), row, columns.statement());
                leaveOutOthers(row, header, columns);
            }
            draft.leaveOut(header.span(), "column-headings");
        }

        private LevelDraft level(String name) {
            return levels.computeIfAbsent(LevelName.of(name).map(LevelName::key).orElse(Phrase.key(name)), key -> {
                var parsed = LevelName.of(name).or(() -> LevelName.ofAnyWord(name));
                var code = parsed.map(LevelName::code).orElse(null);
                return new LevelDraft(
                        levelIds.of(code == null ? name : code),
                        code,
                        parsed.isPresent() ? parsed.get().title() : name);
            });
        }

        private @Nullable GroupDraft group(
                Grid.Row row, Columns columns, Grid.Row header, boolean coded, @Nullable GroupDraft before) {
            @Nullable GroupDraft parent = null;
            for (var column : columns.groups()) {
                var text = row.text(column);
                if (text.isBlank()) {
                    if (column.equals(columns.groups().getFirst())) {
                        return before;
                    }
                    continue;
                }
                var over = parent;
                var last = column.equals(columns.groups().getLast());
                var code = coded && last ? row.text(columns.code()) : "";
                parent = groups.computeIfAbsent(
                        (over == null ? "" : over.id) + "/" + Phrase.key(text + " " + code), key -> {
                            var kind =
                                    MatrixLabels.kindNamed(header.text(column)).orElse("group");
                            var added = code.isBlank()
                                    ? GroupNames.draft(text, kind, groupIds)
                                    : GroupNames.coded(kind, code, text, groupIds);
                            (over == null ? roots : over.groups).add(added);
                            return added;
                        });
                parent.standsAt(row.span());
            }
            return parent;
        }

        private static Kind kind(Grid.Row row, Columns columns) {
            var text = columns.kind() < 0 ? "" : row.text(columns.kind()).toLowerCase(Locale.ROOT);
            if (text.contains("entry") || text.contains("qualification")) {
                return Kind.ENTRY_CRITERION;
            }
            return text.contains("learning") ? Kind.LEARNING : Kind.EXPECTATION;
        }

        private void leaveOutOthers(Grid.Row row, Grid.Row header, Columns columns) {
            for (var column = 0; column < row.slots().size(); column++) {
                if (!columns.holds(column) && CellState.of(row.text(column)) != State.BLANK) {
                    draft.leaveOut(row.span(), "other-column", header.text(column) + ": " + row.text(column));
                }
            }
        }

        Optional<Candidate> candidate() {
            if (levels.isEmpty()) {
                return Optional.empty();
            }
            MatrixLabels.sort(roots);
            Pillar.mark(roots);
            var ordered = new ArrayList<>(levels.values());
            if (ordered.stream().allMatch(level -> level.code != null)) {
                ordered.sort(Comparator.comparingInt(level -> LevelName.of(String.valueOf(level.code))
                        .map(LevelName::rank)
                        .orElse(0)));
            }
            statements.finish(roots, ordered);
            ordered.forEach(level -> draft.levels.add(level.entry(draft)));
            roots.forEach(group -> draft.groups.add(group.entry(draft)));
            return Optional.of(new Candidate(CONFIDENCE, draft.document()));
        }
    }
}
