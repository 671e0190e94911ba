package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.framework.format.LevelEntry;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** The document's title: the first heading that stands over everything else, or one inferred from what there is. */
final class Titles {

    private static final int FURTHEST = 12;
    private static final int MOST_LINES = 5;
    private static final int LINE = 12;
    private static final Pattern NAMES_A_DOCUMENT = Pattern.compile(
            "(?i).*\\b(?:framework|profile|standards|competenc\\w+|capabilit\\w+|pathways?|matrix|handbook|guide|guidance"
                    + "|toolkit|passport|ladder|descriptors|fframwaith|safonau|llwybr|llwybrau)\\b.*");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?i).*\\b(?:(?:foundation |nhs )?trust|(?:health )?board|council|society|association|institute|federation|government"
                    + "|university|authority|agency|academy|nhs \\w+|bwrdd iechyd|llywodraeth cymru)|(?:the )?(?:royal )?(?:college|society|institute) of .*");
    private static final Pattern GENERAL = Pattern.compile(
            "(?i)(?:(?:core|key|the|our|professional|clinical|practice|career|generic) )*(?:competenc(?:ies|es|y|e)|capabilit(?:ies|y)|levels?"
                    + "|skills|standards|framework|foreword(?: by)?|contents|introduction(?: .*)?|background|purpose(?: .*)?|overview"
                    + "|summary|statements?|expectations|acknowledge?ments|sheet ?\\d+|read ?me|matrix|grid|cover|title page|data|notes|instructions|how to use.*|index|table ?\\d*|home|menu|search|skip to .*)");
    private static final Pattern RUNNING_HEAD = Pattern.compile("(?:\\d{1,3}\\s*[/|–•-]\\s*)(?<title>\\p{L}.{8,})");

    private Titles() {}

    static void read(Draft draft) {
        if (draft.title != null) {
            return;
        }
        var used = UsedLines.of(draft.document());
        var first = used.isEmpty() ? Integer.MAX_VALUE : used.nextSetBit(0);
        var asides = Asides.in(draft.outline.blocks());
        var front = draft.outline.blocks().stream()
                .filter(block -> asides.reason(block).isEmpty() && !(block instanceof Block.Furniture))
                .filter(block ->
                        block.span().first() < first && !used.get(block.span().first()))
                .toList();
        var headings = front.stream().filter(Titles::titleLike).limit(FURTHEST).toList();
        var candidates = headings.stream()
                .filter(block -> !general(Flow.text(block)) && !StatusWords.in(firstLine(block)))
                .filter(block -> LevelName.of(Flow.text(block)).isEmpty())
                .toList();
        var printed = candidates.stream().filter(block -> !organisation(block)).findFirst();
        if (printed.isPresent() && opens(headings, printed.get())) {
            organisation(draft, candidates.subList(0, candidates.indexOf(printed.get())));
            take(draft, printed.get(), front.subList(front.indexOf(printed.get()) + 1, front.size()));
        } else if (!runningHead(draft, used)) {
            headings.stream().findFirst().ifPresent(heading -> infer(draft, heading));
        }
    }

    /** A heading, or a few short lines that stand together on a cover. */
    private static boolean titleLike(Block block) {
        return Flow.headingLike(block)
                || (block instanceof Block.Paragraph paragraph
                        && paragraph.lines().size() <= MOST_LINES
                        && Phrase.label(paragraph.text())
                        && paragraph.lines().stream().allMatch(line -> Phrase.wordCount(line.text()) <= LINE));
    }

    private static String firstLine(Block block) {
        return BlockText.lines(block).getFirst().text();
    }

    /** Whether a line says who publishes the document and nothing else. */
    private static boolean organisation(Block block) {
        return block.span().first() == block.span().last()
                && ORGANISATION.matcher(Flow.text(block)).matches()
                && !NAMES_A_DOCUMENT.matcher(Flow.text(block)).matches();
    }

    private static void organisation(Draft draft, List<Block> before) {
        for (var block : before) {
            if (draft.publisher == null) {
                draft.publisher = Flow.text(block);
                draft.leaveOut(block.span(), "publisher");
            }
        }
    }

    /** Whether a heading stands at the front, not after prose of its own. */
    private static boolean opens(List<Block> headings, Block heading) {
        return headings.indexOf(heading) <= 1
                || Flow.depth(heading) == 1
                || NAMES_A_DOCUMENT.matcher(Flow.text(heading)).matches();
    }

    /**
     * Takes a title with the lines that belong to it: headings of the same kind right below it, or the next line where
     * only that says what kind of document this is.
     */
    private static void take(Draft draft, Block first, List<Block> following) {
        var lines = coverLines(draft, first);
        var text = lines.size() == BlockText.lines(first).size()
                ? Flow.text(first)
                : String.join(" ", lines.stream().map(Block.Line::text).toList());
        var span = lines.size() == BlockText.lines(first).size()
                ? first.span()
                : new Span(lines.getFirst().number(), lines.getLast().number());
        for (var block : following) {
            var line = Flow.text(block);
            if (!titleLike(block)
                    || general(line)
                    || StatusWords.in(line)
                    || LevelName.of(line).isPresent()) {
                break;
            }
            var same = Flow.depth(first) > 0 && Flow.depth(block) == Flow.depth(first);
            var completes = Flow.depth(first) == 0
                    && !line.matches("(?i)(?:an?|the) .*")
                    && !NAMES_A_DOCUMENT.matcher(text).matches()
                    && NAMES_A_DOCUMENT.matcher(line).matches();
            if (!same && !completes) {
                break;
            }
            text = text + (same ? " – " : " ") + line;
            span = span.through(block.span());
        }
        draft.title = text;
        draft.titleSource = draft.place(span);
    }

    /** The lines of a cover that are its title: not the publisher's name above them, not the status below them. */
    private static List<Block.Line> coverLines(Draft draft, Block block) {
        var lines = new ArrayList<>(BlockText.lines(block));
        var top = lines.getFirst();
        if (lines.size() > 1
                && draft.publisher == null
                && ORGANISATION.matcher(top.text()).matches()
                && !NAMES_A_DOCUMENT.matcher(top.text()).matches()) {
            draft.publisher = top.text();
            draft.leaveOut(new Span(top.number(), top.number()), "publisher", top.text());
            lines.removeFirst();
        }
        while (lines.size() > 1 && StatusWords.in(lines.getLast().text())) {
            Imprint.status(draft, lines.removeLast());
        }
        return lines;
    }

    private static boolean general(String text) {
        return GENERAL.matcher(Phrase.unnumbered(text)).matches();
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
                draft.title = matcher.group("title").strip();
                draft.titleSource = draft.place(block.span());
            }
        });
        return head.isPresent();
    }

    private static void infer(Draft draft, Block heading) {
        var levels = range(draft.levels);
        draft.title = levels == null ? Flow.text(heading) : Flow.text(heading) + ", " + levels;
        draft.titleSource = draft.place(heading.span());
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
