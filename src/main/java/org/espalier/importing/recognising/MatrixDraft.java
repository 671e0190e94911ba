package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.framework.format.ProviderMapping;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.Vocabulary.Field;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/** Makes a draft of tables whose columns are levels, table by table and row by row. */
final class MatrixDraft {

    private static final Pattern OF_THE_TABLE = Pattern.compile(
            "(?i).*\\b(?:matrix|framework|tables?|grid|levels|stages|tiers|bands|competencies|capabilities|overview|at a glance)\\b.*");

    private static final Pattern PAY_BAND = Pattern.compile(
            "(?i)(?:usual |typical |indicative |nhs )?(?:(?:afc|agenda for change|pay) (?:pay )?(?:bands?|scales?|grades?)|salary|pay)(?:\\s*\\(.*\\))?");

    private final Draft draft;
    private final List<Block> blocks;
    private final List<LevelTable> tables;
    private final ColumnRoles roles;
    private final Map<String, LevelDraft> levels = new LinkedHashMap<>();
    private final Slug.Unique groupIds = new Slug.Unique();
    private final List<GroupDraft> roots = new ArrayList<>();
    private final MatrixStatements statements;
    private final MatrixLabels labels;
    private @Nullable GroupDraft domain;
    private boolean ticksNoted;

    MatrixDraft(DocumentOutline outline, List<Block> blocks, List<LevelTable> tables, ColumnRoles roles) {
        this.draft = new Draft(outline);
        this.blocks = blocks;
        this.tables = tables;
        this.roles = roles;
        this.statements = new MatrixStatements(draft);
        this.labels = new MatrixLabels(groupIds, roots, wordForCompetency());
    }

    Draft draft() {
        nameLevels();
        for (var i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            enterDomain(i);
            labels.enter(table, levelColumns(table).keySet(), domain);
            table.above().forEach(this::aboveHeader);
            standAt(table.headerRow().span());
            table.body().forEach(row -> read(table, row));
        }
        labels.finish();
        statements.finish(roots, levels.values());
        draft.providerMappings.sort(Comparator.comparing(mapping -> MatrixLabels.number(mapping.code())));
        roots.forEach(group -> draft.groups.add(group.entry(draft)));
        levels.values().forEach(level -> draft.levels.add(level.entry(draft)));
        return draft;
    }

    /** The document's own word for a row, from its headings; "competency" when it has none. */
    private String wordForCompetency() {
        return blocks.stream().filter(Flow::headingLike).anyMatch(block -> Flow.text(block)
                        .matches("(?i).*\\bcapabilit(?:y|ies)\\b.*"))
                ? "capability"
                : "competency";
    }

    private void nameLevels() {
        var names = new LinkedHashMap<String, String>();
        for (var table : tables) {
            table.named().stream()
                    .filter(column -> roles.level(column.name()))
                    .forEach(column -> names.putIfAbsent(Phrase.key(column.name()), column.name()));
        }
        var numbered = names.values().stream().map(LevelName::of).toList();
        var ordered = new ArrayList<>(names.values());
        if (numbered.stream().allMatch(name -> name.isPresent())) {
            ordered.sort(Comparator.comparingInt(
                    name -> LevelName.of(name).map(LevelName::rank).orElse(0)));
        }
        var ids = new Slug.Unique();
        for (var name : ordered) {
            var parsed = LevelName.of(name).or(() -> LevelName.ofAnyWord(name));
            var code = parsed.map(LevelName::code).orElse(null);
            var level = new LevelDraft(
                    ids.of(code == null ? name : code),
                    code,
                    parsed.isPresent() ? parsed.get().title() : name);
            level.ofCareerFramework(name, parsed.map(LevelName::rank).orElse(0));
            levels.put(Phrase.key(name), level);
        }
    }

    /**
     * A title in the first cell heads the rows below, as it would in a row of its own further down; over the one table of
     * a document without headings it is the document's.
     */
    private void aboveHeader(Grid.Row row) {
        if (row.filled() != 1 || row.text(0).isBlank()) {
            standAt(row.span());
        } else if (tables.size() == 1
                && blocks.stream().noneMatch(Flow::headingLike)
                && Vocabulary.group(row.joined()).isEmpty()) {
            draft.title = row.joined();
            draft.titleSource = draft.place(row.span());
        } else {
            labels.heading(row);
        }
    }

