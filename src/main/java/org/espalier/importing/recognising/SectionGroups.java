package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.framework.format.At;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.espalier.importing.recognising.LevelSection.Part;
import org.espalier.importing.recognising.LevelSection.Said;
import org.espalier.importing.recognising.LevelSection.Saying;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of all levels together: the same heading under two levels is one group. Parts of one level that share
 * a heading are told apart by their position, and their titles are inferred from what they speak of.
 */
final class SectionGroups {

    /** The parts of one level. */
    record LevelParts(String level, List<Part> parts) {}

    private final Draft draft;
    private final Map<Said, List<Said>> descriptions;
    private final Slug.Unique ids = new Slug.Unique();
    private final Slug.Unique codedIds = new Slug.Unique();
    private final Map<String, GroupDraft> groups = new LinkedHashMap<>();
    private final List<GroupDraft> roots = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private Set<String> repeated = Set.of();
    private Map<String, String> inferred = Map.of();

    /** With what is said right below some of the headings, which describes their groups. */
    SectionGroups(Draft draft, Map<Said, List<Said>> descriptions) {
        this.draft = draft;
        this.descriptions = descriptions;
    }

    /** Adds the groups and statements of these levels to the draft. */
    void place(List<LevelParts> levels) {
        repeated = repeated(levels);
        inferred = inferred(levels);
        for (var level : levels) {
            var positions = new HashMap<String, Integer>();
            for (var part : level.parts()) {
                var group = group(part, positions);
                part.sayings().forEach(saying -> statement(level.level(), group, saying));
            }
        }
        Pillar.mark(roots);
        roots.forEach(group -> draft.groups.add(group.entry(draft)));
        groups.values().stream().filter(group -> group.titleInferred).forEach(this::note);
    }

    /** The headings that stand over several parts of one level, in at least half of the levels that have them. */
    private static Set<String> repeated(List<LevelParts> levels) {
        var within = new HashMap<String, Integer>();
        var standing = new HashMap<String, Integer>();
        for (var level : levels) {
            var counts = new HashMap<String, Integer>();
            level.parts().stream()
                    .filter(part -> part.heading() != null)
                    .forEach(part -> counts.merge(path(part), 1, Integer::sum));
            counts.forEach((path, count) -> {
                standing.merge(path, 1, Integer::sum);
                within.merge(path, count > 1 ? 1 : 0, Integer::sum);
            });
        }
        var repeated = new HashSet<String>();
        within.forEach((path, count) -> {
            if (count * 2 >= standing.getOrDefault(path, 0) && count > 0) {
                repeated.add(path);
            }
        });
        return repeated;
    }

    private Map<String, String> inferred(List<LevelParts> levels) {
        var titles = new HashMap<String, String>();
        for (var path : repeated) {
            var texts = new ArrayList<StringBuilder>();
            for (var level : levels) {
                var position = 0;
                for (var part : level.parts()) {
                    if (part.heading() != null && path(part).equals(path)) {
                        if (texts.size() == position) {
                            texts.add(new StringBuilder());
                        }
                        var text = texts.get(position++);
                        part.sayings().forEach(saying -> text.append(' ').append(saying.text()));
                    }
                }
            }
            var pillars = Pillar.of(texts.stream().map(StringBuilder::toString).toList());
            for (var i = 0; i < texts.size(); i++) {
                titles.put(
                        path + "#" + i,
                        pillars.isEmpty() ? "Block " + (i + 1) : pillars.get(i).title());
            }
        }
        return titles;
    }

    private static String path(Part part) {
        return path(part.above())
                + (part.heading() == null ? "" : Phrase.key(part.heading().text()));
    }

    private static String path(List<Said> above) {
        return above.stream().map(said -> Phrase.key(said.text()) + "/").collect(Collectors.joining());
    }

    private @Nullable GroupDraft group(Part part, Map<String, Integer> positions) {
        @Nullable GroupDraft above = null;
        for (var i = 0; i < part.above().size(); i++) {
            above = named(
                    path(part.above().subList(0, i))
                            + Phrase.key(part.above().get(i).text()),
                    part.above().get(i),
                    above);
        }
        if (part.heading() == null) {
            return above;
        }
        var path = path(part);
        if (!repeated.contains(path)) {
            return named(path, part.heading(), above);
        }
        var position = positions.merge(path, 1, Integer::sum) - 1;
        return positioned(path + "#" + position, part.heading(), above);
    }

    private GroupDraft named(String path, Said heading, @Nullable GroupDraft above) {
        var group = groups.computeIfAbsent(path, key -> add(above, GroupNames.draft(heading.text(), ids)));
        group.standsAt(heading.span());
        descriptions.getOrDefault(heading, List.of()).stream()
                .filter(said -> !group.spans().contains(said.span()))
                .forEach(said -> group.describe(said.text(), said.span()));
        return group;
    }

    private GroupDraft positioned(String path, Said heading, @Nullable GroupDraft above) {
        var group = groups.computeIfAbsent(path, key -> {
            var title = Objects.requireNonNull(inferred.get(key));
            var positioned = new GroupDraft(ids.of(title), "block", null, title);
            positioned.titleInferred = true;
            positioned.description = heading.text();
            return add(above, positioned);
        });
        group.standsAt(heading.span());
        return group;
    }

    private GroupDraft add(@Nullable GroupDraft above, GroupDraft group) {
        (above == null ? roots : above.groups).add(group);
        return group;
    }

    private void statement(String level, @Nullable GroupDraft group, Saying saying) {
        var prefix = group == null ? level : level + "-" + group.id;
        var also = new ArrayList<At>();
        if (saying.qualifier() != null) {
            also.add(draft.at(saying.qualifier().span()));
        }
        if (saying.leadIn() != null) {
            also.add(draft.at(saying.leadIn().span()));
        }
        draft.statements.add(new StatementEntry(
                saying.code() == null
                        ? prefix + "-" + counts.merge(prefix, 1, Integer::sum)
                        : codedIds.of(level + " " + saying.code()),
                level,
                group == null ? null : group.id,
                null,
                true,
                Kind.EXPECTATION,
                State.STATED,
                saying.text(),
                saying.qualifier() == null
                        ? null
                        : Phrase.unended(saying.qualifier().text()),
                saying.leadIn() == null ? null : saying.leadIn().text(),
                draft.place(saying.span()),
                also));
    }

    private void note(GroupDraft group) {
        draft.warn(
                "title-inferred",
                "The document prints “" + group.description + "” over several parts of each level. “" + group.title
                        + "” is a title inferred from what this part says; check it.",
                group.spans().isEmpty() ? null : group.spans().getFirst());
    }
}
