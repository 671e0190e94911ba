package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.espalier.importing.outline.Block;
import org.jspecify.annotations.Nullable;

/** The headings of a document that name its levels, in reading order. */
final class LevelMarkers {

    private LevelMarkers() {}

    /**
     * A heading that names a level.
     *
     * @param index the heading's block
     * @param end the block after the last one that the heading governs
     * @param key the same for every heading of one level
     * @param rank its place among numbered levels, 0 when they are named
     * @param contentful whether more than labels follow before the next level
     */
    record Marker(
            int index,
            int end,
            String key,
            @Nullable String code,
            int rank,
            @Nullable String title,
            boolean contentful) {}

    /** The markers of the level word that the document builds on; empty when it names fewer than two levels. */
    static List<Marker> in(List<Block> blocks) {
        var usual = numbered(blocks, LevelName::of);
        if (!usual.isEmpty()) {
            return usual;
        }
        var unusual = numbered(blocks, LevelName::ofAnyWord);
        if (!unusual.isEmpty()) {
            return unusual;
        }
        var cycled = cycled(blocks);
        return cycled.isEmpty() ? named(blocks) : cycled;
    }

    /**
     * Levels with names that come again under every group: all headings that come again read as names of levels, or half
     * of them do and they come in the same order every time.
     */
    private static List<Marker> cycled(List<Block> blocks) {
        var counts = new HashMap<String, Integer>();
        var indexes = new ArrayList<Integer>();
        for (var block : blocks) {
            if (Flow.headingLike(block)) {
                counts.merge(Phrase.key(Flow.text(block)), 1, Integer::sum);
            }
        }
        for (var i = 0; i < blocks.size(); i++) {
            var text = Flow.text(blocks.get(i));
            if (Flow.headingLike(blocks.get(i)) && counts.getOrDefault(Phrase.key(text), 0) > 1) {
                indexes.add(i);
            }
        }
        return namesOfLevels(blocks, indexes) ? named(blocks, indexes) : List.of();
    }

    private static boolean namesOfLevels(List<Block> blocks, List<Integer> indexes) {
        var names = indexes.stream()
                .map(index -> Flow.text(blocks.get(index)))
                .distinct()
                .toList();
        if (names.stream().anyMatch(name -> Pillar.named(name).isPresent() || !LevelWords.possibleName(name))) {
            return false;
        }
        var known = names.stream().filter(LevelWords::name).count();
        return known == names.size() || (known * 2 >= names.size() && inCycles(blocks, indexes));
    }

    /** Whether headings come in the order in which they first came, each time below one that comes once only. */
    private static boolean inCycles(List<Block> blocks, List<Integer> indexes) {
        var order = new ArrayList<String>();
        var last = -1;
        for (var i = 0; i < indexes.size(); i++) {
            var key = Phrase.key(Flow.text(blocks.get(indexes.get(i))));
            if (!order.contains(key)) {
                order.add(key);
            }
            var begins = order.indexOf(key) <= last;
            if (begins
                    && blocks.subList(indexes.get(i - 1) + 1, indexes.get(i)).stream()
                            .noneMatch(Flow::headingLike)) {
                return false;
            }
            last = order.indexOf(key);
        }
        return true;
    }

    private static List<Marker> numbered(List<Block> blocks, Function<String, Optional<LevelName>> reading) {
        var byWord = new HashMap<String, Map<Integer, LevelName>>();
        for (var i = 0; i < blocks.size(); i++) {
            var name = candidate(blocks.get(i)) ? reading.apply(Flow.text(blocks.get(i))) : Optional.<LevelName>empty();
            if (name.isPresent()) {
                byWord.computeIfAbsent(name.get().word(), word -> new HashMap<>())
                        .put(i, name.get());
            }
        }
        return byWord.values().stream()
                .map(names -> markers(blocks, names))
                .filter(markers -> levels(markers) >= 2)
                .max((one, other) -> Long.compare(levels(one), levels(other)))
                .orElse(List.of());
    }

    private static long levels(List<Marker> markers) {
        return markers.stream()
                .filter(Marker::contentful)
                .map(Marker::key)
                .distinct()
                .count();
    }

    private static boolean candidate(Block block) {
        return block instanceof Block.ListItem || Flow.headingLike(block);
    }

