package org.espalier.importing.recognising;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** The list of references at the end: one for each item or line; who published it and when belong to the line before. */
final class References {

    private static final Pattern HEADING = Pattern.compile(
            "(?i)(?:references?|bibliography|works cited|sources|further reading|cyfeiriadau|llyfryddiaeth)(?: and .*)?");
    private static final Pattern IMPRINT = Pattern.compile(
            "(?:.*\\b(?:19|20)\\d\\d[a-z]?\\)?\\.?|.*://.*|\\p{Lu}{2,6}|(?:the )?(?i:nhs|royal|department"
                    + "|ministry|welsh government|scottish government|department of health)\\b.*|.*\\b(?:College of|Society of|Council of|Council|University|Academy|Institute of"
                    + "|Association of|Health Education|Skills for|Press|Publishing|Stationery Office).*)");
    private static final int LONGEST_IMPRINT = 14;
    private static final int SUBHEADING = 3;

    private final Draft draft;
    private final BitSet used;
    private boolean imprinted;

    private References(Draft draft) {
        this.draft = draft;
        this.used = UsedLines.of(draft.document());
        draft.leftOut.forEach(out -> used.set(out.line(), out.endLine() + 1));
    }

    static void read(Draft draft) {
        if (draft.references.isEmpty()) {
            new References(draft).read();
        }
    }

    private void read() {
        var blocks = Flow.of(draft.outline);
        for (var i = 0; i + 1 < blocks.size(); i++) {
            var block = blocks.get(i);
            if (Flow.headingLike(block)
                    && !used.get(block.span().first())
                    && HEADING.matcher(Phrase.unnumbered(Flow.text(block))).matches()) {
                var end = end(blocks, i);
                if (end > i + 1) {
                    draft.leaveOut(block.span(), "section-heading");
                    take(blocks.subList(i + 1, end));
                    return;
                }
            }
        }
    }

    private int end(List<Block> blocks, int heading) {
        var depth = Flow.depth(blocks.get(heading));
        for (var i = heading + 1; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var text = Flow.text(block);
            var over = Flow.headingLike(block)
                    && ((Vocabulary.backMatter(text)
                                    && !HEADING.matcher(Phrase.unnumbered(text)).matches())
                            || (depth > 0 && Flow.depth(block) > 0 && Flow.depth(block) <= depth));
            if (over || used.get(block.span().first())) {
                return i;
            }
        }
        return blocks.size();
    }

    private void take(List<Block> section) {
        for (var i = 0; i < section.size(); i++) {
            var block = section.get(i);
            var next = i + 1 < section.size() ? section.get(i + 1) : null;
            if (block instanceof Block.Table table) {
                table.rows()
                        .forEach(row -> add(
                                Grid.of(new Block.Table(List.of(row), row.span()))
                                        .rows()
                                        .getFirst()
                                        .joined(),
                                row.span()));
            } else if (subheading(block, next)) {
                draft.leaveOut(block.span(), "section-heading");
                imprinted = true;
            } else if (imprint(block)
                    && !imprinted
                    && !draft.references.isEmpty()
                    && !Phrase.endsSentence(draft.references.getLast())) {
                draft.references.add(draft.references.removeLast() + ", " + Flow.text(block));
                draft.referenceSources.add(draft.at(block.span()));
                imprinted = next == null || !imprint(next) || !Flow.text(block).contains("://");
            } else {
                add(Flow.text(block), block.span());
            }
        }
    }

    private void add(String text, Span span) {
        draft.references.add(text);
        draft.referenceSources.add(draft.at(span));
        imprinted = false;
    }

    /** A heading within the list: one that the format shows, or a short line after an imprint that has none itself. */
    private boolean subheading(Block block, @Nullable Block next) {
        if (!Flow.headingLike(block) || next == null) {
            return false;
        }
        return Flow.depth(block) > 0
                || (imprinted && Phrase.wordCount(Flow.text(block)) <= SUBHEADING && !imprint(next) && !imprint(block));
    }

    /** Who published something and when, in a line of its own. */
    private static boolean imprint(Block block) {
        return !(block instanceof Block.ListItem)
                && IMPRINT.matcher(Flow.text(block)).matches()
                && Phrase.wordCount(Flow.text(block)) <= LONGEST_IMPRINT;
    }
}
