package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.Annotation.Severity;
import org.espalier.framework.format.At;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Layer;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.PillarSection.Words;
import org.espalier.importing.recognising.Recogniser.Candidate;
import org.espalier.importing.recognising.RoleWords.Fact;
import org.espalier.importing.recognising.RoleWords.Part;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/** Reads a role profile block by block; a heading says what the blocks below it are. */
final class RoleReading {

    private static final Pattern OF_LEVEL = Pattern.compile("(?i).*\\blevels? (?<level>[1-9])\\b.*");

    private static final Pattern TO_BE_FILLED = Pattern.compile(
            "(?i)(?:(?:add|insert|enter|list|include|choose|select|write)\\b.*\\b(?:here|below|own|local\\w*|additional)\\b.*"
                    + "|space for\\b.*|to be (?:added|agreed|completed|determined|confirmed)\\b.*)");
    private static final int BRIEF = 12;

    final DocumentOutline outline;
    final Places places;
    final RoleFacts facts;
    final List<Words> descriptor = new ArrayList<>();
    final List<Words> scope = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    final List<String> references = new ArrayList<>();
    final List<At> referenceSources = new ArrayList<>();
    final List<Span> levelPlaces = new ArrayList<>();
    final List<Span> rolePlaces = new ArrayList<>();
    final List<Annotation> annotations = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();
    final LearningRows learning;
    final LearningRows cpd;
    final RoleCover cover;
    private final List<Block> blocks;
    private final CompetenceTable competences;
    private final Links links;
    private @Nullable Part part;
    private @Nullable Block partHeading;
    private @Nullable Open section;

    /** A section while it is being read; under headings of its own, its lists have a principle and a function. */
    private record Open(
            Block heading,
            Layer layer,
            List<String> notes,
            List<Competence> entries,
            List<Span> otherPlaces,
            List<Block> headings) {}

    RoleReading(DocumentOutline outline, List<Block> blocks, RoleFacts facts) {
        this.outline = outline;
        this.blocks = blocks;
        this.facts = facts;
        this.places = new Places(outline.lines());
        this.learning = new LearningRows(places, this::runTogether);
        this.cpd = new LearningRows(places, this::runTogether);
        this.links = new Links(outline.lines());
        this.competences = new CompetenceTable(places, links, this::shifted);
        this.cover = RoleCover.of(blocks.subList(0, facts.first()));
    }

    /** Empty when nothing but the facts reads like a role profile. */
    Optional<Candidate> candidate() {
        for (var i = cover.blocks(); i < blocks.size(); i++) {
            if (i < facts.first() || i > facts.last()) {
                block(i);
            }
        }
        closeSection();
        if (sections.stream().allMatch(read -> read.entries().isEmpty())) {
            return Optional.empty();
        }
        for (var row : facts.unknown()) {
            leftOut.add(places.leftOut(row.span(), "other-fact", row.text()));
        }
        scope.addAll(facts.facts().getOrDefault(Fact.SCOPE, List.of()));
        return Optional.of(new Candidate(confidence(), new RoleDraft(this).document()));
    }

    private void block(int index) {
        switch (blocks.get(index)) {
            case Block.Table table -> table(table);
            case Block.Heading heading -> heading(heading, index);
            case Block block when labels(block) -> heading(block, index);
            case Block block -> text(block, index);
        }
    }

    /** A line that a format does not show as a heading, and that says what comes next. */
    private static boolean labels(Block block) {
        var text = BlockText.of(block);
        return block instanceof Block.Paragraph
                && BlockText.lines(block).size() == 1
                && BlockText.words(text) <= 8
                && (RoleWords.part(text).isPresent() || RoleWords.layer(text).isPresent());
    }

