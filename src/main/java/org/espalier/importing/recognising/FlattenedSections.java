package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.FlattenedColumns.Unit;
import org.espalier.importing.recognising.PillarSection.Item;
import org.espalier.importing.recognising.PillarSection.Words;
import org.jspecify.annotations.Nullable;

/** Reads the rows of flattened tables: a pillar's title, its aspects, then every item of every column. */
final class FlattenedSections {

    private final Set<String> titles;
    private final Map<String, Integer> bullets;

    /**
     * @param titles the keys of the pillars' titles, as they stand below the headers
     * @param bullets how often each bullet stands in the document, by key: aspects return
     */
    private FlattenedSections(Set<String> titles, Map<String, Integer> bullets) {
        this.titles = titles;
        this.bullets = bullets;
    }

    static FlattenedSections of(List<Block> blocks, PillarHeader header) {
        var titles = new HashSet<String>();
        var bullets = new HashMap<String, Integer>();
        var named = new HashMap<String, Integer>();
        for (var i = 0; i < blocks.size(); i++) {
            if (i > 0 && header.standsIn(blocks.get(i - 1))) {
                titles.add(BlockText.key(BlockText.of(blocks.get(i))));
            }
            if (BlockText.titleLike(blocks.get(i))
                    && Pillar.named(BlockText.of(blocks.get(i))).isPresent()
                    && named.merge(BlockText.key(BlockText.of(blocks.get(i))), 1, Integer::sum) > 1) {
                titles.add(BlockText.key(BlockText.of(blocks.get(i))));
            }
            if (blocks.get(i) instanceof Block.ListItem item) {
                bullets.merge(BlockText.key(item.text()), 1, Integer::sum);
            }
        }
        return new FlattenedSections(titles, bullets);
    }

    /** The sections in the blocks that follow one header. */
    List<PillarSection> read(List<Block> blocks) {
        var sections = new ArrayList<PillarSection>();
        var from = 0;
        for (var i = 1; i <= blocks.size(); i++) {
            if (i == blocks.size() || newTitle(blocks, i)) {
                sections.add(section(blocks.subList(from, i)));
                from = i;
            }
        }
        return sections;
    }

    /** A title that is known from elsewhere and has its aspects below it begins a row without a header. */
    private boolean newTitle(List<Block> blocks, int index) {
        return BlockText.running(blocks.get(index))
                && titles.contains(BlockText.key(BlockText.of(blocks.get(index))))
                && index + 1 < blocks.size()
                && blocks.get(index + 1) instanceof Block.ListItem;
    }

    private PillarSection section(List<Block> blocks) {
        var title = blocks.getFirst();
        var i = 1;
        var bulletsOnly = blocks.stream().skip(1).allMatch(Block.ListItem.class::isInstance);
        var aspects = new ArrayList<Words>();
        while (i < blocks.size()
                && blocks.get(i) instanceof Block.ListItem aspect
                && (!bulletsOnly || bullets.getOrDefault(BlockText.key(aspect.text()), 0) > 1)) {
            aspects.add(PillarSection.words(aspect));
            i++;
        }
        return new PillarSection(
                new Words(BlockText.withoutContinued(BlockText.of(title)), title.span()),
                aspects,
                items(blocks.subList(i, blocks.size())));
    }

    private static List<Item> items(List<Block> blocks) {
        var items = new ArrayList<Item>();
        var run = 0;
        @Nullable Words leadIn = null;
        @Nullable Block before = null;
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var bullet = block instanceof Block.ListItem;
            if (!bullet) {
                leadIn = null;
            }
            if (before != null && !Places.touch(before.span(), block.span()) && !(bullet && leadIn != null)) {
                run++;
            }
            if (!bullet
                    && BlockText.of(block).endsWith(":")
                    && i + 1 < blocks.size()
                    && blocks.get(i + 1) instanceof Block.ListItem) {
                leadIn = PillarSection.words(block);
            } else {
                items.add(item(block, leadIn, run));
            }
            before = block;
        }
        return items;
    }

    private static Item item(Block block, @Nullable Words leadIn, int run) {
        var lines = BlockText.lines(block).stream().map(Block.Line::text).toList();
        return new Item(PillarSection.words(block), lines, leadIn, run, block instanceof Block.ListItem, 0, false);
    }

    /** The sections with each item in its column. */
    static List<PillarSection> inColumns(PillarHeader header, List<PillarSection> sections) {
        var rows = sections.stream().map(section -> units(section.items())).toList();
        var verdicts = FlattenedColumns.read(header.columns(), rows);
        var placed = new ArrayList<PillarSection>();
        for (var s = 0; s < sections.size(); s++) {
            var items = new ArrayList<Item>();
            var unit = -1;
            var run = -1;
            for (var item : sections.get(s).items()) {
                if (item.run() != run) {
                    unit++;
                    run = item.run();
                }
                var verdict = verdicts.get(s).get(unit);
                items.add(item.in(verdict.column(), verdict.certain()));
            }
            placed.add(sections.get(s).with(items));
        }
        return placed;
    }

    private static List<Unit> units(List<Item> items) {
        var units = new ArrayList<Unit>();
        var from = 0;
        for (var i = 1; i <= items.size(); i++) {
            if (i == items.size() || items.get(i).run() != items.get(from).run()) {
                units.add(unit(items.subList(from, i)));
                from = i;
            }
        }
        return units;
    }

    /** Bullets are set in from the column's edge, so only what introduces them shows the column's width. */
    private static Unit unit(List<Item> items) {
        var evidence = items.stream()
                .filter(item -> item.leadIn() == null)
                .map(Item::lines)
                .toList();
        var spans = items.stream().map(item -> item.words().span()).toList();
        var leadIn = items.getFirst().leadIn();
        var first = leadIn == null ? spans.getFirst() : leadIn.span();
        Span whole = first.through(spans.getLast());
        return new Unit(evidence, whole.last() - whole.first() + 2);
    }
}
