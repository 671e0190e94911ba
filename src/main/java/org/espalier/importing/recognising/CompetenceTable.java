package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/**
 * Tables of competences by principle and function. A blank cell goes on with the one above it, over page cuts too. A row
 * without a competence has lost a blank cell in front: its cells are one place too far to the left.
 */
final class CompetenceTable {

    private static final Pattern CODED =
            Pattern.compile("(?<code>\\d{1,2}(?:\\.\\d{1,2})?|\\p{Lu}(?=[.):]))[.):]*\\s+(?<title>\\p{L}.*)");
    /** What a column of such a table holds. */
    private enum Column {
        PRINCIPLE,
        FUNCTION,
        CODE,
        COMPETENCE
    }

    private final Places places;
    private final Links links;
    private final BiConsumer<String, Span> shifted;
    private Block.@Nullable Cell principle;
    private @Nullable String function;

    /**
     * @param shifted hears of every row that was read one place to the right
     */
    CompetenceTable(Places places, Links links, BiConsumer<String, Span> shifted) {
        this.places = places;
        this.links = links;
        this.shifted = shifted;
    }

    static boolean is(Block.Table table) {
        return columns(table.rows().getFirst())
                .filter(columns -> columns.contains(Column.PRINCIPLE) || columns.contains(Column.FUNCTION))
                .isPresent();
    }

    /** Whether a table that stands where competences are due has a column of them, be it the only one. */
    static boolean hasCompetences(Block.Table table) {
        return columns(table.rows().getFirst()).isPresent();
    }

    private static Optional<List<@Nullable Column>> columns(Block.Row header) {
        var columns = new ArrayList<@Nullable Column>();
        for (var cell : header.cells()) {
            columns.add(column(cell.text().toLowerCase(Locale.ROOT)));
        }
        return columns.contains(Column.COMPETENCE)
                        && header.cells().stream().allMatch(cell -> cell.text().length() < 60)
                ? Optional.of(columns)
                : Optional.empty();
    }

    private static @Nullable Column column(String heading) {
        if (heading.matches(
                ".*\\b(?:principle|theme|domain|category|cluster|area|group|topic|strand|pillar|section)s?\\b.*")) {
            return Column.PRINCIPLE;
        }
        if (heading.matches(".*\\b(?:function|purpose|activity|activities|task|element|sub-?\\w+)s?\\b.*")) {
            return Column.FUNCTION;
        }
        if (heading.matches("(?:.*\\b)?(?:code|number|ref|reference|urn|id)s?\\.?")) {
            return Column.CODE;
        }
        return heading.matches(
                        ".*\\b(?:competenc\\w+|capabilit\\w+|standards?|nos|units?|title|statements?|skills?)\\b.*")
                ? Column.COMPETENCE
                : null;
    }

    /** The rows below the header; what is blank at the top of one table goes on with the table before it. */
    List<Competence> read(Block.Table table) {
        var columns = columns(table.rows().getFirst()).orElseThrow();
        var competences = new ArrayList<Competence>();
        for (var row : table.rows().subList(1, table.rows().size())) {
            if (columns(row).isEmpty()
                    || !row.text(0).equals(table.rows().getFirst().text(0))) {
                row(row, columns).ifPresent(competences::add);
            }
        }
        return competences;
    }

    private Optional<Competence> row(Block.Row row, List<@Nullable Column> columns) {
        var width = columns.size();
        var cells = new ArrayList<Block.@Nullable Cell>();
        for (var i = 0; i < width; i++) {
            var cell = i < row.cells().size() ? row.cells().get(i) : null;
            cells.add(cell == null || cell.text().isBlank() ? null : cell);
        }
        var at = columns.indexOf(Column.COMPETENCE);
        var last = width - 1;
        while (last >= 0 && cells.get(last) == null) {
            last--;
        }
        if (last < 0) {
            return Optional.empty();
        }
        if (cells.get(at) == null && last < at) {
            shift(row, cells, last, at);
        }
        var competence = cells.get(at);
        return competence == null ? Optional.empty() : Optional.of(competence(row, cells, columns, competence));
    }

    /** Moves the cells right until the last one stands in the competence's column; a principle stays where it is. */
    private void shift(Block.Row row, List<Block.@Nullable Cell> cells, int last, int to) {
        var first = cells.getFirst();
        var from = last > 0 && first != null && CODED.matcher(first.text()).matches() ? 1 : 0;
        for (var i = 0; i <= last - from; i++) {
            cells.set(to - i, cells.get(last - i));
        }
        for (var i = from; i < to - (last - from); i++) {
            cells.set(i, null);
        }
        shifted.accept(String.valueOf(row.text(last)), row.span());
    }

    private Competence competence(
            Block.Row row, List<Block.@Nullable Cell> cells, List<@Nullable Column> columns, Block.Cell competence) {
        var newPrinciple = at(cells, columns, Column.PRINCIPLE);
        if (newPrinciple != null) {
            principle = newPrinciple;
            function = null;
        }
        var newFunction = at(cells, columns, Column.FUNCTION);
        if (newFunction != null) {
            function = newFunction.text();
        }
        var named = principle == null ? "" : principle.text();
        var coded = CODED.matcher(named);
        var hasCode = coded.matches();
        var codeCell = at(cells, columns, Column.CODE);
        var standard =
                codeCell == null ? Standard.of(competence.text()) : new Standard(competence.text(), codeCell.text());
        return new Competence(
                hasCode ? coded.group("title") : named.isEmpty() ? null : named,
                hasCode ? coded.group("code") : null,
                function,
                standard.title(),
                standard.code(),
                links.on(row.span(), competence.text()).orElse(null),
                places.of(row.span()),
                List.of());
    }

    private static Block.@Nullable Cell at(
            List<Block.@Nullable Cell> cells, List<@Nullable Column> columns, Column column) {
        var index = columns.indexOf(column);
        return index < 0 ? null : cells.get(index);
    }
}