    private void heading(Block heading, int index) {
        var text = BlockText.of(heading);
        var layer = announcedAgain(index, RoleWords::layer) ? Optional.<Layer>empty() : RoleWords.layer(text);
        var next = announcedAgain(index, RoleWords::part) ? Optional.<Part>empty() : RoleWords.part(text);
        var standard = Standard.of(text);
        if (layer.isPresent()) {
            openSection(heading, layer.get());
        } else if (section != null && standard.published() && Flow.depth(heading) == 0) {
            competence(section, heading);
        } else if (section != null && within(section, index) && !ofItsOwn(section, index)) {
            under(section, heading);
        } else if (section != null && standard.code() != null && Flow.depth(heading) == 0) {
            competence(section, heading);
        } else if (next.isPresent()) {
            closeSection();
            part = next.get();
            partHeading = heading;
            place(heading);
        } else if ((part == Part.LEARNING || part == Part.CPD) && below(partHeading, heading)) {
            if (last(index) || announces(blocks.get(index + 1))) {
                learning(heading, index);
            } else {
                rows().heading(heading);
            }
        } else if (part == Part.CONTENTS && text.matches(".*(?:\\.{3,}|…|\\s)\\s*\\d+")) {
            leaveOut(heading, "table-of-contents");
        } else if (part == Part.DESCRIPTOR && text.toLowerCase(Locale.ROOT).contains("level")) {
            levelPlaces.add(heading.span());
        } else if (part == Part.REFERENCES && Flow.depth(heading) == 0) {
            reference(heading);
        } else if (RoleWords.competences(text) && competencesFollow(index) && index > facts.first()) {
            openSection(heading, Layer.ROLE_SPECIFIC);
            warn(
                    "layer-not-stated",
                    "This heading does not say whether these competences are core, specific to the role, or local. They are taken to be specific to the role.",
                    heading.span());
        } else {
            closeSection();
            part = null;
            leaveOut(heading, headingFollows(index) && index > facts.first() ? "section-heading" : remainder(index));
        }
    }

    /** Whether a block is the heading of a part or a layer. */
    private static boolean announces(Block block) {
        return Flow.headingLike(block)
                && (RoleWords.part(BlockText.of(block)).isPresent()
                        || RoleWords.layer(BlockText.of(block)).isPresent());
    }

    private String remainder(int index) {
        return index < facts.first() ? "introduction" : "not-recognised";
    }

    /** Whether a heading stands in front of the facts, where a profile may explain its parts, and comes again behind them. */
    private <T> boolean announcedAgain(int index, Function<String, Optional<T>> meaning) {
        var meant = meaning.apply(BlockText.of(blocks.get(index)));
        return index < facts.first()
                && meant.isPresent()
                && blocks.subList(facts.last() + 1, blocks.size()).stream()
                        .anyMatch(block -> (block instanceof Block.Heading || labels(block))
                                && meaning.apply(BlockText.of(block)).equals(meant));
    }

    /** Whether a heading divides the section: the format puts it below the section's, or a list or table follows. */
    private boolean within(Open open, int index) {
        var heading = blocks.get(index);
        var next = index + 1 < blocks.size() ? blocks.get(index + 1) : null;
        var text = BlockText.of(heading);
        if (next == null || !below(open.heading(), heading)) {
            return false;
        }
        if (Flow.depth(heading) > 0 || RoleWords.part(text).isEmpty()) {
            return next instanceof Block.ListItem
                    || next instanceof Block.Table
                    || Standard.of(BlockText.of(next)).code() != null
                    || (Flow.headingLike(next)
                            && RoleWords.part(BlockText.of(next)).isEmpty()
                            && RoleWords.layer(BlockText.of(next)).isEmpty()
                            && competencesFollow(index + 1));
        }
        return false;
    }

    /** Whether a heading within a section speaks of competences as the section's own heading does, and no deeper. */
    private boolean ofItsOwn(Open open, int index) {
        return RoleWords.competences(BlockText.of(blocks.get(index)))
                && Flow.depth(blocks.get(index)) == Flow.depth(open.heading())
                && competencesFollow(index);
    }

    private static boolean below(@Nullable Block over, Block heading) {
        return over == null || Flow.depth(heading) == 0 || Flow.depth(over) < Flow.depth(heading);
    }

