package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** Headings that name a level by a word and a number, such as "Band 5": the same words, different numbers. */
final class LevelHeadings {

    private static final String NUMBER =
            "\\d{1,2}|[IVX]{1,4}|[A-H]|(?i:one|two|three|four|five|six|seven|eight|nine|ten)";
    private static final Pattern HEADING = Pattern.compile("(?<stem>\\p{L}[\\p{L} '’-]{1,60}?)\\s+(?<number>" + NUMBER
            + ")(?:\\s*[:–—-]\\s*(?<title>\\p{Lu}.{1,80}))?");
    private static final Set<String> NO_LEVELS = Set.of(
            "domain",
            "section",
            "chapter",
            "part",
            "pillar",
            "theme",
            "unit",
            "module",
            "table",
            "figure",
            "appendix",
            "annex",
            "standard",
            "competency",
            "competence",
            "capability",
            "area",
            "page",
            "step by step",
            "version",
            "principle",
            "priority",
            "objective",
            "outcome",
            "strand",
            "element",
            "question",
            "year",
            "aspect");

    private LevelHeadings() {}

    /**
     * A heading of a level.
     *
     * @param block its index
     * @param code as printed, such as "Career framework Level 5"
     * @param title what follows the number on the same line
     */
    record LevelHeading(
            int block,
            Span span,
            String code,
            String word,
            String number,
            @Nullable String title) {

        String key() {
            return (word + " " + number).toLowerCase(Locale.ROOT);
        }
    }

    /** The level headings of the document, with those numbers only that have a table below them. */
    static List<LevelHeading> in(List<Block> blocks, PillarHeader header) {
        var byStem = new HashMap<String, List<LevelHeading>>();
        for (var i = 0; i < blocks.size(); i++) {
            var match = match(blocks.get(i));
            if (match != null) {
                var heading = heading(i, blocks.get(i), match);
                byStem.computeIfAbsent(heading.word(), _ -> new ArrayList<>()).add(heading);
            }
        }
        List<LevelHeading> best = List.of();
        var most = 1;
        for (var headings : byStem.values()) {
            var tabled = withTables(blocks, header, headings);
            var numbers =
                    (int) tabled.stream().map(LevelHeading::number).distinct().count();
            if (numbers > most) {
                most = numbers;
                best = tabled;
            }
        }
        return best;
    }

    /** Whether this block is one of these codes, or one of them with a title behind it. */
    static boolean names(Block block, Set<String> codes) {
        var match = match(block);
        return match != null && codes.contains(match.group("stem") + " " + match.group("number"));
    }

    private static @Nullable Matcher match(Block block) {
        if (!BlockText.running(block)) {
            return null;
        }
        var text = PillarHeader.unglued(BlockText.of(block));
        if (text.length() > 120) {
            return null;
        }
        var match = HEADING.matcher(text);
        return match.matches() && !NO_LEVELS.contains(BlockText.singular(match.group("stem"))) ? match : null;
    }

    private static LevelHeading heading(int index, Block block, Matcher match) {
        var stem = match.group("stem");
        return new LevelHeading(
                index,
                block.span(),
                stem + " " + match.group("number"),
                stem.toLowerCase(Locale.ROOT),
                match.group("number"),
                match.group("title"));
    }

    private static List<LevelHeading> withTables(List<Block> blocks, PillarHeader header, List<LevelHeading> headings) {
        var tabled = new HashSet<String>();
        for (var h = 0; h < headings.size(); h++) {
            var end = h + 1 < headings.size() ? headings.get(h + 1).block() : blocks.size();
            if (blocks.subList(headings.get(h).block(), end).stream().anyMatch(header::standsIn)) {
                tabled.add(headings.get(h).number());
            }
        }
        return headings.stream()
                .filter(heading -> tabled.contains(heading.number()))
                .toList();
    }
}
