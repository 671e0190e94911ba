package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.espalier.framework.format.LeftOut;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.PillarSection.Words;

/** What stands before the part of a document that is the framework. */
final class FrontMatter {

    private static final Pattern FOOTER =
            Pattern.compile("(?:(?i:page)\\s+)?\\d{1,3}(?:\\s*[/|•–—-]\\s*(?<title>\\p{L}.+))?");
    private static final Pattern FOOTER_BEFORE =
            Pattern.compile("(?<title>\\p{L}.+?)\\s*[/|•]\\s*(?:(?i:page)\\s+)?\\d{1,3}");
    private static final Set<String> NO_TITLES = Set.of(
            "foreword",
            "foreword by",
            "preface",
            "contents",
            "table of contents",
            "introduction",
            "summary",
            "executive summary",
            "acknowledgements",
            "acknowledgments",
            "about this document",
            "background",
            "purpose",
            "welcome",
            "overview",
            "rhagair",
            "cynnwys",
            "cyflwyniad");
    private static final int FEWEST_LABELS = 3;
    private static final int LABEL = 3;
    private static final int LONG = 25;

    private FrontMatter() {}

    /** The title in the running header or footer, such as "4 / A framework for many", when this is one. */
    static Optional<String> runningTitle(Block block) {
        return footer(block).map(match -> match.group("title")).filter(title -> !title.isBlank());
    }

    static boolean pageFurniture(Block block) {
        return footer(block).isPresent();
    }

    private static Optional<Matcher> footer(Block block) {
        if (!BlockText.running(block) || BlockText.lines(block).size() > 1) {
            return Optional.empty();
        }
        var text = BlockText.of(block);
        var match = FOOTER.matcher(text);
        if (match.matches()) {
            return Optional.of(match);
        }
        var before = FOOTER_BEFORE.matcher(text);
        return before.matches() ? Optional.of(before) : Optional.empty();
    }

    /** The title on the cover: what stands first, unless that is the heading of an introduction. */
    static Optional<Words> title(List<Block> front) {
        return front.stream()
                .filter(block -> !pageFurniture(block))
                .findFirst()
                .filter(BlockText::titleLike)
                .filter(block -> BlockText.words(BlockText.of(block)) > 1)
                .filter(block -> !NO_TITLES.contains(BlockText.key(BlockText.of(block))))
                .map(PillarSection::words);
    }

    /** Where the introduction begins: at the first heading of one, or the first text of some length. */
    static int introduction(List<Block> front) {
        for (var i = 0; i < front.size(); i++) {
            if (NO_TITLES.contains(BlockText.key(BlockText.of(front.get(i))))
                    || BlockText.words(BlockText.of(front.get(i))) >= LONG) {
                return i;
            }
        }
        return front.size();
    }

    /** The introduction as left-out lines, the words of its figures apart, without the lines that were used. */
    static List<LeftOut> leftOut(List<Block> introduction, List<Span> used, Places places) {
        var taken = new BitSet();
        used.forEach(span -> taken.set(span.first(), span.last() + 1));
        var figure = figures(introduction);
        var out = new ArrayList<LeftOut>();
        for (var i = 0; i < introduction.size(); i++) {
            var block = introduction.get(i);
            var reason = pageFurniture(block) ? "page-furniture" : figure.get(i) ? "figure" : "introduction";
            var span = block.span();
            if (taken.get(span.first(), span.last() + 1).isEmpty()) {
                out.add(places.leftOut(span, reason, BlockText.of(block)));
            } else {
                out.addAll(around(taken, block, reason, places));
            }
        }
        return out;
    }

    /** What is left of a block of which some lines were used. */
    private static List<LeftOut> around(BitSet taken, Block block, String reason, Places places) {
        var out = new ArrayList<LeftOut>();
        var open = new ArrayList<Block.Line>();
        for (var line : BlockText.lines(block)) {
            if (!taken.get(line.number())) {
                open.add(line);
            } else if (!open.isEmpty()) {
                out.add(together(open, reason, places));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            out.add(together(open, reason, places));
        }
        return out;
    }

    private static LeftOut together(List<Block.Line> lines, String reason, Places places) {
        var text = lines.stream().map(Block.Line::text).collect(Collectors.joining(" "));
        return places.leftOut(
                new Span(lines.getFirst().number(), lines.getLast().number()), reason, text);
    }

    /** A few labels of one to three words in a row, one of them in capitals, are what is left of a figure. */
    private static BitSet figures(List<Block> blocks) {
        var figures = new BitSet();
        var from = 0;
        for (var i = 0; i <= blocks.size(); i++) {
            if (i < blocks.size() && label(blocks.get(i))) {
                continue;
            }
            if (i - from >= FEWEST_LABELS && blocks.subList(from, i).stream().anyMatch(FrontMatter::inCapitals)) {
                figures.set(from, i);
            }
            from = i + 1;
        }
        return figures;
    }

    private static boolean label(Block block) {
        return BlockText.titleLike(block) && BlockText.words(BlockText.of(block)) <= LABEL;
    }

    private static boolean inCapitals(Block block) {
        var text = BlockText.of(block);
        return text.codePoints().filter(Character::isLetter).count() > 3
                && text.codePoints().noneMatch(Character::isLowerCase);
    }
}
