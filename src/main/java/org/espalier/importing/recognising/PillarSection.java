package org.espalier.importing.recognising;

import java.util.List;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one row of a table of pillars, or in the part of it that is on one page.
 *
 * @param title the pillar's, without "(continued)"
 * @param aspects its parts as listed under the title
 */
record PillarSection(Words title, List<Words> aspects, List<Item> items) {
    PillarSection {
        aspects = List.copyOf(aspects);
        items = List.copyOf(items);
    }

    /** Some words and where they stand. */
    record Words(String text, Span span) {}

    /**
     * One expectation.
     *
     * @param lines as printed, for the evidence that is in line breaks; empty where there is none
     * @param leadIn what introduces it, when it is one of several bullets
     * @param run items of the same number stand in the same cell: with no blank line between them, or under one lead-in
     * @param marked whether a bullet stands in front of it, or its format tells it apart
     * @param column counted from 0
     */
    record Item(
            Words words,
            List<String> lines,
            @Nullable Words leadIn,
            int run,
            boolean marked,
            int column,
            boolean certain) {
        Item {
            lines = List.copyOf(lines);
        }

        Item in(int newColumn, boolean sure) {
            return new Item(words, lines, leadIn, run, marked, newColumn, sure);
        }
    }

    PillarSection with(List<Item> newItems) {
        return new PillarSection(title, aspects, newItems);
    }

    static Words words(Block block) {
        return new Words(BlockText.of(block), block.span());
    }
}
