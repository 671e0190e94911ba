package org.espalier.importing.recognising;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.espalier.importing.outline.Block;

/** What a block says, whatever kind of block a reader took it for. */
final class BlockText {

    private static final Pattern CONTINUED =
            Pattern.compile("(?i)\\s*[(\\[]?\\s*(?:continued|cont[.’']?d?\\.?)\\s*[)\\]]?\\s*$");
    private static final int SHORT = 12;

    private BlockText() {}

    static String of(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.ListItem item -> item.text();
            case Block.Furniture furniture -> furniture.text();
            case Block.Table table ->
                table.rows().stream()
                        .map(row -> row.cells().stream().map(Block.Cell::text).collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n"));
        };
    }

    /** The lines it was printed in. */
    static List<Block.Line> lines(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> paragraph.lines();
            case Block.ListItem item -> item.lines();
            case Block.Heading _, Block.Furniture _, Block.Table _ ->
                List.of(new Block.Line(block.span().first(), of(block)));
        };
    }

    /** Running text of some kind: neither list nor table nor page furniture. */
    static boolean running(Block block) {
        return block instanceof Block.Heading || block instanceof Block.Paragraph;
    }

    /** A few words that do not end like a sentence. */
    static boolean titleLike(Block block) {
        var text = of(block);
        return running(block)
                && !text.isEmpty()
                && !Character.isLowerCase(text.codePointAt(0))
                && ".:;,".indexOf(text.charAt(text.length() - 1)) < 0
                && words(text) <= SHORT;
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }

    /** For comparing titles: lower case, letters and figures only, without "(continued)". */
    static String key(String text) {
        return withoutContinued(text)
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static String withoutContinued(String text) {
        return CONTINUED.matcher(text).replaceFirst("").strip();
    }

    /** The singular of a noun such as stands over a column, in lower case. */
    static String singular(String noun) {
        var word = noun.toLowerCase(Locale.ROOT).strip();
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /** The thing that a heading such as "Pillars of practice" names: "pillar". */
    static String noun(String heading) {
        return singular(heading.replaceFirst("(?i)\\s+(?:of|for|in)\\s.*", ""));
    }
}
