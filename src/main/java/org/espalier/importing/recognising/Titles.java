package org.espalier.importing.recognising;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.framework.format.LevelEntry;
import org.espalier.importing.outline.Block;
import org.jspecify.annotations.Nullable;

/** The document's title: the first heading that stands over everything else, or one inferred from what there is. */
final class Titles {

    private static final int FURTHEST = 12;
    private static final Pattern GENERAL = Pattern.compile(
            "(?i)(?:(?:core|key|the|our|professional|clinical|practice|career|generic) )*(?:competenc(?:ies|es|y|e)|capabilit(?:ies|y)|levels?"
                    + "|skills|standards|framework|foreword(?: by)?|contents|introduction(?: .*)?|background|purpose(?: .*)?|overview"
                    + "|summary|statements?|expectations|acknowledge?ments|sheet ?\\d+|home|menu|search|skip to .*)");
    private static final Pattern RUNNING_HEAD = Pattern.compile("(?:\\d{1,3}\\s*[/|–•-]\\s*)(?<title>\\p{L}.{8,})");

    private Titles() {}

    static void read(Draft draft) {
        if (draft.title != null) {
            return;
        }
        var used = UsedLines.of(draft.document());
        var first = used.isEmpty() ? Integer.MAX_VALUE : used.nextSetBit(0);
        var headings = draft.outline.blocks().stream()
                .filter(Flow::headingLike)
                .filter(block ->
                        block.span().first() < first && !used.get(block.span().first()))
                .limit(FURTHEST)
                .toList();
        var printed = headings.stream()
                .filter(block -> !general(Flow.text(block)) && !StatusWords.in(Flow.text(block)))
                .findFirst();
        if (printed.isPresent() && opens(headings, printed.get())) {
            take(draft, Flow.text(printed.get()), printed.get());
        } else if (!runningHead(draft, used)) {
            headings.stream().findFirst().ifPresent(heading -> infer(draft, heading));
        }
    }

    /** Whether a heading stands at the front, not after prose of its own. */
    private static boolean opens(List<Block> headings, Block heading) {
        return headings.indexOf(heading) <= 1
                || Flow.depth(heading) == 1
                || Flow.text(heading)
                        .matches("(?i).*\\b(?:framework|profile|standards|competenc\\w+|capabilit\\w+)\\b.*");
    }

    private static boolean general(String text) {
        return GENERAL.matcher(Phrase.unended(text)).matches();
    }

    private static void take(Draft draft, String title, Block block) {
        draft.title = title;
        draft.titleSource = draft.place(block.span());
    }

    /** Some documents print their title only beside the page number. */
    private static boolean runningHead(Draft draft, BitSet used) {
        Optional<Block> head = draft.outline.blocks().stream()
                .filter(block -> !(block instanceof Block.Table)
                        && !used.get(block.span().first()))
                .filter(block -> RUNNING_HEAD.matcher(Flow.text(block)).matches())
                .findFirst();
        head.ifPresent(block -> {
            var matcher = RUNNING_HEAD.matcher(Flow.text(block));
            if (matcher.matches()) {
                take(draft, matcher.group("title").strip(), block);
            }
        });
        return head.isPresent();
    }

    private static void infer(Draft draft, Block heading) {
        var levels = range(draft.levels);
        take(draft, levels == null ? Flow.text(heading) : Flow.text(heading) + ", " + levels, heading);
        draft.titleInferred = true;
        draft.warn(
                "title-inferred",
                "The document prints no title of its own. “" + draft.title + "” is inferred; write a better one.",
                heading.span());
    }

    private static @Nullable String range(List<LevelEntry> levels) {
        return levels.size() < 2 ? null : name(levels.getFirst()) + " to " + name(levels.getLast());
    }

    private static String name(LevelEntry level) {
        return level.code() == null ? level.name() : level.code();
    }
}
