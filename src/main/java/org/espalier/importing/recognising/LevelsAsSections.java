package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.recognising.LevelMarkers.Marker;
import org.espalier.importing.recognising.LevelSection.Part;
import org.espalier.importing.recognising.LevelSection.Said;
import org.espalier.importing.recognising.Vocabulary.Field;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Documents in which each level is a section: its heading, then its statements, in parts or not. The same headings come
 * again under every level, or the levels come again under every group.
 */
final class LevelsAsSections implements Recogniser {

    private static final double HIGHEST = 0.85;

    @Override
    public Optional<Candidate> recognise(DocumentOutline outline) {
        var blocks = Flow.of(outline);
        var markers = LevelMarkers.in(blocks);
        if (markers.isEmpty()) {
            return Optional.empty();
        }
        return new Reading(outline, blocks, markers).candidate();
    }

    /** One section of one level, with the heading that stands over a cycle of levels, if one does. */
    private record Sectioned(Marker marker, @Nullable Said over, LevelSection section) {}

    private static final class Reading {
        private final List<Block> blocks;
        private final List<Marker> markers;
        private final Draft draft;
        private final Map<String, LevelDraft> levels = new LinkedHashMap<>();
        private final boolean levelsInGroups;

        Reading(DocumentOutline outline, List<Block> blocks, List<Marker> markers) {
            this.blocks = blocks;
            this.markers = markers;
            this.draft = new Draft(outline);
            var contentful =
                    markers.stream().filter(Marker::contentful).map(Marker::key).toList();
            this.levelsInGroups = contentful.size() > new HashSet<>(contentful).size();
        }

        Optional<Candidate> candidate() {
            name();
            var sections = sections();
            fillFields(sections);
            new SectionGroups(draft)
                    .place(sections.stream()
                            .map(sectioned -> new SectionGroups.LevelParts(
                                    Objects.requireNonNull(levels.get(
                                                    sectioned.marker().key()))
                                            .id,
                                    sectioned.over() == null
                                            ? sectioned.section().parts
                                            : under(sectioned.over(), sectioned.section().parts)))
                            .toList());
            levels.values().forEach(level -> draft.levels.add(level.entry(draft)));
            noteEmptyLevels();
            return draft.statements.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Candidate(confidence(), draft.document()));
        }

        private static List<Part> under(Said over, List<Part> parts) {
            return parts.stream()
                    .map(part -> part.heading() == null
                            ? new Part(part.above(), over, part.sayings())
                            : new Part(part.above() == null ? over : part.above(), part.heading(), part.sayings()))
                    .toList();
        }

        /** Gives every level its code and title, numbered ones in the order of their numbers. */
        private void name() {
            var ids = new Slug.Unique();
            var ordered = new ArrayList<>(markers);
            if (markers.stream().allMatch(marker -> marker.code() != null)) {
                ordered.sort(Comparator.comparingInt(Marker::rank).thenComparing(Marker::key));
            }
            for (var marker : ordered) {
                levels.computeIfAbsent(marker.key(), key -> {
                    var name = marker.code() == null ? Objects.requireNonNull(marker.title()) : marker.code();
                    return new LevelDraft(ids.of(name), marker.code(), null);
                });
            }
            var titles = new LevelTitles(blocks, markers);
            for (var marker : markers) {
                var level = Objects.requireNonNull(levels.get(marker.key()));
                level.standsAt(blocks.get(marker.index()).span());
                level.ofCareerFramework(Flow.text(blocks.get(marker.index())), marker.rank());
                var said = titles.of(marker);
                if (level.title == null) {
                    level.title = said.map(Said::text).orElse(marker.title());
                }
                said.ifPresent(title -> level.standsAt(title.span()));
            }
        }

        private List<Sectioned> sections() {
            var titles = new LevelTitles(blocks, markers);
            var sections = new ArrayList<Sectioned>();
            @Nullable Said over = null;
            for (var marker : markers) {
                over = levelsInGroups ? over(marker).orElse(over) : null;
                if (marker.contentful()) {
                    var from = marker.index() + 1 + (titles.of(marker).isPresent() ? 1 : 0);
                    var field = over == null ? Optional.<Field>empty() : Vocabulary.field(over.text());
                    sections.add(new Sectioned(
                            marker,
                            field.isPresent() ? null : over,
                            LevelSection.of(blocks.subList(from, end(marker)), field.orElse(null))));
                }
            }
            return sections;
        }

        /** The heading right before a level, where the levels come again under every group. */
        private Optional<Said> over(Marker marker) {
            var index = marker.index() - 1;
            return index >= 0 && Flow.headingLike(blocks.get(index))
                    ? Optional.of(new Said(
                            Flow.text(blocks.get(index)), blocks.get(index).span()))
                    : Optional.empty();
        }

        private int end(Marker marker) {
            var heading = blocks.get(marker.end() - 1);
            var next = markers.stream().anyMatch(other -> other.index() == marker.end());
            return levelsInGroups && next && marker.end() - 1 > marker.index() && Flow.headingLike(heading)
                    ? marker.end() - 1
                    : marker.end();
        }

        private void fillFields(List<Sectioned> sections) {
            for (var sectioned : sections) {
                var level = Objects.requireNonNull(levels.get(sectioned.marker().key()));
                sectioned.section().labels.forEach(level::standsAt);
                for (var text : sectioned.section().fields) {
                    level.field(text.field()).addAll(items(text));
                    level.standsAt(text.said().span());
                }
            }
        }

        /** Roles and requirements may stand side by side in one line. */
        private static List<String> items(LevelSection.FieldText text) {
            return text.field() == Vocabulary.Field.ROLES || text.field() == Vocabulary.Field.REQUIREMENTS
                    ? Separators.apart(text.said().text())
                    : List.of(text.said().text());
        }

        private void noteEmptyLevels() {
            for (var level : draft.levels) {
                if (draft.statements.stream().noneMatch(statement -> level.id().equals(statement.level()))) {
                    draft.note(
                            "level-without-statements",
                            level.name() + " is named and has no statements.",
                            markers.stream()
                                    .filter(marker -> levels.get(marker.key()) instanceof LevelDraft named
                                            && named.id.equals(level.id()))
                                    .map(marker -> blocks.get(marker.index()).span())
                                    .findFirst()
                                    .orElse(null));
                }
            }
        }

        /** How many of the levels have statements, and how many of the document's items became one. */
        private double confidence() {
            var filled = draft.statements.stream()
                    .map(StatementEntry::level)
                    .distinct()
                    .count();
            var items = blocks.stream()
                    .filter(block -> block instanceof Block.ListItem)
                    .count();
            var share = items == 0 ? 1 : Math.min(1, draft.statements.size() / (double) items);
            return HIGHEST * filled / levels.size() * (0.4 + 0.6 * share);
        }
    }
}
