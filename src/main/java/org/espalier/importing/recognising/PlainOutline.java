package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.format.FacetEntry;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.LevelSection.Said;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A document without levels or of no known shape: its headings become groups and its items statements without a level,
 * for an editor to place by hand. Paragraphs are statements only where there are no items; elsewhere they describe their
 * group, introduce its items, or say what somebody must bring.
 */
final class PlainOutline implements Recogniser {

    private static final double CONFIDENCE = 0.01;
    private static final int LONGEST_COLUMN_HEADING = 5;
    private static final String DUTY = "(?i)(?:\\p{L}+ ){0,3}(?:must|should|may|might|could|can|will)(?: \\p{L}+){0,2}";

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        return Optional.of(new Candidate(CONFIDENCE, new Reading(outline).document()));
    }

    /** A heading under which statements may come; a group as soon as one does. */
    private static final class Open {
        private final int depth;
        private final String form;
        private final Said heading;
        private final List<Said> description = new ArrayList<>();
        private @Nullable GroupDraft group;

        Open(Block heading) {
            this.depth = Flow.depth(heading);
            this.heading = new Said(Flow.text(heading), heading.span());
            this.form = depth > 0 ? "depth" : form(this.heading.text());
        }

        private static String form(String text) {
            return Vocabulary.group(text)
                    .map(Vocabulary.GroupName::kind)
                    .or(() -> Vocabulary.coded(text).map(name -> name.code().replaceAll("[^.]", "") + "."))
                    .orElse("");
        }

        /** The number or letter that its heading bears. */
        private String number() {
            return Vocabulary.group(heading.text())
                    .or(() -> Vocabulary.coded(heading.text()))
                    .map(name -> name.code().replaceFirst("^.*\\s", ""))
                    .orElse("");
        }
    }

    private static final class Reading {
        private final Draft draft;
        private final List<Block> blocks;
        private final boolean itemless;
        private final Slug.Unique groupIds = new Slug.Unique();
        private final Slug.Unique codedIds = new Slug.Unique();
        private final Map<String, Integer> counts = new HashMap<>();
        private final Map<String, Integer> headings = new HashMap<>();
        private final Map<String, List<Span>> facets = new LinkedHashMap<>();
        private final List<GroupDraft> roots = new ArrayList<>();
        private final List<Open> open = new ArrayList<>();
        private @Nullable Said leadIn;

        Reading(DocumentOutline outline) {
            this.draft = new Draft(outline);
            this.blocks = CodedStatements.asItems(Flow.of(outline));
            this.itemless =
                    blocks.stream().noneMatch(block -> block instanceof Block.ListItem || block instanceof Block.Table);
            blocks.stream()
                    .filter(block -> block instanceof Block.Heading)
                    .forEach(block -> headings.merge(Phrase.key(Flow.text(block)), 1, Integer::sum));
        }

        FrameworkDocument document() {
            for (var i = 0; i < blocks.size(); i++) {
                read(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null);
            }
            roots.forEach(group -> draft.groups.add(group.entry(draft)));
            facets.forEach((title, spans) -> draft.facets.add(new FacetEntry(
                    Slug.of(title), title, draft.place(spans.getFirst()), draft.at(spans.subList(1, spans.size())))));
            if (!draft.statements.isEmpty()) {
                draft.warn(
                        "shape-not-recognised",
                        "No levels were recognised. Headings became groups and items became statements without a"
                                + " level; place them by hand.",
                        null);
            }
            return draft.document();
        }

        private void read(Block block, @Nullable Block next) {
            var said = new Said(Flow.text(block), block.span());
            switch (block) {
                case Block.Heading heading
                when Flow.introduction(heading) && next instanceof Block.ListItem -> leadIn = said;
                case Block.Heading heading -> {
                    if (!title(heading)) {
                        open(heading, next);
                    }
                }
                case Block.Table table -> table(table);
                case Block.ListItem item -> state(said.text(), CodedStatements.code(item), leadIn, null, item.span());
                case Block.Paragraph paragraph
                when Flow.headingLike(paragraph)
                        && Vocabulary.group(paragraph.text()).isPresent() -> open(paragraph, next);
                case Block.Paragraph paragraph -> {
                    if (itemless || (!open.isEmpty() && requirements())) {
                        state(said.text(), null, null, null, paragraph.span());
                    } else if (Flow.introduction(paragraph) && next instanceof Block.ListItem) {
                        leadIn = said;
                    } else if (!open.isEmpty() && open.getLast().group == null) {
                        open.getLast().description.add(said);
                    }
                }
                case Block.Furniture _ -> {}
            }
        }

        private boolean requirements() {
            return Vocabulary.field(open.getLast().heading.text())
                    .filter(field -> field == Vocabulary.Field.REQUIREMENTS)
                    .isPresent();
        }

        /** A first heading over all others is the document's title. */
        private boolean title(Block.Heading heading) {
            var headings = blocks.stream()
                    .filter(block -> block instanceof Block.Heading)
                    .toList();
            return heading.depth() > 0
                    && headings.size() > 1
                    && headings.getFirst() == heading
                    && headings.stream().skip(1).allMatch(other -> Flow.depth(other) > heading.depth());
        }

        private void open(Block heading, @Nullable Block next) {
            leadIn = null;
            var opened = new Open(heading);
            while (!open.isEmpty() && !over(open.getLast(), opened)) {
                open.removeLast();
            }
            open.add(opened);
            var only = next instanceof Block.Heading below && !over(opened, new Open(below));
            if (only && !draft.statements.isEmpty()) {
                draft.leaveOut(heading.span(), "section-heading");
            }
        }

        /** Whether one heading stands over another: by its depth, its number, or what comes again under its like. */
        private boolean over(Open outer, Open inner) {
            if (outer.depth > 0 && inner.depth > 0) {
                return outer.depth < inner.depth;
            }
            if (outer.form.equals(inner.form) || outer.form.isEmpty()) {
                return false;
            }
            if (inner.form.endsWith(".")) {
                return within(inner.number(), outer.number());
            }
            return inner.form.isEmpty() && headings.getOrDefault(Phrase.key(inner.heading.text()), 0) > 1;
        }

        /** Whether a number counts on below another: "2.1" below "2", "B3" below "B". */
        private static boolean within(String number, String over) {
            return number.startsWith(over + ".") || (over.matches("\\p{Lu}") && number.matches(over + "\\d.*"));
        }

        private @Nullable GroupDraft group() {
            @Nullable GroupDraft over = null;
            for (var heading : open) {
                if (heading.group == null) {
                    var group = GroupNames.draft(heading.heading.text(), groupIds);
                    group.standsAt(heading.heading.span());
                    heading.description.forEach(said -> group.describe(said.text(), said.span()));
                    (over == null ? roots : over.groups).add(group);
                    heading.group = group;
                }
                over = heading.group;
            }
            return over;
        }

        private void table(Block.Table table) {
            var header = table.rows().getFirst();
            var duties = header.cells().stream()
                    .filter(cell -> cell.text().strip().matches(DUTY))
                    .count();
            if (duties > 1 && table.rows().size() > 1) {
                table.rows().stream().skip(1).forEach(row -> row(row, header));
                return;
            }
            var headed = table.rows().size() > 1
                    && header.cells().stream()
                            .allMatch(cell -> cell.header()
                                    && Phrase.label(cell.text())
                                    && Phrase.wordCount(cell.text()) <= LONGEST_COLUMN_HEADING);
            if (headed) {
                draft.leaveOut(header.span(), "column-headings");
            }
            table.rows().stream().skip(headed ? 1 : 0).forEach(row -> state(text(row), null, leadIn, null, row.span()));
        }

        /** A row under columns for what must, should and may be done: each column is a facet. */
        private void row(Block.Row row, Block.Row header) {
            @Nullable Said about = null;
            for (var column = 0; column < row.cells().size(); column++) {
                var cell = row.cells().get(column);
                var named = header.text(column).strip();
                if (cell.text().isBlank()) {
                    continue;
                }
                if (!named.matches(DUTY)) {
                    about = about == null
                            ? new Said(cell.text(), row.span())
                            : new Said(about.text() + " | " + cell.text(), row.span());
                    continue;
                }
                var spans = facets.computeIfAbsent(facet(named), unseen -> new ArrayList<>());
                if (!spans.contains(header.span())) {
                    spans.add(header.span());
                }
                var texts = cell.lines().isEmpty()
                        ? List.of(cell.text())
                        : cell.lines().stream().map(Block.Line::text).toList();
                for (var text : texts) {
                    state(text, null, about, Slug.of(facet(named)), row.span());
                }
            }
        }

        /** The title of the facet that a column is, in the words in which it was first named. */
        private String facet(String named) {
            return facets.keySet().stream()
                    .filter(title -> Slug.of(title).equals(Slug.of(named)))
                    .findFirst()
                    .orElse(named);
        }

        private static String text(Block.Row row) {
            return String.join(
                    " | ",
                    row.cells().stream()
                            .map(Block.Cell::text)
                            .filter(text -> !text.isBlank())
                            .toList());
        }

        private void state(
                String text, @Nullable String code, @Nullable Said leadIn, @Nullable String facet, Span span) {
            if (text.isBlank()) {
                return;
            }
            var group = group();
            var name = group == null ? "item" : group.id;
            draft.statements.add(new StatementEntry(
                    code == null ? name + "-" + counts.merge(name, 1, Integer::sum) : codedIds.of(code),
                    null,
                    group == null ? null : group.id,
                    facet,
                    true,
                    group != null && requirements() ? Kind.ENTRY_CRITERION : Kind.EXPECTATION,
                    State.STATED,
                    text,
                    null,
                    leadIn == null ? null : leadIn.text(),
                    draft.place(span),
                    leadIn == null || leadIn.span().equals(span) ? List.of() : List.of(draft.at(leadIn.span()))));
        }
    }
}
