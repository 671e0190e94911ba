package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.kernel.Slug;

/**
 * Documents that describe their levels under a heading such as "Levels", each below its name, and list no expectations:
 * what people read to see which routes there are.
 */
final class LevelsListed implements Recogniser {

    private static final double CONFIDENCE = 0.3;
    private static final int FEWEST = 2;

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        var blocks = Flow.of(outline);
        for (var i = 0; i < blocks.size(); i++) {
            if (Flow.headingLike(blocks.get(i)) && Vocabulary.levels(Flow.text(blocks.get(i)))) {
                var end = end(blocks, i + 1);
                var candidate = candidate(outline, blocks, i, end);
                if (candidate.isPresent()) {
                    return candidate;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Candidate> candidate(DocumentOutline outline, List<Block> blocks, int heading, int end) {
        var ids = new Slug.Unique();
        var levels = new ArrayList<LevelDraft>();
        for (var block : blocks.subList(heading + 1, end)) {
            if (Flow.headingLike(block)) {
                levels.add(level(Flow.text(block), ids));
            } else if (levels.isEmpty() || block instanceof Block.Table) {
                return Optional.empty();
            } else {
                levels.getLast().field(Vocabulary.Field.DESCRIPTOR).add(Flow.text(block));
            }
            levels.getLast().standsAt(block.span());
        }
        if (levels.size() < FEWEST
                || levels.stream().anyMatch(level -> level.field(Vocabulary.Field.DESCRIPTOR)
                        .isEmpty())
                || expectsMore(blocks, heading, end)) {
            return Optional.empty();
        }
        var draft = new Draft(outline);
        levels.forEach(level -> draft.levels.add(level.entry(draft)));
        draft.leaveOut(blocks.get(heading).span(), "section-heading");
        return Optional.of(new Candidate(CONFIDENCE, draft.document()));
    }

    private static LevelDraft level(String heading, Slug.Unique ids) {
        return LevelName.of(heading)
                .map(name -> new LevelDraft(ids.of(name.code()), name.code(), name.title()))
                .orElseGet(() -> new LevelDraft(ids.of(heading), null, heading));
    }

    /** Whether items stand outside the levels that are part of no route: the document then says more than this shape. */
    private static boolean expectsMore(List<Block> blocks, int heading, int end) {
        var ofRoutes = false;
        for (var i = 0; i < blocks.size(); i++) {
            ofRoutes |= Flow.headingLike(blocks.get(i)) && Vocabulary.routes(Flow.text(blocks.get(i)));
            if ((i < heading || i >= end)
                    && !ofRoutes
                    && (blocks.get(i) instanceof Block.ListItem || blocks.get(i) instanceof Block.Table)) {
                return true;
            }
        }
        return false;
    }

    private static int end(List<Block> blocks, int from) {
        var end = from;
        var depth = Flow.depth(blocks.get(from - 1));
        while (end < blocks.size()) {
            var block = blocks.get(end);
            var text = Flow.text(block);
            var above = depth > 0 && Flow.depth(block) > 0 && Flow.depth(block) <= depth;
            if (Flow.headingLike(block) && (above || Vocabulary.routes(text) || Vocabulary.backMatter(text))) {
                return end;
            }
            end++;
        }
        return end;
    }
}
