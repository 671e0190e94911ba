package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;

/**
 * The header row of a table of pillars: the heading of the groups, then those of the columns.
 *
 * @param text the row as running text, as it was flattened
 * @param group the heading over the groups, such as "Pillar of practice"
 */
record PillarHeader(String text, String group, List<String> columns) {

    private static final Pattern GLUED = Pattern.compile("^\\p{Lu}\\p{Ll}+(?=\\p{Lu}\\p{Ll})");
    private static final Pattern JOINED_CAPITALS = Pattern.compile("\\b(?:of|and|for|&) \\p{Lu}");
    private static final Pattern JOINING = Pattern.compile("of|and|for|in|the|to|&|/|-|–");
    private static final Pattern QUALIFYING = Pattern.compile(
            "Key|Role|Core|Main|Development|Learning|Professional|Educational|Education|Career|Practice|Personal|Typical|Suggested|Expected|Required");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;
    private static final int MOST_COLUMNS = 9;

    PillarHeader {
        columns = List.copyOf(columns);
    }

    /**
     * The header of flattened tables: a line that returns, reads as headings in a row, and has a title below it that
     * has bullets or returns as well.
     */
    static Optional<PillarHeader> flattened(List<Block> blocks) {
        var seen = new LinkedHashMap<String, Integer>();
        var structured = new LinkedHashMap<String, Integer>();
        var titles = new LinkedHashMap<String, Integer>();
        for (var i = 0; i + 1 < blocks.size(); i++) {
            var text = BlockText.of(blocks.get(i));
            if (BlockText.running(blocks.get(i))
                    && text.length() <= LONGEST
                    && headings(text).size() > 2
                    && headings(text).size() <= MOST_COLUMNS
                    && headings(text).stream().allMatch(heading -> heading.length() >= SHORTEST)
                    && Vocabulary.group(text).isEmpty()) {
                var plain = unglued(text);
                var title = plain + "\n" + BlockText.key(BlockText.of(blocks.get(i + 1)));
                seen.merge(plain, 1, Integer::sum);
                structured.merge(plain, opensSection(blocks, i) || titles.containsKey(title) ? 1 : 0, Integer::sum);
                titles.merge(title, 1, Integer::sum);
            }
        }
        return seen.keySet().stream()
                .filter(text -> seen.getOrDefault(text, 0) > 1
                        && structured.getOrDefault(text, 0) * 2 >= seen.getOrDefault(text, 0))
                .max((one, other) ->
                        Integer.compare(structured.getOrDefault(one, 0), structured.getOrDefault(other, 0)))
                .map(PillarHeader::of);
    }

    private static boolean opensSection(List<Block> blocks, int header) {
        return header + 2 < blocks.size()
                && BlockText.titleLike(blocks.get(header + 1))
                && blocks.get(header + 2) instanceof Block.ListItem;
    }

    private static PillarHeader of(String text) {
        var headings = headings(text);
        return new PillarHeader(text, headings.getFirst(), headings.subList(1, headings.size()));
    }

    /** The header of real tables, when most tables of three columns or more share one. */
    static Optional<PillarHeader> tabled(List<Block> blocks) {
        var seen = new LinkedHashMap<List<String>, Integer>();
        for (var block : blocks) {
            if (block instanceof Block.Table table && table.rows().size() > 1) {
                seen.merge(row(table.rows().getFirst()), 1, Integer::sum);
            }
        }
        return seen.keySet().stream()
                .filter(row ->
                        row.size() > 2 && row.stream().noneMatch(String::isBlank) && seen.getOrDefault(row, 0) > 1)
                .max((one, other) -> Integer.compare(seen.getOrDefault(one, 0), seen.getOrDefault(other, 0)))
                .map(row -> new PillarHeader(String.join(" ", row), row.getFirst(), row.subList(1, row.size())));
    }

    private static List<String> row(Block.Row row) {
        return row.cells().stream().map(Block.Cell::text).toList();
    }

    /**
     * Headings in a row: each begins with a capital, as in "Pillar of practice Role responsibility"; where every word
     * has one, those that join words and those that only qualify one do not end a heading.
     */
    private static List<String> headings(String text) {
        var headings = new ArrayList<String>();
        var current = new StringBuilder();
        var capitals = JOINED_CAPITALS.matcher(text).find();
        var before = "";
        for (var word : unglued(text).split("\\s+")) {
            var begins = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
            var goesOn = capitals
                    && (before.endsWith(",")
                            || JOINING.matcher(before).matches()
                            || (QUALIFYING.matcher(before).matches() && current.indexOf(" ") < 0));
            if (!current.isEmpty() && begins && !goesOn) {
                headings.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
            before = word;
        }
        if (!current.isEmpty()) {
            headings.add(current.toString());
        }
        return headings;
    }

    /** The text without a word of the page's furniture that was run into its first word. */
    static String unglued(String text) {
        return GLUED.matcher(text).replaceFirst("");
    }

    /** Whether this block is the header, printed again or not. */
    boolean standsIn(Block block) {
        return switch (block) {
            case Block.Heading heading -> unglued(heading.text()).equals(text);
            case Block.Paragraph paragraph -> unglued(paragraph.text()).equals(text);
            case Block.Table table -> row(table.rows().getFirst()).equals(row());
            case Block.ListItem _, Block.Furniture _ -> false;
        };
    }

    private List<String> row() {
        var row = new ArrayList<String>();
        row.add(group);
        row.addAll(columns);
        return row;
    }

    /** Whether this block heads the overview of groups and their parts: the groups' heading and one more. */
    Optional<String> overviewOfParts(Block block) {
        var headings = block instanceof Block.Table table
                ? row(table.rows().getFirst())
                : BlockText.running(block) ? headings(BlockText.of(block)) : List.<String>of();
        return headings.size() == 2 && BlockText.noun(headings.getFirst()).equals(BlockText.noun(group))
                ? Optional.of(headings.getLast())
                : Optional.empty();
    }
}