    /** Notes a heading within a section: the principle, or below another heading the function. */
    private void under(Open open, Block heading) {
        var headings = open.headings();
        var before = headings.isEmpty() ? null : headings.getLast();
        var adjoining = before != null && blocks.indexOf(before) == blocks.indexOf(heading) - 1 && headings.size() == 1;
        var deeper = before != null && Flow.depth(before) < Flow.depth(heading);
        if (!adjoining && !deeper) {
            while (!headings.isEmpty() && Flow.depth(headings.getLast()) >= Flow.depth(heading)) {
                headings.removeLast();
            }
        }
        headings.add(heading);
        open.otherPlaces().add(heading.span());
    }

    private boolean competencesFollow(int index) {
        var next = index + 1;
        while (next < blocks.size() - 1
                && blocks.get(next) instanceof Block.Paragraph
                && !Flow.headingLike(blocks.get(next))) {
            next++;
        }
        return next < blocks.size()
                && switch (blocks.get(next)) {
                    case Block.Table table -> CompetenceTable.hasCompetences(table);
                    case Block.ListItem _ -> true;
                    case Block block -> Standard.of(BlockText.of(block)).code() != null;
                };
    }

    private boolean headingFollows(int index) {
        return index + 1 < blocks.size() && blocks.get(index + 1) instanceof Block.Heading;
    }

    private boolean last(int index) {
        return index + 1 == blocks.size();
    }

