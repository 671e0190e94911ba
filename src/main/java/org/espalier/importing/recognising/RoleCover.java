package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.recognising.PillarSection.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the cover of a role profile.
 *
 * @param title the headings that make the title
 * @param level a heading that says nothing but the level
 * @param status such as "Final March 2020"
 * @param blocks how many blocks the cover has
 */
record RoleCover(
        List<Block> title, @Nullable Block level, @Nullable Block status, List<Block> rest, int blocks) {

    private static final Pattern LEVEL =
            Pattern.compile("(?i)(?:\\p{L}+ ){0,4}levels? [1-9](?:\\s*(?:[-–/,&]|and|to)\\s*[1-9])*");
    private static final Pattern STATUS = Pattern.compile(
            "(?i)(?:final|draft|published|approved|issued|consultation|version|v\\d)\\b.{0,60}|.{0,40}\\b(?:draft|final version)");
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?i)(?:table of )?contents|introduction\\b.*|foreword|preface|background|purpose\\b.*|about this .*");
    private static final Pattern CONTACT = Pattern.compile(
            "(?i).*@\\S+\\.\\S+.*|(?:https?://|www\\.)\\S+|[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+|\\+?[\\d ()-]{7,}"
                    + "|.*\\b\\p{Lu}{1,2}\\d[\\p{Lu}\\d]? ?\\d\\p{Lu}{2}\\b.*|(?:tel|telephone|phone|e-?mail|web(?:site)?|address|head office)\\b.*");
    private static final Pattern IMPRINT =
            Pattern.compile("(?:©|\\(c\\)|@ |(?i:copyright)\\b)\\s*(?<publisher>\\p{L}.{2,60})");
    private static final Pattern YEAR =
            Pattern.compile("^(?:19|20)\\d\\d(?:[-–]\\d{2,4})?,?\\s+|,?\\s+(?:19|20)\\d\\d$");

    RoleCover {
        title = List.copyOf(title);
        rest = List.copyOf(rest);
    }

    /** The blocks up to the contents, the introduction, or the first part of the profile itself. */
    static RoleCover of(List<Block> front) {
        var title = new ArrayList<Block>();
        var rest = new ArrayList<Block>();
        Block level = null;
        Block status = null;
        var i = 0;
        while (i < front.size() && !begins(front.get(i))) {
            var block = front.get(i++);
            var text = BlockText.of(block);
            if (level == null && LEVEL.matcher(text).matches()) {
                level = block;
            } else if (status == null
                    && BlockText.titleLike(block)
                    && STATUS.matcher(text).matches()) {
                status = block;
            } else if (block instanceof Block.Heading && status == null) {
                title.add(block);
            } else {
                rest.add(block);
            }
        }
        return new RoleCover(title, level, status, rest, i);
    }

    private static boolean begins(Block block) {
        var text = BlockText.of(block);
        return block instanceof Block.Table
                || INTRODUCTION.matcher(text).matches()
                || (block instanceof Block.Heading
                        && (RoleWords.part(text).isPresent()
                                || RoleWords.layer(text).isPresent()))
                || BlockText.words(text) > 25;
    }

    /** The headings of the cover, else its first lines where they are short and stand together. */
    Optional<Words> titleWords() {
        if (title.isEmpty()) {
            return rest.stream().findFirst().filter(RoleCover::shortLines).map(PillarSection::words);
        }
        return title.stream()
                .map(PillarSection::words)
                .reduce((one, other) ->
                        new Words(one.text() + " – " + other.text(), one.span().through(other.span())));
    }

    private static boolean shortLines(Block block) {
        return block instanceof Block.Paragraph && Phrase.label(BlockText.of(block));
    }

    /** Whether this is the publisher's line or a way to reach them. */
    static boolean imprint(Block block) {
        return publisher(block).isPresent() || contact(block);
    }

    static boolean contact(Block block) {
        return !(block instanceof Block.Table)
                && BlockText.words(BlockText.of(block)) <= 20
                && (CONTACT.matcher(BlockText.of(block)).matches()
                        || publisher(block).isPresent());
    }

    /** Who holds the copyright, as the line says that claims it. */
    static Optional<String> publisher(Block block) {
        var match = IMPRINT.matcher(BlockText.of(block));
        return BlockText.running(block) && match.matches()
                ? Optional.of(
                        YEAR.matcher(match.group("publisher")).replaceAll("").strip())
                : Optional.empty();
    }
}
