package org.espalier.importing.recognising;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.importing.outline.Block;
import org.espalier.importing.recognising.LevelMarkers.Marker;
import org.espalier.importing.recognising.LevelSection.Said;

/**
 * The titles that stand in a line of their own under the levels' headings: in a list of the levels up front, or at the
 * top of each level's section.
 */
final class LevelTitles {

    private final List<Block> blocks;
    private final List<Marker> markers;
    private final Map<String, Integer> headings = new HashMap<>();
    private final boolean topsAreTitles;

    LevelTitles(List<Block> blocks, List<Marker> markers) {
        this.blocks = blocks;
        this.markers = markers;
        for (var block : blocks) {
            if (Flow.headingLike(block)) {
                headings.merge(Phrase.key(Flow.text(block)), 1, Integer::sum);
            }
        }
        this.topsAreTitles = topsAreTitles(markers);
    }

    /** The title under this level's heading, if that is what stands there. */
    Optional<Said> of(Marker marker) {
        if (marker.code() == null || marker.title() != null || marker.index() + 1 >= following(marker)) {
            return Optional.empty();
        }
        if (!marker.contentful()) {
            var announced = following(marker) - marker.index() == 2 && label(marker.index() + 1);
            return announced ? Optional.of(said(marker.index() + 1)) : Optional.empty();
        }
        return topsAreTitles && marker.index() + 1 < marker.end() && label(marker.index() + 1)
                ? Optional.of(said(marker.index() + 1))
                : Optional.empty();
    }

    /** Where the next level's heading stands, whatever stands between. */
    private int following(Marker marker) {
        return markers.stream()
                .mapToInt(Marker::index)
                .filter(index -> index > marker.index())
                .findFirst()
                .orElse(marker.end());
    }

    /** Every section begins with a label that no other has, and more headings or no items at all follow at once. */
    private boolean topsAreTitles(List<Marker> markers) {
        var seen = new HashSet<String>();
        var sections = markers.stream()
                .filter(marker -> marker.contentful() && marker.title() == null)
                .toList();
        for (var marker : sections) {
            var index = marker.index() + 1;
            if (index >= marker.end()
                    || !label(index)
                    || !seen.add(Phrase.key(Flow.text(blocks.get(index))))
                    || !alone(marker, index)) {
                return false;
            }
        }
        return sections.size() > 1;
    }

    /** Whether the label heads no part of its own among others. */
    private boolean alone(Marker marker, int index) {
        var next = index + 1 < marker.end() ? blocks.get(index + 1) : null;
        if (next == null || Flow.headingLike(next)) {
            return true;
        }
        for (var i = index + 1; i < marker.end(); i++) {
            if (Flow.headingLike(blocks.get(i)) && !Vocabulary.backMatter(Flow.text(blocks.get(i)))) {
                return next instanceof Block.Paragraph && !Flow.introduction(next);
            }
        }
        return true;
    }

    private boolean label(int index) {
        var block = blocks.get(index);
        var text = Flow.text(block);
        return Flow.headingLike(block)
                && headings.getOrDefault(Phrase.key(text), 0) <= 2
                && Phrase.wordCount(text) <= 10
                && Pillar.named(text).isEmpty()
                && Vocabulary.group(text).isEmpty()
                && Vocabulary.field(text).isEmpty();
    }

    private Said said(int index) {
        return new Said(Flow.text(blocks.get(index)), blocks.get(index).span());
    }
}
