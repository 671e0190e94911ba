package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.espalier.importing.outline.Block;

/**
 * Items of a list that are headings of the list inside them: each has items of its own, and the same ones come again in
 * other lists, as the names of levels do under every group.
 */
final class ItemsOverItems {

    private ItemsOverItems() {}

    static List<Block> of(List<Block> blocks) {
        var over = new HashMap<String, List<Integer>>();
        var single = new HashSet<String>();
        for (var i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.ListItem item && item.depth() == 0) {
                var key = Phrase.key(item.text());
                if (Phrase.label(item.text())
                        && i + 1 < blocks.size()
                        && blocks.get(i + 1) instanceof Block.ListItem inner
                        && inner.depth() > 0) {
                    over.computeIfAbsent(key, unseen -> new ArrayList<>()).add(i);
                } else {
                    single.add(key);
                }
            }
        }
        var headings = new HashSet<Integer>();
        over.forEach((key, indexes) -> {
            if (indexes.size() > 1 && !single.contains(key)) {
                headings.addAll(indexes);
            }
        });
        if (headings.isEmpty()) {
            return blocks;
        }
        var read = new ArrayList<Block>();
        var inside = false;
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (!(block instanceof Block.ListItem item)) {
                inside = false;
                read.add(block);
            } else if (headings.contains(i)) {
                inside = true;
                read.add(new Block.Heading(0, item.text(), item.span()));
            } else {
                inside &= item.depth() > 0;
                read.add(
                        inside
                                ? new Block.ListItem(
                                        item.depth() - 1, item.marker(), item.text(), item.lines(), item.span())
                                : item);
            }
        }
        return read;
    }
}
