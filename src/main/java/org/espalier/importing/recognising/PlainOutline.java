package org.espalier.importing.recognising;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;
import org.espalier.kernel.Slug;

/**
 * A document of no known shape: its headings become groups and its items statements without a level, for an editor to
 * place by hand. Paragraphs are taken only where there are no items.
 */
final class PlainOutline implements Recogniser {

    private static final double CONFIDENCE = 0.01;

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        return Optional.of(new Candidate(CONFIDENCE, new Reading(outline).document()));
    }

    /** A heading and how deep it is. */
    private record Open(int depth, GroupDraft group) {}

    private static final class Reading {
        private final Draft draft;
        private final List<Block> blocks;
        private final boolean itemless;
        private final Slug.Unique groupIds = new Slug.Unique();
        private final Map<String, Integer> counts = new HashMap<>();
        private final List<GroupDraft> roots = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();

        Reading(DocumentOutline outline) {
            this.draft = new Draft(outline);
            this.blocks = Flow.of(outline);
            this.itemless =
                    blocks.stream().noneMatch(block -> block instanceof Block.ListItem || block instanceof Block.Table);
        }

        FrameworkDocument document() {
            for (var i = 0; i < blocks.size(); i++) {
                var block = blocks.get(i);
                if (block instanceof Block.Heading heading) {
                    if (filled(i) && !title(heading)) {
                        open(heading);
                    }
                } else if (block instanceof Block.Table table) {
                    table.rows().forEach(row -> state(text(row), row.span()));
                } else if (states(block)) {
                    state(Flow.text(block), block.span());
                }
            }
            roots.forEach(group -> draft.groups.add(group.entry(draft)));
            if (!draft.statements.isEmpty()) {
                draft.warn(
                        "shape-not-recognised",
                        "No levels were recognised. Headings became groups and items became statements without a"
                                + " level; place them by hand.",
                        null);
            }
            return draft.document();
        }

        /** A first heading over all others is the document's title. */
        private boolean title(Block.Heading heading) {
            var headings = blocks.stream()
                    .filter(block -> block instanceof Block.Heading)
                    .toList();
            return heading.depth() > 0
                    && headings.size() > 1
                    && headings.getFirst() == heading
                    && headings.stream().skip(1).allMatch(other -> Flow.depth(other) > heading.depth());
        }

        private boolean states(Block block) {
            return block instanceof Block.ListItem || (itemless && block instanceof Block.Paragraph);
        }

        /** Whether a statement follows before the next heading that is no deeper. */
        private boolean filled(int index) {
            var depth = Flow.depth(blocks.get(index));
            for (var block : blocks.subList(index + 1, blocks.size())) {
                if (block instanceof Block.Heading next && next.depth() <= depth) {
                    return false;
                }
                if (block instanceof Block.Table || states(block)) {
                    return true;
                }
            }
            return false;
        }

        private void open(Block.Heading heading) {
            while (!open.isEmpty() && open.element().depth() >= heading.depth()) {
                open.pop();
            }
            var group = GroupNames.draft(heading.text(), groupIds);
            group.standsAt(heading.span());
            (open.isEmpty() ? roots : open.element().group().groups).add(group);
            open.push(new Open(heading.depth(), group));
        }

        private static String text(Block.Row row) {
            return String.join(
                    " | ",
                    row.cells().stream()
                            .map(Block.Cell::text)
                            .filter(text -> !text.isBlank())
                            .toList());
        }

        private void state(String text, Span span) {
            if (text.isBlank()) {
                return;
            }
            var group = open.isEmpty() ? null : open.element().group().id;
            var name = group == null ? "item" : group;
            draft.statements.add(new StatementEntry(
                    name + "-" + counts.merge(name, 1, Integer::sum),
                    null,
                    group,
                    null,
                    true,
                    Kind.EXPECTATION,
                    State.STATED,
                    text,
                    null,
                    null,
                    draft.place(span),
                    List.of()));
        }
    }
}