    private void standAt(Span header) {
        levels.values().forEach(level -> level.standsAt(header));
    }

    /** Which level each column of a table is. */
    private Map<Integer, LevelDraft> levelColumns(LevelTable table) {
        var columns = new LinkedHashMap<Integer, LevelDraft>();
        for (var column : table.named()) {
            if (levels.get(Phrase.key(column.name())) instanceof LevelDraft level) {
                columns.put(column.index(), level);
            }
        }
        return columns;
    }

    /** The heading over a table is its domain, and what stands between them describes it. */
    private void enterDomain(int index) {
        var from = index == 0 ? 0 : tables.get(index - 1).block() + 1;
        var above = blocks.subList(from, tables.get(index).block());
        var heading = -1;
        for (var i = 0; i < above.size(); i++) {
            var better = heading < 0
                    || Vocabulary.group(Flow.text(above.get(heading))).isEmpty()
                    || Vocabulary.group(Flow.text(above.get(i))).isPresent();
            if (Flow.headingLike(above.get(i)) && better) {
                heading = i;
            }
        }
        if (heading < 0
                || overGroups(index, above.get(heading))
                || isTitle(index, above.get(heading))
                || Remainder.introduces(Flow.text(above.get(heading)))) {
            return;
        }
        domain = GroupNames.draft(Flow.text(above.get(heading)), groupIds);
        domain.standsAt(above.get(heading).span());
        roots.add(domain);
        for (var block : above.subList(heading + 1, above.size())) {
            if (!(block instanceof Block.Table)) {
                domain.describe(Flow.text(block), block.span());
            }
        }
    }

    /** A heading over the one table of a document is no group when it speaks of the table, or columns name the groups. */
    private boolean overGroups(int index, Block heading) {
        var first = levelColumns(tables.get(index)).keySet().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
        var names = tables.get(index).names();
        var labels = names.subList(0, Math.min(first, names.size())).stream()
                .filter(name -> !name.matches("(?i)(?:ref\\w*|codes?|no|nos|number|id|#)?\\.?"))
                .count();
        return alone()
                && (labels > 1 || OF_THE_TABLE.matcher(Flow.text(heading)).matches())
                && Vocabulary.group(Flow.text(heading)).isEmpty();
    }

    /** Whether there is one table, or one in several pieces without headings between them. */
    private boolean alone() {
        var first = tables.getFirst().block();
        return blocks.subList(first, tables.getLast().block()).stream().noneMatch(Flow::headingLike)
                && tables.stream().map(LevelTable::names).distinct().count() == 1;
    }

    /** The one heading of a document with one table is its title, unless it says that it is a domain. */
    private boolean isTitle(int index, Block heading) {
        return tables.size() == 1
                && index == 0
                && Vocabulary.group(Flow.text(heading)).isEmpty()
                && blocks.stream()
                        .filter(Flow::headingLike)
                        .findFirst()
                        .orElseThrow()
                        .equals(heading);
    }

    private void read(LevelTable table, Grid.Row row) {
        var columns = levelColumns(table);
        if (row.filled() == 0) {
            return;
        }
        if (table.repeatsHeader(row)) {
            standAt(row.span());
            return;
        }
        if (heading(row, columns)) {
            labels.heading(row);
            return;
        }
        if (ofTheLevels(row, columns)) {
            return;
        }
        var competency = labels.competency(row).orElse(null);
        var kind = kind(competency);
        if (ticks(row, columns)) {
            columns.forEach((column, level) -> tick(level, competency, kind, row, column));
        } else {
            columns.forEach(
                    (column, level) -> statements.add(level, competency, kind, row, column, labels.continued()));
        }
        for (var column : table.named()) {
            var provider = roles.providers().get(Phrase.key(column.name()));
            if (provider != null) {
                map(provider, competency, row, column.index());
            }
        }
        leaveOutOthers(table, row, columns);
    }

