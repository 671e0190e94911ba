package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.jspecify.annotations.Nullable;

/** Reads a role profile block by block; a heading says what the blocks below it are. */
final class RoleReading {

    private static final Pattern OF_LEVEL = Pattern.compile("(?i).*\\blevels? (?<level>[1-9])\\b.*");

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
    private @Nullable Part part;
    private @Nullable Open section;

    /** A section while it is being read. */
    private record Open(
            Block heading, Layer layer, List<String> notes, List<Competence> entries, List<Span> otherPlaces) {}

    RoleReading(DocumentOutline outline, List<Block> blocks, RoleFacts facts) {
        this.outline = outline;
        this.blocks = blocks;
        this.facts = facts;
        this.places = new Places(outline.lines());
        this.learning = new LearningRows(places, this::runTogether);
        this.cpd = new LearningRows(places, this::runTogether);
        this.competences = new CompetenceTable(places, new Links(outline.lines()), this::shifted);
        this.cover = RoleCover.of(blocks.subList(0, facts.first()));
    }

    Candidate candidate() {
        for (var i = cover.blocks(); i < blocks.size(); i++) {
            if (i < facts.first() || i > facts.last()) {
                block(blocks.get(i), i < facts.first());
            }
        }
        closeSection();
        for (var row : facts.unknown()) {
            leftOut.add(places.leftOut(row.span(), "not-recognised", row.text()));
        }
        scope.addAll(facts.facts().getOrDefault(Fact.SCOPE, List.of()));
        return new Candidate(confidence(), new RoleDraft(this).document());
    }

    private void block(Block block, boolean front) {
        if (block instanceof Block.Heading heading) {
            heading(heading, front);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else {
            text(block);
        }
    }

    private void heading(Block.Heading heading, boolean front) {
        var text = heading.text();
        var layer = front ? null : RoleWords.layer(text).orElse(null);
        var next = RoleWords.part(text).orElse(null);
        if (layer != null) {
            openSection(heading, layer);
        } else if (next != null && (!front || next == Part.CONTENTS || next == Part.DESCRIPTOR || next == Part.FACTS)) {
            closeSection();
            part = next;
            place(heading);
        } else if ((part == Part.LEARNING || part == Part.CPD) && heading.depth() > 2) {
            rows().heading(heading);
        } else if (part == Part.CONTENTS && text.matches(".*(?:\\.{3,}|…|\\s)\\s*\\d+")) {
            leaveOut(heading, "table-of-contents");
        } else if (part == Part.DESCRIPTOR && text.toLowerCase(Locale.ROOT).contains("level")) {
            levelPlaces.add(heading.span());
        } else {
            closeSection();
            part = null;
            leaveOut(heading, front ? "introduction" : "not-recognised");
        }
    }

    private void openSection(Block.Heading heading, Layer layer) {
        closeSection();
        part = null;
        section = new Open(heading, layer, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var match = OF_LEVEL.matcher(heading.text());
        if (match.matches() && !facts.levels().isEmpty()) {
            var level = Integer.valueOf(match.group("level"));
            if (!facts.levels().contains(level)) {
                annotations.add(new Annotation(
                        Severity.WARNING,
                        "level-contradicts-document",
                        "This heading says level " + level + "; the profile says level "
                                + facts.levels().getFirst() + ". The heading is kept as printed.",
                        places.of(heading)));
            }
        }
    }

    private void closeSection() {
        if (section != null) {
            sections.add(new Section(
                    section.heading() instanceof Block.Heading heading
                            ? heading.text()
                            : BlockText.of(section.heading()),
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
        if (section != null && CompetenceTable.is(table)) {
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

    private void text(Block block) {
        if (section != null) {
            section.notes().add(BlockText.of(block));
            section.otherPlaces().add(block.span());
            return;
        }
        switch (part) {
            case DESCRIPTOR -> descriptor.add(PillarSection.words(block));
            case SCOPE -> scope.add(PillarSection.words(block));
            case LEARNING, CPD -> {
                if (!rows().item(block)) {
                    leaveOut(block, "introduction");
                }
            }
            case REFERENCES -> reference(block);
            case CONTENTS -> leaveOut(block, "table-of-contents");
            case FACTS -> leaveOut(block, "introduction");
            case null -> leaveOut(block, sections.isEmpty() ? "introduction" : "not-recognised");
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

    private void shifted(String competence, Span span) {
        annotations.add(new Annotation(
                Severity.NOTE,
                "shifted-cells",
                "This row has lost the blank cell in front of it; “" + competence
                        + "” is read as the competence, under the principle of the row above.",
                places.of(span)));
    }

    private void runTogether(String text, Span span) {
        annotations.add(new Annotation(
                Severity.WARNING,
                "items-run-together",
                "Several items stand here without a mark between them. They are kept as one; split them where they belong apart.",
                places.of(span)));
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
