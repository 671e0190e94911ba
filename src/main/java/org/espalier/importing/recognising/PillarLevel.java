package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.LevelHeadings.LevelHeading;
import org.espalier.importing.recognising.PillarSection.Words;
import org.jspecify.annotations.Nullable;

/**
 * A level of a framework of pillars: its heading, printed once or before each of its parts, its descriptor, its job
 * description and the rows of its tables.
 */
record PillarLevel(
        LevelHeading heading,
        @Nullable Words title,
        List<Words> descriptor,
        List<Words> jobDescription,
        List<Span> otherPlaces,
        List<PillarSection> sections) {

    PillarLevel {
        descriptor = List.copyOf(descriptor);
        jobDescription = List.copyOf(jobDescription);
        otherPlaces = List.copyOf(otherPlaces);
        sections = List.copyOf(sections);
    }

    PillarLevel with(List<PillarSection> newSections) {
        return new PillarLevel(heading, title, descriptor, jobDescription, otherPlaces, newSections);
    }

    /** The first block of each level: that of its title where one stands above the heading. */
    static List<Integer> starts(List<Block> blocks, List<LevelHeading> headings) {
        var firsts = firsts(headings);
        var titled = firsts.stream().allMatch(first -> first.title() == null)
                && firsts.stream().allMatch(first -> titleAbove(blocks, first.block()) < first.block());
        return firsts.stream()
                .map(first -> titled ? titleAbove(blocks, first.block()) : first.block())
                .toList();
    }

    /** The first heading of each level. */
    static List<LevelHeading> firsts(List<LevelHeading> headings) {
        var firsts = new HashMap<String, LevelHeading>();
        return headings.stream()
                .filter(heading -> firsts.putIfAbsent(heading.key(), heading) == null)
                .toList();
    }

    private static int titleAbove(List<Block> blocks, int heading) {
        var above = heading - 1;
        if (above > 0 && parenthesis(blocks.get(above))) {
            above--;
        }
        return above >= 0 && BlockText.titleLike(blocks.get(above)) && !parenthesis(blocks.get(above))
                ? above
                : heading;
    }

    private static boolean parenthesis(Block block) {
        var text = BlockText.of(block);
        return BlockText.running(block) && text.startsWith("(") && text.endsWith(")");
    }

    /** Reads the text of a level from its first block to its first table. */
    static PillarLevel read(
            List<Block> blocks, LevelHeading first, Predicate<Block> levelHeading, Map<String, Integer> labels) {
        return new Reading(first, levelHeading, labels).read(blocks);
    }

    /** The level's text falls into parts, each below a printing of its heading. */
    private static final class Reading {
        private final LevelHeading first;
        private final Predicate<Block> levelHeading;
        private final Map<String, Integer> labels;
        private final List<Words> descriptor = new ArrayList<>();
        private final List<Words> job = new ArrayList<>();
        private final List<Span> others = new ArrayList<>();
        private @Nullable Words title;

        Reading(LevelHeading first, Predicate<Block> levelHeading, Map<String, Integer> labels) {
            this.first = first;
            this.levelHeading = levelHeading;
            this.labels = labels;
        }

        PillarLevel read(List<Block> blocks) {
            var parts = new ArrayList<List<Block>>();
            var above = true;
            for (var block : blocks) {
                if (levelHeading.test(block)) {
                    parts.add(new ArrayList<>());
                    if (!above) {
                        others.add(block.span());
                    }
                    above = false;
                } else if (above) {
                    above(block);
                } else {
                    parts.getLast().add(block);
                }
            }
            var listed = parts.stream().filter(Reading::bulleted).count();
            for (var part : parts) {
                part(part, parts.size() > 1 && listed > 0);
            }
            return new PillarLevel(first, title, descriptor, job, others, List.of());
        }

        private void above(Block block) {
            if (title == null) {
                title = PillarSection.words(block);
            } else {
                descriptor.add(PillarSection.words(block));
            }
        }

        private static boolean bulleted(List<Block> part) {
            return part.stream().anyMatch(Block.ListItem.class::isInstance);
        }

        /** A part with a list is the job description; in a level of one part, so is the list with its introduction. */
        private void part(List<Block> blocks, boolean severalParts) {
            var inJob = severalParts && bulleted(blocks);
            for (var i = 0; i < blocks.size(); i++) {
                var block = blocks.get(i);
                if (i == 0 && title == null && ownTitle(block)) {
                    title = PillarSection.words(block);
                } else if (label(block) && (i == 0 || !inJob)) {
                    others.add(block.span());
                    inJob |= bulleted(blocks.subList(i, blocks.size())) && bulletsBeforeLabel(blocks, i + 1);
                } else {
                    inJob |= block instanceof Block.ListItem || introduces(blocks, i);
                    add(inJob ? job : descriptor, block, inJob);
                }
            }
        }

        private boolean bulletsBeforeLabel(List<Block> blocks, int from) {
            for (var i = from; i < blocks.size() && !label(blocks.get(i)); i++) {
                if (blocks.get(i) instanceof Block.ListItem) {
                    return true;
                }
            }
            return false;
        }

        private static boolean introduces(List<Block> blocks, int index) {
            return index + 1 < blocks.size()
                    && BlockText.of(blocks.get(index)).endsWith(":")
                    && blocks.get(index + 1) instanceof Block.ListItem;
        }

        private boolean ownTitle(Block block) {
            return BlockText.titleLike(block) && !label(block);
        }

        /** Short headings that return in several levels say what follows and are no part of it. */
        private boolean label(Block block) {
            return BlockText.titleLike(block)
                    && (labels.getOrDefault(BlockText.key(BlockText.of(block)), 0) > 1
                            || Vocabulary.field(BlockText.of(block)).isPresent());
        }

        /** Adds the block, or goes on with the bullet before it where a page cut that. */
        private static void add(List<Words> words, Block block, boolean list) {
            var text = BlockText.of(block);
            if (list
                    && !words.isEmpty()
                    && block instanceof Block.Paragraph
                    && Character.isLowerCase(text.codePointAt(0))
                    && ".:;"
                                    .indexOf(words.getLast()
                                            .text()
                                            .charAt(words.getLast().text().length() - 1))
                            < 0) {
                var cut = words.removeLast();
                words.add(new Words(cut.text() + " " + text, cut.span().through(block.span())));
                return;
            }
            words.add(PillarSection.words(block));
        }
    }
}