    private static List<Marker> markers(List<Block> blocks, Map<Integer, LevelName> names) {
        var indexes = names.keySet().stream().sorted().toList();
        var markers = new ArrayList<Marker>();
        for (var i = 0; i < indexes.size(); i++) {
            var index = indexes.get(i);
            var name = Objects.requireNonNull(names.get(index));
            var end = end(blocks, index, i + 1 < indexes.size() ? indexes.get(i + 1) : blocks.size());
            markers.add(new Marker(
                    index, end, name.key(), name.code(), name.rank(), name.title(), contentful(blocks, index, end)));
        }
        return markers;
    }

    /** A level ends at the next one, at a heading that is no deeper than its own, and where the back matter begins. */
    private static int end(List<Block> blocks, int index, int next) {
        var depth = Flow.depth(blocks.get(index));
        for (var i = index + 1; i < next; i++) {
            var block = blocks.get(i);
            var above = depth > 0 && Flow.depth(block) > 0 && Flow.depth(block) <= depth;
            var over = Flow.headingLike(block)
                    && (Vocabulary.backMatter(Flow.text(block)) || Vocabulary.routes(Flow.text(block)));
            if (above || over) {
                return i;
            }
        }
        return next;
    }

    private static boolean contentful(List<Block> blocks, int index, int end) {
        if (blocks.get(index) instanceof Block.ListItem) {
            return false;
        }
        for (var i = index + 1; i < end; i++) {
            if (!Flow.headingLike(blocks.get(i)) && !Flow.introduction(blocks.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Levels with names instead of numbers: each is a heading of its own that stands right before one of the headings
     * that come again and again, or that an earlier list announces.
     */
    private static List<Marker> named(List<Block> blocks) {
        var counts = new HashMap<String, Integer>();
        var listed = new HashSet<String>();
        for (var block : blocks) {
            if (Flow.headingLike(block)) {
                counts.merge(Phrase.key(Flow.text(block)), 1, Integer::sum);
            } else if (block instanceof Block.ListItem item && Phrase.label(item.text())) {
                listed.add(Phrase.key(item.text()));
            }
        }
        var indexes = new ArrayList<Integer>();
        for (var i = 0; i + 1 < blocks.size(); i++) {
            if (Flow.headingLike(blocks.get(i)) && levelName(blocks, i, counts, listed)) {
                indexes.add(i);
            }
        }
        return named(blocks, indexes);
    }

    private static boolean levelName(List<Block> blocks, int index, Map<String, Integer> counts, Set<String> listed) {
        var text = Flow.text(blocks.get(index));
        var key = Phrase.key(text);
        if (counts.getOrDefault(key, 0) > 1 || Vocabulary.group(text).isPresent() || Vocabulary.backMatter(text)) {
            return false;
        }
        if (listed.contains(key)) {
            return true;
        }
        var next = index + 1;
        while (next < blocks.size() - 1
                && blocks.get(next) instanceof Block.Paragraph
                && !Flow.headingLike(blocks.get(next))) {
            next++;
        }
        return Flow.headingLike(blocks.get(next))
                && counts.getOrDefault(Phrase.key(Flow.text(blocks.get(next))), 0) > 1;
    }

    private static List<Marker> named(List<Block> blocks, List<Integer> indexes) {
        var counted = counted(blocks, indexes);
        if (!counted.isEmpty()) {
            return markers(blocks, counted);
        }
        var markers = new ArrayList<Marker>();
        for (var i = 0; i < indexes.size(); i++) {
            var index = indexes.get(i);
            var end = end(blocks, index, i + 1 < indexes.size() ? indexes.get(i + 1) : blocks.size());
            var text = Flow.text(blocks.get(index));
            if (contentful(blocks, index, end)) {
                markers.add(new Marker(index, end, Phrase.key(text), null, 0, text, true));
            }
        }
        return levels(markers) >= 2 ? markers : List.of();
    }

    /** Names that are one word with a number or letter behind it, different for each, such as "Group A: Starting". */
    private static Map<Integer, LevelName> counted(List<Block> blocks, List<Integer> indexes) {
        var names = new HashMap<Integer, LevelName>();
        for (var index : indexes) {
            LevelName.ofThisWord(Flow.text(blocks.get(index))).ifPresent(name -> names.put(index, name));
        }
        var words = names.values().stream().map(LevelName::word).distinct().count();
        var ranks = names.values().stream().map(LevelName::rank).distinct().count();
        return names.size() == indexes.size() && words == 1 && ranks == names.size() && ranks > 1 ? names : Map.of();
    }
}