    private void openSection(Block heading, Layer layer) {
        closeSection();
        part = null;
        section = new Open(heading, layer, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var match = OF_LEVEL.matcher(BlockText.of(heading));
        if (match.matches() && !facts.levels().isEmpty()) {
            var level = Integer.valueOf(match.group("level"));
            if (!facts.levels().contains(level)) {
                warn(
                        "level-contradicts-document",
                        "This heading says level " + level + "; the profile says level "
                                + facts.levels().getFirst() + ". The heading is kept as printed.",
                        heading.span());
            }
        }
    }

    private void closeSection() {
        if (section != null) {
            sections.add(new Section(
                    BlockText.of(section.heading()),
                    section.layer(),
                    section.notes(),
                    section.entries(),
                    places.of(section.heading()),
                    places.all(section.otherPlaces())));
            section = null;
        }
    }

    /** Where the heading of a part is accounted for. */
    private void place(Block heading) {
        switch (part) {
            case CONTENTS -> leaveOut(heading, "table-of-contents");
            case DESCRIPTOR -> levelPlaces.add(heading.span());
            case REFERENCES -> referenceSources.add(new At(places.of(heading)));
            case FACTS, SCOPE, LEARNING, CPD -> rolePlaces.add(heading.span());
            case null -> leaveOut(heading, "not-recognised");
        }
    }

    private LearningRows rows() {
        return part == Part.LEARNING ? learning : cpd;
    }

    private void table(Block.Table table) {
        if (section != null && CompetenceTable.hasCompetences(table)) {
            section.otherPlaces().add(table.rows().getFirst().span());
            section.entries().addAll(competences.read(table));
            restOf(table, section.entries().stream().map(Competence::source).toList());
        } else if (part == Part.LEARNING || part == Part.CPD) {
            rows().read(table);
        } else {
            leaveOut(table, part == Part.CONTENTS ? "table-of-contents" : "not-recognised");
        }
    }

    /** Rows that hold no competence, such as a header printed again in a table that goes on. */
    private void restOf(Block.Table table, List<? extends @Nullable Object> sources) {
        for (var row : table.rows().subList(1, table.rows().size())) {
            if (!sources.contains(places.of(row.span()))) {
                leftOut.add(places.leftOut(row.span(), "repeated-heading", row.text(0)));
            }
        }
    }

    private void text(Block block, int index) {
        if (section != null) {
            if (listed(block)) {
                competence(section, block);
            } else {
                section.notes().add(BlockText.of(block));
                section.otherPlaces().add(block.span());
            }
            return;
        }
        switch (part) {
            case DESCRIPTOR -> descriptor.add(PillarSection.words(block));
            case SCOPE -> scope.add(PillarSection.words(block));
            case LEARNING, CPD -> learning(block, index);
            case REFERENCES -> reference(block);
            case CONTENTS -> leaveOut(block, "table-of-contents");
            case FACTS -> leaveOut(block, "introduction");
            case null -> leaveOut(block, sections.isEmpty() ? "introduction" : remainder(index));
        }
    }

    /** An item is a competence, unless it asks a reader to fill an empty section. */
    private static boolean listed(Block block) {
        var text = BlockText.of(block);
        return block instanceof Block.ListItem && !TO_BE_FILLED.matcher(text).matches()
                || Standard.of(text).code() != null;
    }

    /** Lines under one another that each have a code are a competence each. */
    private void competence(Open open, Block block) {
        var lines = BlockText.lines(block);
        var first = lines.getFirst();
        var rest = lines.subList(1, lines.size());
        if (rest.isEmpty()
                || !rest.stream().allMatch(line -> Standard.of(line.text()).code() != null)) {
            competence(open, BlockText.of(block), block.span());
            return;
        }
        if (!Standard.of(first.text()).published()
                && rest.stream().allMatch(line -> Standard.of(line.text()).published())) {
            under(open, new Block.Heading(0, first.text(), new Span(first.number(), first.number())));
        } else {
            competence(open, first.text(), new Span(first.number(), first.number()));
        }
        rest.forEach(line -> competence(open, line.text(), new Span(line.number(), line.number())));
    }

    private void competence(Open open, String text, Span span) {
        var standard = Standard.of(text);
        var principle =
                open.headings().isEmpty() ? null : BlockText.of(open.headings().getFirst());
        var name = principle == null ? null : GroupNames.draft(principle, new Slug.Unique());
        var function =
                open.headings().size() < 2 ? null : BlockText.of(open.headings().getLast());
        open.entries()
                .add(new Competence(
                        name == null ? null : Objects.requireNonNullElse(name.title, principle),
                        name == null ? null : name.code,
                        function,
                        standard.title(),
                        standard.code(),
                        links.on(span, text).orElse(null),
                        places.of(span),
                        List.of()));
    }

    /** Learning in a list without headings stands under the heading of the part. */
    private void learning(Block block, int index) {
        var rowsFollow = !last(index)
                && !announces(blocks.get(index + 1))
                && (blocks.get(index + 1) instanceof Block.Table || blocks.get(index + 1) instanceof Block.Heading);
        var item = block instanceof Block.ListItem || (BlockText.words(BlockText.of(block)) <= BRIEF && !rowsFollow);
        if (rows().isEmpty() && item && partHeading != null && !Phrase.introduces(BlockText.of(block))) {
            rows().heading(partHeading);
        }
        if (!rows().item(block)) {
            leaveOut(block, "introduction");
        }
    }

    /** References stand in a list; what follows the list is the imprint. */
    private void reference(Block block) {
        if (RoleCover.imprint(block)) {
            part = null;
            leaveOut(block, "contact-details");
        } else {
            references.add(BlockText.of(block));
            referenceSources.add(new At(places.of(block)));
        }
    }

    private void leaveOut(Block block, String reason) {
        var imprint = part == null && !sections.isEmpty() && RoleCover.contact(block);
        leftOut.add(places.leftOut(block.span(), imprint ? "contact-details" : reason, BlockText.of(block)));
    }

    private void warn(String code, String message, Span span) {
        annotations.add(new Annotation(Severity.WARNING, code, message, places.of(span)));
    }

    private void shifted(String competence, Span span) {
        annotations.add(new Annotation(
                Severity.NOTE,
                "shifted-cells",
                "This row has lost the blank cell in front of it; “" + competence
                        + "” is read as the competence, under the principle of the row above.",
                places.of(span)));
    }

    private void runTogether(String text, Span span) {
        warn(
                "items-run-together",
                "Several items stand here without a mark between them. They are kept as one; split them where they belong apart.",
                span);
    }

    /** How much of what the shape expects is there. */
    private double confidence() {
        var parts = 0.0;
        parts += facts.facts().size() >= 3 ? 1 : 0.7;
        parts += sections.stream()
                        .anyMatch(open ->
                                open.layer() == Layer.CORE && !open.entries().isEmpty())
                ? 1
                : 0;
        parts += sections.stream().filter(open -> !open.entries().isEmpty()).count() > 1 ? 1 : 0.5;
        parts += scope.isEmpty() ? 0.5 : 1;
        return 0.98 * parts / 4;
    }
}
