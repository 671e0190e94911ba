package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/**
 * What stands under the heading of one level: its descriptor and other fields, then parts, each with the headings above
 * it and its statements.
 */
final class LevelSection {

    private static final Pattern SENTENCES = Pattern.compile("(?s)(?<before>.*[.!?])\\s+(?<last>[^.!?]+:)");
    private static final Pattern BEGINNING = Pattern.compile(
            "(?i)(?:.*\\b(?:to|should|will|must|can|may|shall|who|that)|(?:the|an?|all) \\p{L}+(?: \\p{L}+)?)\\s*:");
    private static final int COLUMN_HEADING = 4;

    /** Something said once, and where. */
    record Said(String text, Span span) {}

    /** One statement with its number in the document, if it has one of several parts, and what governs it. */
    record Saying(
            String text,
            Span span,
            @Nullable String code,
            @Nullable Said qualifier,
            @Nullable Said leadIn) {}

    /** Statements under a heading, and that under others, the outermost first; without when the document prints none. */
    record Part(List<Said> above, @Nullable Said heading, List<Saying> sayings) {

        /** The same under these headings too. */
        Part under(List<Said> headings) {
            var outer = Stream.concat(headings.stream(), above.stream()).toList();
            return heading == null && !outer.isEmpty()
                    ? new Part(outer.subList(0, outer.size() - 1), outer.getLast(), sayings)
                    : new Part(outer, heading, sayings);
        }
    }

    /** Text for one field of the level. */
    record FieldText(Vocabulary.Field field, Said said) {}

    final List<Part> parts = new ArrayList<>();
    final List<FieldText> fields = new ArrayList<>();
    final List<Span> labels = new ArrayList<>();
    private final List<Block> blocks;
    private final boolean bulleted;
    private final boolean divided;
    private List<Said> above = List.of();
    private @Nullable Said qualifier;
    private @Nullable Said beginning;
    private final List<Said> leadIns = new ArrayList<>();
    private Vocabulary.@Nullable Field field;
    private Part part = new Part(List.of(), null, new ArrayList<>());

    private LevelSection(List<Block> blocks) {
        this.blocks = blocks;
        this.bulleted = blocks.stream().anyMatch(block -> block instanceof Block.ListItem);
        this.divided = blocks.stream().anyMatch(block -> block instanceof Block.Table)
                || IntStream.range(0, blocks.size() - 1).anyMatch(this::opensPart);
    }

    /** Reads the blocks under a level's heading, its title left away; all for one field where that was announced above. */
    static LevelSection of(List<Block> blocks, Vocabulary.@Nullable Field field) {
        var section = new LevelSection(CodedStatements.asItems(blocks));
        section.field = field;
        for (var i = 0; i < section.blocks.size(); i++) {
            section.read(i);
        }
        section.endPart();
        return section;
    }

    /** Puts these before all else that stands under no heading. */
    void lead(List<Saying> sayings) {
        if (parts.isEmpty()
                || parts.getFirst().heading() != null
                || !parts.getFirst().above().isEmpty()) {
            parts.addFirst(new Part(List.of(), null, new ArrayList<>()));
        }
        parts.getFirst().sayings().addAll(0, sayings);
    }

