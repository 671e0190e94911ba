package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.LevelMarkers.Marker;
import org.espalier.importing.recognising.LevelSection.Part;
import org.espalier.importing.recognising.LevelSection.Said;
import org.espalier.importing.recognising.LevelSection.Saying;
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

    /** One section of one level, with the headings that stand over a cycle of levels, if any do. */
    private record Sectioned(Marker marker, List<Said> over, LevelSection section) {

        List<Part> parts() {
            return section.parts.stream().map(part -> part.under(over)).toList();
        }
    }

    private static final class Reading {
        private final List<Block> blocks;
        private final List<Marker> markers;
        private final Draft draft;
        private final Map<String, LevelDraft> levels = new LinkedHashMap<>();
        private final boolean levelsInGroups;
        private final LevelTitles titles;
        private final Map<Said, List<Said>> descriptions = new HashMap<>();

        Reading(DocumentOutline outline, List<Block> blocks, List<Marker> markers) {
            this.blocks = blocks;
            this.markers = markers;
            this.draft = new Draft(outline);
            this.titles = new LevelTitles(blocks, markers);
            var contentful =
                    markers.stream().filter(Marker::contentful).map(Marker::key).toList();
            this.levelsInGroups = contentful.size() > new HashSet<>(contentful).size();
        }

        Optional<Candidate> candidate() {
            name();
            var sections = sections();
            wordings(sections);
            fillFields(sections);
            new SectionGroups(draft, descriptions)
                    .place(sections.stream()
                            .map(sectioned ->
                                    new SectionGroups.LevelParts(level(sectioned.marker()).id, sectioned.parts()))
                            .toList());
            levels.values().forEach(level -> draft.levels.add(level.entry(draft)));
            noteEmptyLevels();
            return draft.statements.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Candidate(confidence(), draft.document()));
        }

        private LevelDraft level(Marker marker) {
            return Objects.requireNonNull(levels.get(marker.key()));
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
            for (var marker : markers) {
                var level = level(marker);
                level.standsAt(blocks.get(marker.index()).span());
                level.ofCareerFramework(Flow.text(blocks.get(marker.index())), marker.rank());
                var said = titles.of(marker);
                if (level.title == null) {
                    level.title = title(marker.key());
                }
                said.ifPresent(title -> level.standsAt(title.span()));
            }
        }

        /** What is printed beside or below the heading of a level. */
        private Optional<String> printed(Marker marker) {
            return titles.of(marker).map(Said::text).or(() -> Optional.ofNullable(marker.title()));
        }

        /** The title of a level; none when it is called something else under every group. */
        private @Nullable String title(String key) {
            var printed = markers.stream()
                    .filter(marker -> marker.key().equals(key))
                    .map(this::printed)
                    .flatMap(Optional::stream)
                    .toList();
            var counts = new HashMap<String, Integer>();
            printed.forEach(title -> counts.merge(Phrase.key(title), 1, Integer::sum));
            return printed.stream()
                    .filter(title -> !levelsInGroups
                            || counts.size() == 1
                            || counts.getOrDefault(Phrase.key(title), 0) * 2 > printed.size())
                    .findFirst()
                    .orElse(null);
        }

        private List<Sectioned> sections() {
            var sections = new ArrayList<Sectioned>();
            var overs = levelsInGroups ? HeadingsOver.of(blocks, markers) : List.<HeadingsOver.Over>of();
            for (var i = 0; i < markers.size(); i++) {
                var marker = markers.get(i);
                if (!marker.contentful()) {
                    continue;
                }
                var over = overs.isEmpty() ? List.<Said>of() : overs.get(i).headings();
                var from = marker.index() + 1 + (titles.of(marker).isPresent() ? 1 : 0);
                var end = i + 1 < overs.size()
                        ? Math.min(marker.end(), overs.get(i + 1).from())
                        : marker.end();
                var field = over.isEmpty()
                        ? Optional.<Field>empty()
                        : announced(over.getLast().text());
                var section = LevelSection.of(blocks.subList(from, Math.max(from, end)), field.orElse(null));
                if (!overs.isEmpty()) {
                    descriptions.putAll(overs.get(i).descriptions());
                }
                sections.add(new Sectioned(marker, field.isPresent() ? List.of() : over, section));
            }
            return sections;
        }

        /** The field that a heading over a cycle of levels announces: "The levels" has a description of each. */
        private static Optional<Field> announced(String over) {
            return Vocabulary.field(over)
                    .or(() -> Vocabulary.levels(over) ? Optional.of(Field.DESCRIPTOR) : Optional.empty());
        }

        /**
         * A level that reads differently under every group has no words of its own: what is said of it under a group
         * becomes a statement of that group.
         */
        private void wordings(List<Sectioned> sections) {
            @Nullable Span first = null;
            var described = sections.stream()
                    .map(sectioned -> sectioned.marker().key())
                    .filter(key -> describedByGroup(key, sections))
                    .collect(Collectors.toSet());
            for (var sectioned : sections) {
                var sayings = new ArrayList<Saying>();
                var title = printed(sectioned.marker());
                if (!sectioned.over().isEmpty()
                        && title.isPresent()
                        && !Phrase.key(title.get())
                                .equals(Phrase.key(String.valueOf(level(sectioned.marker()).title)))) {
                    sayings.add(saying(new Said(
                            title.get(), blocks.get(sectioned.marker().index()).span())));
                }
                if (!sectioned.over().isEmpty()
                        && described.contains(sectioned.marker().key())) {
                    descriptor(sectioned).forEach(text -> sayings.add(saying(text.said())));
                    sectioned.section().fields.removeAll(descriptor(sectioned));
                }
                if (!sayings.isEmpty()) {
                    sectioned.section().lead(sayings);
                    first = first == null ? sayings.getFirst().span() : first;
                }
            }
            if (first != null) {
                draft.note(
                        "level-described-by-group",
                        "The document describes a level in other words under each group. Each wording became a"
                                + " statement of its group, and the level has no title or description of its own"
                                + " where they differ.",
                        first);
            }
        }

        private static Saying saying(Said said) {
            return new Saying(said.text(), said.span(), null, null, null);
        }

        private boolean describedByGroup(String key, List<Sectioned> sections) {
            var own = sections.stream()
                    .filter(sectioned -> sectioned.marker().key().equals(key)
                            && !sectioned.over().isEmpty())
                    .toList();
            return own.size() > 1
                    && own.stream()
                                    .map(sectioned -> descriptor(sectioned).stream()
                                            .map(text -> text.said().text())
                                            .toList())
                                    .distinct()
                                    .count()
                            > 1;
        }

        private static List<LevelSection.FieldText> descriptor(Sectioned sectioned) {
            return sectioned.section().fields.stream()
                    .filter(text -> text.field() == Field.DESCRIPTOR)
                    .toList();
        }

        private void fillFields(List<Sectioned> sections) {
            for (var sectioned : sections) {
                var level = level(sectioned.marker());
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
