package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;

/** What a document says of itself: who published it, under which rights, how far along it is, in which language. */
final class Imprint {

    private static final Pattern PUBLISHER = Pattern.compile(
            "(?i)(?:published by|publisher|issued by|cyhoeddwyd gan)\\s*:?\\s*(?<name>\\p{L}.{1,120}?)[.]?");
    private static final Pattern RIGHTS =
            Pattern.compile("(?i).*(?:©|\\(c\\) (?:19|20)\\d\\d|\\bcopyright\\b|\\bhawlfraint\\b|all rights reserved"
                    + "|open government licen[cs]e|creative commons|\\bcc[ -]by\\b|licensed under).*");
    private static final Pattern HOLDER = Pattern.compile(
            "(?i)(?:copyright\\s*)?©\\s*(?:copyright\\s*)?(?:(?:19|20)\\d\\d[,\\s]*)?(?<name>\\p{L}[\\p{L} &’',-]{2,80}?)(?:[,\\s]+(?:19|20)\\d\\d)?[.,]?(?:\\s+All rights reserved\\.?)?");
    private static final Set<String> ENGLISH =
            Set.of("the", "and", "of", "to", "in", "with", "for", "or", "their", "from", "by", "is", "are");
    private static final Set<String> WELSH =
            Set.of("yn", "yr", "ac", "ar", "eu", "gan", "neu", "mewn", "gyda", "wrth", "sydd", "bod", "hyn", "ei");
    private static final Pattern YEAR = Pattern.compile("[,.]?\\s+(?:\\p{L}+\\s+)?(?:19|20)\\d\\d$");
    private static final Pattern VERSION = Pattern.compile("(?i)[,.]?\\s+(?:version|edition|issue|v) ?\\d.*");
    private static final int LONGEST_RIGHTS = 60;
    private static final int FRONT = 60;

    private final Draft draft;
    private final BitSet used;

    private Imprint(Draft draft) {
        this.draft = draft;
        this.used = UsedLines.of(draft.document());
        draft.leftOut.forEach(out -> used.set(out.line(), out.endLine() + 1));
    }

    static void read(Draft draft) {
        var imprint = new Imprint(draft);
        imprint.status();
        imprint.publisherAndRights();
        if (draft.language == null) {
            draft.language = language(draft.outline.blocks());
        }
    }

    /** Takes the status that a line of the cover says. */
    static void status(Draft draft, Block.Line line) {
        draft.status = StatusWords.draft(line.text()) ? "draft" : "published";
        draft.statusNote = draft.statusNote == null ? line.text() : line.text() + "; " + draft.statusNote;
        var span = new Span(line.number(), line.number());
        draft.statusSource = draft.statusSource == null
                ? draft.place(span)
                : draft.place(span.through(new Span(draft.statusSource.line(), draft.statusSource.endLine())));
    }

    private List<Block> unused() {
        return draft.outline.blocks().stream()
                .filter(block -> !(block instanceof Block.Table))
                .filter(block -> !used.get(block.span().first()))
                .toList();
    }

    /** The lines near the front that say how far along the document is; those that stand together are its source. */
    private void status() {
        if (draft.status != null) {
            return;
        }
        var front = unused().stream()
                .limit(FRONT)
                .filter(block -> StatusWords.in(Flow.text(block)))
                .toList();
        if (front.isEmpty()) {
            return;
        }
        var restricted = front.stream()
                .filter(block -> StatusWords.restricted(Flow.text(block)))
                .findFirst();
        if (front.stream().anyMatch(block -> StatusWords.draft(Flow.text(block)))) {
            draft.status = "draft";
        } else if (front.stream().anyMatch(block -> StatusWords.finished(Flow.text(block)))) {
            draft.status = "published";
        }
        draft.statusNote = String.join("; ", front.stream().map(Flow::text).toList());
        var together = together(front);
        draft.statusSource = draft.place(together);
        front.stream()
                .filter(block -> block.span().first() > together.last())
                .forEach(block -> draft.leaveOut(block.span(), "status"));
        restricted.ifPresent(block -> draft.warn(
                "restricted",
                "The document says “" + Flow.text(block) + "”. Show it to invited people only.",
                block.span()));
    }

    /** The first status line and those that follow it with nothing between them. */
    private Span together(List<Block> status) {
        var span = status.getFirst().span();
        for (var block : status.subList(1, status.size())) {
            var gap = draft.outline.lines().subList(span.last(), block.span().first() - 1);
            if (gap.stream().allMatch(line -> line.blank())) {
                span = span.through(block.span());
            }
        }
        return span;
    }

    private void publisherAndRights() {
        var rights = new ArrayList<String>();
        for (var block : unused()) {
            var text = Flow.text(block);
            var publisher = PUBLISHER.matcher(text);
            if (draft.publisher == null && publisher.matches()) {
                var name = VERSION.matcher(publisher.group("name").strip()).replaceFirst("");
                draft.publisher = YEAR.matcher(name).replaceFirst("");
                draft.leaveOut(block.span(), "publisher");
            } else if (draft.rights == null
                    && RIGHTS.matcher(text).matches()
                    && Phrase.wordCount(text) <= LONGEST_RIGHTS
                    && (Phrase.wordCount(text) > 1 || text.contains("©"))) {
                rights.add(text);
                draft.leaveOut(block.span(), "rights");
                holder(text).filter(name -> draft.publisher == null).ifPresent(name -> draft.publisher = name);
            }
        }
        if (!rights.isEmpty()) {
            draft.rights = String.join(" ", rights);
        }
    }

    private static Optional<String> holder(String text) {
        var matcher = HOLDER.matcher(text);
        return matcher.matches()
                        && !matcher.group("name").toLowerCase(Locale.ROOT).contains("copyright")
                ? Optional.of(matcher.group("name").strip())
                : Optional.empty();
    }

    /** English or Welsh, by the commonest small words; English when neither shows. */
    private static String language(List<Block> blocks) {
        var english = 0;
        var welsh = 0;
        for (var block : blocks) {
            var text = block instanceof Block.Table table
                    ? String.join(
                            " ",
                            table.rows().stream()
                                    .flatMap(row -> row.cells().stream())
                                    .map(Block.Cell::text)
                                    .toList())
                    : Flow.text(block);
            for (var word : Phrase.words(text)) {
                english += ENGLISH.contains(word) ? 1 : 0;
                welsh += WELSH.contains(word) ? 1 : 0;
            }
        }
        return welsh > english ? "cy" : "en";
    }
}