    private void read(int index) {
        var block = blocks.get(index);
        var said = new Said(Flow.text(block), block.span());
        var announced = block instanceof Block.Heading || Flow.headingLike(block) || Flow.introduction(block)
                ? Vocabulary.field(said.text())
                : Optional.<Vocabulary.Field>empty();
        if (announced.isPresent() && index + 1 < blocks.size()) {
            endPart();
            part = new Part(List.of(), null, new ArrayList<>());
            field = announced.get();
            labels.add(block.span());
        } else if (Flow.headingLike(block)
                && (LevelWords.columnHeadings(said.text()) || onlyHeads(index, said.text()))) {
            labels.add(block.span());
        } else if (Flow.headingLike(block)) {
            heading(index, said);
        } else if (Flow.introduction(block) && index + 1 < blocks.size() && Flow.headingLike(blocks.get(index + 1))) {
            labels.add(block.span());
        } else if (Flow.introduction(block)) {
            leadIns.clear();
            introduce(said);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (field != null) {
            fields.add(new FieldText(field, said));
        } else if (block instanceof Block.ListItem item) {
            item(item, index + 1 < blocks.size() ? blocks.get(index + 1) : null);
        } else if (part.heading() == null
                && part.above().isEmpty()
                && part.sayings().isEmpty()
                && (bulleted || divided)) {
            fields.add(new FieldText(Vocabulary.Field.DESCRIPTOR, said));
        } else {
            part.sayings().add(new Saying(said.text(), said.span(), null, qualifier, null));
        }
    }

    /** Whether the one heading of the section says no more than that statements follow. */
    private boolean onlyHeads(int index, String text) {
        return Vocabulary.statements(text)
                && index + 1 < blocks.size()
                && blocks.stream().filter(Flow::headingLike).count() == 1;
    }

    /** Whether a heading that is none of a level's fields has text below it. */
    private boolean opensPart(int index) {
        return Flow.headingLike(blocks.get(index))
                && Vocabulary.field(Flow.text(blocks.get(index))).isEmpty()
                && !Flow.headingLike(blocks.get(index + 1));
    }

    private void heading(int index, Said said) {
        field = null;
        endPart();
        var below = index + 1 < blocks.size() ? blocks.get(index + 1) : null;
        var depth = Flow.depth(blocks.get(index));
        if (below == null) {
            part = new Part(List.of(), null, new ArrayList<>());
        } else if (Flow.headingLike(below) && (depth == 0 || Flow.depth(below) > depth)) {
            above = List.of(said);
            part = new Part(above, null, new ArrayList<>());
        } else {
            part = new Part(above, said, new ArrayList<>());
        }
    }

    private void item(Block.ListItem item, @Nullable Block next) {
        while (leadIns.size() > item.depth()) {
            leadIns.removeLast();
        }
        var leadIn = leadIns.isEmpty() ? beginning : leadIns.getLast();
        var introduces = next instanceof Block.ListItem below && below.depth() > item.depth();
        if (!introduces || !Phrase.introduces(item.text())) {
            part.sayings().add(new Saying(item.text(), item.span(), CodedStatements.code(item), qualifier, leadIn));
        }
        if (introduces) {
            leadIns.add(new Said(item.text(), item.span()));
        }
    }

    /** What introduces the items is the last sentence; what stands before it in the same paragraph describes the level. */
    private void introduce(Said said) {
        var sentences = SENTENCES.matcher(said.text());
        if (sentences.matches() && parts.isEmpty() && part.sayings().isEmpty()) {
            fields.add(new FieldText(Vocabulary.Field.DESCRIPTOR, new Said(sentences.group("before"), said.span())));
            said = new Said(sentences.group("last"), said.span());
        }
        var begins = BEGINNING.matcher(said.text()).matches();
        beginning = begins ? said : null;
        qualifier = begins ? null : said;
    }

    private void table(Block.Table table) {
        var header = table.rows().getFirst();
        if (table.rows().size() > 1 && columnHeadings(header)) {
            labels.add(header.span());
            table.rows().stream().skip(1).forEach(this::row);
        } else {
            table.rows().forEach(this::row);
        }
    }

    /** A row of cells that the format marks as headers, or whose words are those of headers. */
    private static boolean columnHeadings(Block.Row row) {
        return row.cells().size() > 1
                && (row.cells().stream().allMatch(Block.Cell::header)
                        || row.cells().stream()
                                .allMatch(cell -> LevelWords.column(cell.text())
                                        && Phrase.wordCount(cell.text()) <= COLUMN_HEADING));
    }

    /** A row of a table in a level: its first cell is a heading when there are more. */
    private void row(Block.Row row) {
        var cells = row.cells().stream().filter(cell -> !cell.text().isBlank()).toList();
        if (cells.size() > 1) {
            endPart();
            part = new Part(above, new Said(cells.getFirst().text(), row.span()), new ArrayList<>());
        }
        for (var cell : cells.subList(cells.size() > 1 ? 1 : 0, cells.size())) {
            var lines = !cell.lines().isEmpty()
                    ? cell.lines()
                    : List.of(new Block.Line(row.span().first(), cell.text()));
            lines.forEach(line -> part.sayings().add(new Saying(line.text(), row.span(), null, qualifier, null)));
        }
    }

    private void endPart() {
        qualifier = null;
        beginning = null;
        leadIns.clear();
        if (!part.sayings().isEmpty()) {
            parts.add(part);
        }
    }
}
