package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;

/** What stands between the lines of running text without being part of it: page numbers, running heads, footnotes. */
final class Asides {

    static final String PAGE = "page-furniture";
    static final String FOOTNOTE = "footnote";

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)[|–-]?\\s*(?:(?:page|tudalen|p\\.)\\s*\\d{1,4}(?:\\s*(?:of|/|o)\\s*\\d{1,4})?|\\d{1,4}\\s+of\\s+\\d{1,4}|\\d{1,3})\\s*[|–-]?");
    private static final Pattern NUMBER_BEFORE = Pattern.compile(
            "(?:(?i:page|tudalen)\\s+)?\\d{1,3}(?:\\s+of\\s+\\d{1,3})?\\s*[/|•–—-]?\\s*(?<title>\\p{L}.{3,})");
    private static final Pattern NUMBER_BEHIND = Pattern.compile(
            "(?<title>\\p{L}.{3,}?)\\s*(?:[/|•–—-]|\\s)\\s*(?:(?i:page|tudalen)\\s+)?\\d{1,3}(?:\\s+of\\s+\\d{1,3})?");
    private static final Pattern NOTE =
            Pattern.compile("(?<mark>[¹²³⁴-⁹]{1,2}|\\*{1,3}|[†‡]|\\[\\d{1,2}]|\\d{1,2}[.)]?)\\s*(?<text>\\p{L}.*)");
    private static final int FEWEST = 3;
    private static final int FAR = 40;

    private final List<Block> blocks;
    private final Map<Block, String> reasons = new IdentityHashMap<>();

    private Asides(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** The blocks that are asides, with the reason to leave each out. */
    static Asides in(List<Block> blocks) {
        var asides = new Asides(blocks);
        asides.pageNumbers();
        asides.runningHeads();
        asides.besidePageNumbers();
        asides.footnotes();
        return asides;
    }

    Optional<String> reason(Block block) {
        return Optional.ofNullable(reasons.get(block));
    }

    private static boolean line(Block block) {
        return BlockText.running(block) && BlockText.lines(block).size() == 1;
    }

    private void pageNumbers() {
        for (var block : blocks) {
            if (line(block) && PAGE_NUMBER.matcher(BlockText.of(block)).matches()) {
                reasons.put(block, PAGE);
            }
        }
    }

    /** Lines that differ in nothing but a page number, three times or more, the numbers never falling. */
    private void runningHeads() {
        for (var pattern : List.of(NUMBER_BEFORE, NUMBER_BEHIND)) {
            var byTitle = new HashMap<String, List<Block>>();
            for (var block : blocks) {
                var match = pattern.matcher(BlockText.of(block));
                if (line(block)
                        && match.matches()
                        && LevelName.of(BlockText.of(block)).isEmpty()) {
                    byTitle.computeIfAbsent(Phrase.key(match.group("title")), unseen -> new ArrayList<>())
                            .add(block);
                }
            }
            byTitle.values().stream()
                    .filter(heads -> heads.size() >= FEWEST
                            && heads.stream().map(BlockText::of).distinct().count() == heads.size())
                    .forEach(heads -> heads.forEach(head -> reasons.put(head, PAGE)));
        }
    }

    /** A line that comes again and again, each time right beside a page number, is a running head. */
    private void besidePageNumbers() {
        var beside = new HashMap<String, Integer>();
        var standing = new HashMap<String, List<Block>>();
        for (var i = 0; i < blocks.size(); i++) {
            if (line(blocks.get(i)) && !reasons.containsKey(blocks.get(i))) {
                var key = Phrase.key(BlockText.of(blocks.get(i)));
                standing.computeIfAbsent(key, unseen -> new ArrayList<>()).add(blocks.get(i));
                beside.merge(key, numbered(i - 1) || numbered(i + 1) ? 1 : 0, Integer::sum);
            }
        }
        standing.forEach((key, lines) -> {
            if (lines.size() >= FEWEST && beside.getOrDefault(key, 0) >= lines.size() - 1) {
                lines.forEach(line -> reasons.put(line, PAGE));
            }
        });
    }

    private boolean numbered(int index) {
        return index >= 0
                && index < blocks.size()
                && line(blocks.get(index))
                && reasons.containsKey(blocks.get(index))
                && PAGE_NUMBER.matcher(BlockText.of(blocks.get(index))).matches();
    }

    /** A text that begins with a mark which stands, without a space, behind a word not far above. */
    private void footnotes() {
        for (var i = 1; i < blocks.size(); i++) {
            var note = NOTE.matcher(BlockText.of(blocks.get(i)));
            if (!(blocks.get(i) instanceof Block.Table) && note.matches() && marked(note.group("mark"), i)) {
                reasons.put(blocks.get(i), FOOTNOTE);
            }
        }
    }

    private boolean marked(String mark, int index) {
        var sign = Pattern.quote(mark.replaceAll("[.)]$", ""));
        var behindAWord =
                Pattern.compile("(?s).*(?:\\p{Ll}{2}[.,;:)’”\"]?|\\p{Ll}[.,;:)])" + sign + "(?![\\p{L}\\d.]).*");
        return blocks.subList(Math.max(0, index - FAR), index).stream()
                .filter(block -> !(block instanceof Block.Table))
                .anyMatch(block -> behindAWord.matcher(BlockText.of(block)).matches());
    }
}
