package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.importing.outline.Block;
import org.espalier.importing.recognising.LevelMarkers.Marker;
import org.espalier.importing.recognising.LevelSection.Said;

/**
 * The headings that stand over each cycle of levels where the levels come again under every group, the outermost first:
 * a domain, and under it a competency that has the levels.
 */
final class HeadingsOver {

    /**
     * What stands over one level.
     *
     * @param headings the outermost first; empty when nothing does
     * @param descriptions what is said below each of those headings that stand here
     * @param from the block at which what belongs to this level begins
     */
    record Over(List<Said> headings, Map<Said, List<Said>> descriptions, int from) {}

    private final List<Block> blocks;
    private final List<Marker> markers;
    private final Set<String> cycle = new HashSet<>();
    private List<Integer> open = List.of();

    private HeadingsOver(List<Block> blocks, List<Marker> markers) {
        this.blocks = blocks;
        this.markers = markers;
    }

    /** What stands over each marker, in their order. */
    static List<Over> of(List<Block> blocks, List<Marker> markers) {
        return new HeadingsOver(blocks, markers).read();
    }

    private List<Over> read() {
        var overs = new ArrayList<Over>();
        for (var i = 0; i < markers.size(); i++) {
            overs.add(over(i == 0 ? 0 : markers.get(i - 1).index() + 1, markers.get(i)));
        }
        return overs;
    }

    private Over over(int from, Marker marker) {
        var begins = !cycle.add(marker.key()) || cycle.size() == 1;
        var nearest = nearest(from, marker.index());
        var direct = nearest == marker.index() - 1;
        if (nearest < 0 || !(direct || begins || named(nearest))) {
            return new Over(said(open), Map.of(), marker.index());
        }
        cycle.clear();
        cycle.add(marker.key());
        var found = new ArrayList<>(List.of(nearest));
        for (var outer = nearest(from, nearest);
                outer >= 0 && stands(outer, found.getFirst());
                outer = nearest(from, outer)) {
            found.addFirst(outer);
        }
        open = within(found);
        return new Over(said(open), descriptions(found, marker.index()), found.getFirst());
    }

    private Map<Said, List<Said>> descriptions(List<Integer> headings, int end) {
        var descriptions = new HashMap<Said, List<Said>>();
        for (var i = 0; i < headings.size(); i++) {
            var to = i + 1 < headings.size() ? headings.get(i + 1) : end;
            var below = blocks.subList(headings.get(i) + 1, to).stream()
                    .map(HeadingsOver::said)
                    .toList();
            if (!below.isEmpty()) {
                descriptions.put(said(blocks.get(headings.get(i))), below);
            }
        }
        return descriptions;
    }

    private List<Said> said(List<Integer> headings) {
        return headings.stream().map(index -> said(blocks.get(index))).toList();
    }

    private static Said said(Block block) {
        return new Said(Flow.text(block), block.span());
    }

    /** The nearest heading above with nothing but running text between; -1 when there is none. */
    private int nearest(int from, int before) {
        for (var i = before - 1; i >= from; i--) {
            var explains = blocks.get(i) instanceof Block.Paragraph && LinesBelowHeadings.explains(blocks, i);
            if (Flow.headingLike(blocks.get(i)) && !explains) {
                return i;
            }
            if (!(blocks.get(i) instanceof Block.Paragraph)) {
                return -1;
            }
        }
        return -1;
    }

    /** The headings as a path: those that were open before, down to the first that is of the same form as a new one. */
    private List<Integer> within(List<Integer> found) {
        var path = new ArrayList<Integer>();
        for (var heading : open) {
            if (form(heading).equals(form(found.getFirst()))) {
                path.addAll(found);
                return path;
            }
            path.add(heading);
        }
        return found;
    }

    /** Whether a heading that stands right above another stands over it, and is not the title of the document. */
    private boolean stands(int outer, int inner) {
        if (form(outer).equals(form(inner)) || !named(outer)) {
            return false;
        }
        var depth = Flow.depth(blocks.get(outer));
        return depth == 0 || depth < Flow.depth(blocks.get(inner));
    }

    private boolean named(int heading) {
        var text = Flow.text(blocks.get(heading));
        return Vocabulary.group(text).isPresent() || Vocabulary.coded(text).isPresent();
    }

    private String form(int heading) {
        var block = blocks.get(heading);
        var text = Flow.text(block);
        if (Flow.depth(block) > 0) {
            return "depth " + Flow.depth(block);
        }
        return Vocabulary.group(text)
                .map(Vocabulary.GroupName::kind)
                .or(() -> Vocabulary.coded(text).map(name -> name.code().replaceAll("[^.]", "") + "."))
                .orElse("");
    }
}