    /** A row that describes the levels, says what they require or names roles at them; pay bands are another scale. */
    private boolean ofTheLevels(Grid.Row row, Map<Integer, LevelDraft> columns) {
        if (PAY_BAND.matcher(row.text(0).strip()).matches()) {
            draft.leaveOut(row.span(), "pay-band");
            return true;
        }
        var field = Vocabulary.field(row.text(0));
        if (field.isEmpty() || columns.containsKey(0)) {
            return false;
        }
        columns.forEach((column, level) -> {
            var items = MatrixStatements.items(row.slot(column)).stream()
                    .filter(item -> CellState.of(item) == State.STATED)
                    .flatMap(
                            item -> field.get() == Field.DESCRIPTOR ? Stream.of(item) : Separators.apart(item).stream())
                    .toList();
            level.field(field.get()).addAll(items);
            level.standsAt(row.span());
        });
        return true;
    }

    private static boolean ticks(Grid.Row row, Map<Integer, LevelDraft> columns) {
        return columns.keySet().stream().allMatch(column -> CellState.tickOrNone(row.text(column)))
                && columns.keySet().stream().anyMatch(column -> CellState.ticked(row.text(column)));
    }

    /** A tick says that what the row names is expected. */
    private void tick(LevelDraft level, @Nullable GroupDraft competency, Kind kind, Grid.Row row, int column) {
        if (!ticksNoted) {
            draft.note(
                    "ticked-cells",
                    "Ticks show what each level expects. The wording of the row is taken as the expectation.",
                    row.span());
            ticksNoted = true;
        }
        var ticked = CellState.ticked(row.text(column)) && competency != null;
        statements.tick(level, competency, kind, row, ticked && competency != null ? competency.title : null);
    }

    /** A single cell that is no competency with empty cells beside it. */
    private static boolean heading(Grid.Row row, Map<Integer, LevelDraft> columns) {
        return row.filled() == 1
                && columns.keySet().stream().noneMatch(column -> own(row, column))
                && Vocabulary.coded(row.joined())
                        .filter(name -> name.code().contains("."))
                        .isEmpty();
    }

    private Kind kind(@Nullable GroupDraft competency) {
        var over = roots.stream()
                .filter(root -> root == competency || (competency != null && root.groups.contains(competency)))
                .findFirst();
        var entry = (competency != null && EntryCriteria.in(competency.title, competency.description))
                || over.filter(root -> EntryCriteria.in(root.title, root.description))
                        .isPresent();
        return entry ? Kind.ENTRY_CRITERION : Kind.EXPECTATION;
    }

    private static boolean own(Grid.Row row, int column) {
        return row.slot(column).reach() == Grid.Reach.OWN && !row.text(column).isBlank();
    }

    private void map(String provider, @Nullable GroupDraft competency, Grid.Row row, int column) {
        var state = CellState.of(row.text(column));
        var code = competency == null
                ? row.text(0)
                : Objects.requireNonNullElse(
                        competency.code, Objects.requireNonNullElse(competency.title, competency.id));
        draft.providerMappings.add(new ProviderMapping(
                provider, code, state, state == State.STATED ? row.text(column) : null, draft.place(row.span())));
    }

    /** Cells of columns that are neither labels nor levels nor providers. */
    private void leaveOutOthers(LevelTable table, Grid.Row row, Map<Integer, LevelDraft> columns) {
        var first = columns.keySet().stream().mapToInt(Integer::intValue).min().orElse(0);
        for (var column = first; column < row.slots().size(); column++) {
            var name = column < table.names().size() ? table.names().get(column) : "";
            if (!columns.containsKey(column) && !roles.providers().containsKey(Phrase.key(name)) && own(row, column)) {
                if (column >= table.names().size()) {
                    draft.warn(
                            "row-longer-than-header",
                            "This row has more cells than the header names. What stands beyond is left out; a stroke"
                                    + " within a sentence may have cut a cell in two.",
                            row.span());
                }
                draft.leaveOut(
                        row.span(), "other-column", name.isBlank() ? row.text(column) : name + ": " + row.text(column));
            }
        }
    }
}
