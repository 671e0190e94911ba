package org.espalier.importing.recognising;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.espalier.framework.format.GroupEntry;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** Leaves out, with a reason, every block that nothing was made of. Lines that no block holds stay unaccounted for. */
final class Remainder {

    private static final Pattern CONTENTS =
            Pattern.compile("(?i)(?:table of )?contents|in this (?:document|page|section)|cynnwys");
    private static final Pattern CONTENTS_WITH_ENTRIES =
            Pattern.compile("(?i)(?:(?:table of )?contents|cynnwys)\\s.*\\d{1,3}");
    private static final Pattern ENTRY = Pattern.compile(".*(?:\\.{3,}|…)\\s*\\d*|.*\\s{2,}\\d{1,3}");
    private static final Pattern FRONT = Pattern.compile(
            "(?i)(?:foreword|preface|rhagair|acknowledge?ments?|statements? of support"
                    + "|endorse\\w*|equality\\b.*|document control|version (?:control|history)|copyright|about the authors?)\\b.*");
    private static final Pattern INTRODUCTION =
            Pattern.compile("(?i)(?:introduction|background|context|purpose|overview|aims?"
                    + "|who (?:is|are|can|should)\\b|how (?:to|this|the)\\b|what (?:is|are)\\b|why\\b|about\\b|structure\\b|scope\\b|using\\b"
                    + "|benefits|audience|executive summary|occupation summary|rationale|key principles|cyflwyniad).*");
    private static final Pattern UNWRITTEN = Pattern.compile(
            "(?i)(?:to be (?:added|confirmed|completed|inserted|agreed|developed)\\b.*|tb[ac]|coming soon|placeholder.*)");
    private static final Pattern CONTACT = Pattern.compile(
            "(?i).*(?:\\S+@\\S+\\.\\S+|\\b(?:tel|telephone|phone|ffôn|fax|e-?mail|website|twitter)\\s*:|\\bwww\\.\\S+$).*");
    private static final Pattern FOOTNOTE = Pattern.compile("^(?:[¹²³⁴-⁹⁰]|\\*{1,3} |\\[\\d{1,2}] |† ).*");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)(?:page )?\\d{1,3}(?: of \\d{1,3})?|\\d{1,3}\\s*[/|–-].*|[^\\p{L}\\p{N}]*");
    private static final Set<String> LISTS = Set.of("table-of-contents");
    private static final String UNKNOWN = "not-recognised";

    private final Draft draft;
    private final Asides asides;
    private final BitSet accounted;
    private final int firstUsed;
    private final Set<String> names = new HashSet<>();
    private String section = "front-matter";

    private Remainder(Draft draft) {
        this.draft = draft;
        this.asides = Asides.in(draft.outline.blocks());
        var document = draft.document();
        this.accounted = UsedLines.of(document);
        this.firstUsed = accounted.cardinality() == 0 ? Integer.MAX_VALUE : firstOfSubstance(draft);
        draft.leftOut.forEach(out -> accounted.set(out.line(), out.endLine() + 1));
        if (draft.title != null) {
            names.add(bare(draft.title));
        }
        draft.levels.forEach(level -> {
            names.add(bare(level.name()));
            addName(level.code());
            addName(level.title());
        });
        draft.groups.forEach(this::addName);
    }

    static void leaveOut(Draft draft) {
        new Remainder(draft).leaveOut();
    }

    /** Whether a heading stands over what leads up to a framework. */
    static boolean introduces(String heading) {
        var text = Phrase.unnumbered(heading);
        return FRONT.matcher(text).matches()
                || INTRODUCTION.matcher(text).matches()
                || CONTENTS.matcher(text).matches();
    }

    private static int firstOfSubstance(Draft draft) {
        var body = Draft.of(draft.outline, draft.document());
        body.titleSource = null;
        body.statusSource = null;
        body.progressionSource = null;
        var used = UsedLines.of(body.document()).nextSetBit(0);
        return used < 0 ? Integer.MAX_VALUE : used;
    }

    private void addName(GroupEntry group) {
        addName(group.title());
        group.groups().forEach(this::addName);
    }

    private void addName(@Nullable String name) {
        if (name != null) {
            names.add(bare(name));
        }
    }

    private static String bare(String text) {
        return Phrase.key(text).replaceFirst("^(?:the|a|an) ", "");
    }

    private void leaveOut() {
        var blocks = draft.outline.blocks();
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            if (block instanceof Block.Table table) {
                leaveFrontMatter(table.span());
                table.rows().stream().filter(row -> unaccounted(row.span())).forEach(row -> {
                    if (ShapeOutline.contents(table)) {
                        draft.leaveOut(row.span(), "table-of-contents", rowText(row));
                    } else {
                        leaveOut(row.span(), reason(rowText(row)));
                    }
                });
            } else {
                enter(blocks, i);
                var aside = asides.reason(block);
                if (aside.isPresent() && !leftOut(block)) {
                    draft.leaveOut(block.span(), aside.get());
                    accounted.set(block.span().first(), block.span().last() + 1);
                } else if (unaccounted(block.span())) {
                    leaveOut(block.span(), reason(blocks, i));
                }
            }
        }
    }

    private boolean leftOut(Block block) {
        return draft.leftOut.stream()
                .anyMatch(out ->
                        out.line() <= block.span().first() && block.span().last() <= out.endLine());
    }

    private boolean unaccounted(Span span) {
        return accounted.nextClearBit(span.first()) <= span.last();
    }

    /** Leaves out those lines of the span that nothing was made of. */
    private void leaveOut(Span span, String reason) {
        var from = span.first();
        while (from <= span.last()) {
            var first = accounted.nextClearBit(from);
            if (first > span.last()) {
                return;
            }
            var next = accounted.nextSetBit(first);
            var last = next < 0 || next > span.last() ? span.last() : next - 1;
            while (draft.outline.lines().get(last - 1).blank() && last > first) {
                last--;
            }
            if (!draft.outline.lines().get(first - 1).blank()) {
                draft.leaveOut(new Span(first, last), reason);
            }
            accounted.set(first, last + 1);
            from = last + 1;
        }
    }

    /** A heading that says what its section is for gives the reason for all in it; an unknown one changes nothing. */
    private void enter(List<Block> blocks, int index) {
        var block = blocks.get(index);
        leaveFrontMatter(block.span());
        if (section.equals("table-of-contents") && Phrase.endsSentence(Flow.text(block))) {
            section = block.span().first() < firstUsed ? "introduction" : UNKNOWN;
        }
        if (!Flow.headingLike(block) || accounted.get(block.span().first())) {
            return;
        }
        var text = Phrase.unnumbered(Flow.text(block));
        if (CONTENTS.matcher(text).matches()) {
            section = "table-of-contents";
        } else if (FRONT.matcher(text).matches()) {
            section = "front-matter";
        } else if (INTRODUCTION.matcher(text).matches() && block.span().first() < firstUsed) {
            section = "introduction";
        } else if (Vocabulary.backMatter(text)) {
            section = text.toLowerCase(Locale.ROOT).startsWith("contact") ? "contact-details" : "back-matter";
        } else if (section.equals("table-of-contents")) {
            section = block.span().first() < firstUsed ? "introduction" : UNKNOWN;
        }
    }

    /** What follows the framework itself is no introduction to it. */
    private void leaveFrontMatter(Span span) {
        if (span.first() >= firstUsed
                && !accounted.get(span.first(), span.last() + 1).isEmpty()) {
            section = UNKNOWN;
        }
    }

    private String reason(List<Block> blocks, int index) {
        var block = blocks.get(index);
        if (block instanceof Block.Furniture furniture) {
            return furniture.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        var text = Flow.text(block);
        if (names.contains(bare(text))) {
            return "repeated-heading";
        }
        if (UNWRITTEN.matcher(text).matches() || (Flow.headingLike(block) && empty(blocks, index))) {
            return "empty-section";
        }
        return reason(text);
    }

    private String reason(String text) {
        if (PAGE_NUMBER.matcher(text).matches()) {
            return "page-furniture";
        }
        if (ENTRY.matcher(text).matches() || CONTENTS_WITH_ENTRIES.matcher(text).matches()) {
            return "table-of-contents";
        }
        if (FOOTNOTE.matcher(text).matches()) {
            return "footnote";
        }
        return CONTACT.matcher(text).matches() && Phrase.wordCount(text) < 20 ? "contact-details" : section;
    }

    /** A heading with nothing under it, or nothing but a promise; a row of headings up front is a cover, not that. */
    private boolean empty(List<Block> blocks, int index) {
        if (index + 1 == blocks.size()) {
            return true;
        }
        var block = blocks.get(index);
        var next = blocks.get(index + 1);
        if (!Flow.headingLike(next)) {
            return false;
        }
        return UNWRITTEN.matcher(Flow.text(next)).matches()
                || (block.span().first() > firstUsed
                        && !LISTS.contains(section)
                        && Flow.depth(next) <= Flow.depth(block)
                        && (Flow.depth(next) > 0
                                || blocks.subList(index, blocks.size()).stream().allMatch(Flow::headingLike)));
    }

    private static String rowText(Block.Row row) {
        return String.join(" ", row.cells().stream().map(Block.Cell::text).toList());
    }
}
