package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.framework.format.LeftOut;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.LevelHeadings.LevelHeading;

/**
 * Documents in which every level has a table with a row for each pillar and a column for each facet. Where a reader found
 * the tables, the cells say which column an item belongs to. Where they were flattened to text, one column's items follow
 * another's without a mark between them, under a header line that each page repeats; then the columns are worked out from
 * the way lines were wrapped, and what cannot be proved is marked as uncertain.
 */
public final class FlattenedPillarTables implements Recogniser {

    private static final Set<String> BACK_MATTER = Set.of(
            "references",
            "bibliography",
            "glossary",
            "acknowledgements",
            "acknowledgments",
            "appendix",
            "appendices",
            "further reading",
            "useful links",
            "resources",
            "contact us",
            "contacts",
            "contact",
            "index");

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        var blocks = outline.blocks().stream()
                .filter(block -> !(block instanceof Block.Furniture))
                .toList();
        return Stream.of(PillarHeader.tabled(blocks), PillarHeader.flattened(blocks))
                .flatMap(Optional::stream)
                .flatMap(header -> read(outline, blocks, header).stream())
                .findFirst();
    }

    private static Optional<Candidate> read(DocumentOutline outline, List<Block> blocks, PillarHeader header) {
        var headings = LevelHeadings.in(blocks, header);
        if (headings.isEmpty()) {
            return Optional.empty();
        }
        var firsts = PillarLevel.firsts(headings);
        var starts = PillarLevel.starts(blocks, headings);
        var end = end(blocks, starts.getLast());
        var labels = labels(blocks, headings);
        var repeated = new ArrayList<Span>();
        var furniture = new ArrayList<Block>();
        var levels = new ArrayList<PillarLevel>();
        var sections = FlattenedSections.of(blocks, header);
        for (var l = 0; l < firsts.size(); l++) {
            var until = l + 1 < starts.size() ? starts.get(l + 1) : end;
            var own = new ArrayList<Block>();
            for (var block : blocks.subList(starts.get(l), until)) {
                (FrontMatter.pageFurniture(block) ? furniture : own).add(block);
            }
            levels.add(level(own, firsts.get(l), headings, header, labels, sections, repeated));
        }
        var front = blocks.subList(0, starts.getFirst());
        return new PillarDraft(outline, header, inColumns(header, levels), front).candidate(repeated, furniture);
    }

    private static PillarLevel level(
            List<Block> blocks,
            LevelHeading first,
            List<LevelHeading> headings,
            PillarHeader header,
            Map<String, Integer> labels,
            FlattenedSections flattened,
            List<Span> headers) {
        var table = 0;
        while (table < blocks.size() && !header.standsIn(blocks.get(table))) {
            table++;
        }
        var sections = new ArrayList<PillarSection>();
        var from = table;
        for (var i = table; i <= blocks.size(); i++) {
            if (i < blocks.size() && !header.standsIn(blocks.get(i))) {
                continue;
            }
            if (i > from) {
                sections.addAll(flattened.read(blocks.subList(from, i)));
            }
            from = i + 1;
            if (i < blocks.size()) {
                if (blocks.get(i) instanceof Block.Table rows) {
                    headers.add(rows.rows().getFirst().span());
                    sections.addAll(TabledSections.read(rows));
                } else {
                    headers.add(blocks.get(i).span());
                }
            }
        }
        var codes = headings.stream()
                .filter(heading -> heading.key().equals(first.key()))
                .map(LevelHeading::code)
                .collect(Collectors.toSet());
        return PillarLevel.read(
                        blocks.subList(0, table),
                        first,
                        block -> BlockText.running(block) && LevelHeadings.names(block, codes),
                        labels)
                .with(sections);
    }

    /** Items of flattened tables in their columns; all rows of the document bear witness together. */
    private static List<PillarLevel> inColumns(PillarHeader header, List<PillarLevel> levels) {
        var sections =
                levels.stream().flatMap(level -> level.sections().stream()).toList();
        if (sections.stream().flatMap(section -> section.items().stream()).allMatch(PillarSection.Item::certain)) {
            return levels;
        }
        var placed = FlattenedSections.inColumns(header, sections);
        var result = new ArrayList<PillarLevel>();
        var from = 0;
        for (var level : levels) {
            var count = level.sections().size();
            result.add(level.with(placed.subList(from, from + count)));
            from += count;
        }
        return result;
    }

    /** How many level headings each short line follows. */
    private static Map<String, Integer> labels(List<Block> blocks, List<LevelHeading> headings) {
        var labels = new HashMap<String, Integer>();
        for (var heading : headings) {
            if (heading.block() + 1 < blocks.size()) {
                labels.merge(BlockText.key(BlockText.of(blocks.get(heading.block() + 1))), 1, Integer::sum);
            }
        }
        return labels;
    }

    private static int end(List<Block> blocks, int from) {
        for (var i = from; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading
                    && BACK_MATTER.contains(BlockText.key(heading.text()).replaceFirst(" \\w$| \\d+$", ""))) {
                return i;
            }
        }
        return blocks.size();
    }

    static List<LeftOut> leftOut(List<Span> repeated, List<Block> furniture, Places places, String header) {
        return Stream.concat(
                        repeated.stream().skip(1).map(span -> places.leftOut(span, "repeated-heading", header)),
                        furniture.stream()
                                .map(block -> places.leftOut(block.span(), "page-furniture", BlockText.of(block))))
                .toList();
    }
}
