package org.espalier.roleprofile.composing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RequirementEntry;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Layer;
import org.espalier.framework.format.RoleEntry.Row;
import org.espalier.framework.format.RoleEntry.Section;
import org.jspecify.annotations.Nullable;

/** Applies one step to a role profile; pure, and the document it is given stays what it was. */
public final class Composition {
    private static final int WHOLE = 100;

    private Composition() {}

    /** What came of a step. */
    public sealed interface Outcome {
        /** Done. */
        record Applied(FrameworkDocument document) implements Outcome {}

        /** Not possible, and why, as a message of the interface. */
        record Refused(String messageKey, List<Object> arguments) implements Outcome {
            public Refused {
                arguments = List.copyOf(arguments);
            }
        }
    }

    /** A step that cannot be made; caught in {@link #apply}. */
    private static final class NotPossible extends RuntimeException {
        private final Outcome.Refused refused;

        NotPossible(String messageKey, Object... arguments) {
            super(messageKey, null, false, false);
            refused = new Outcome.Refused("roleprofile.refused." + messageKey, List.of(arguments));
        }
    }

    /** An empty profile with the layers that every profile has. */
    public static FrameworkDocument begin(
            String title, @Nullable String publisher, String language, String namedRole, List<Section> sections) {
        var role = new RoleEntry(
                namedRole, null, null, List.of(), List.of(), sections, List.of(), List.of(), null, List.of());
        return FrameworkDocument.ofRole(title, publisher, language, "draft", null, role);
    }

    public static Outcome apply(FrameworkDocument document, Change change) {
        var role = document.role();
        if (role == null) {
            return new Outcome.Refused("roleprofile.refused.noRole", List.of());
        }
        try {
            return new Outcome.Applied(applied(document, role, change));
        } catch (NotPossible notPossible) {
            return notPossible.refused;
        }
    }

    private static FrameworkDocument applied(FrameworkDocument document, RoleEntry role, Change change) {
        return switch (change) {
            case Change.Describe facts -> described(document, role, facts);
            case Change.AddSection(var layer, var title) ->
                withSections(document, role, added(role.sections(), layer, title));
            case Change.RenameSection(var at, var title) ->
                withSection(document, role, at, retitled(section(role, at), filled(title, "noTitle")));
            case Change.RemoveSection(var at) -> withSections(document, role, withoutSection(role, at));
            case Change.Add(var at, var competences) ->
                withSection(document, role, at, extended(role, section(role, at), competences));
            case Change.Move(var at, var competence, var up) ->
                withSection(document, role, at, moved(section(role, at), competence, up));
            case Change.MoveTo(var at, var competence, var target) ->
                withSections(document, role, carried(role, at, competence, target));
            case Change.Remove(var at, var competence) ->
                withSection(document, role, at, shortened(section(role, at), competence));
            case Change.MakeOptional(var at, var competences, var optional) ->
                withSection(document, role, at, weighed(section(role, at), competences, optional));
            case Change.AskForOptional(var minimum) -> asking(document, role, minimum);
            case Change.PutRow(var table, var at, var row) ->
                withRows(document, role, table, put(rows(role, table), at, row));
            case Change.RemoveRow(var table, var at) -> withRows(document, role, table, without(rows(role, table), at));
            case Change.Require(var requirements) -> require(document, role, requirements);
            case Change.ShareTime(var mix) -> shared(document, role, mix);
        };
    }

    private static FrameworkDocument described(FrameworkDocument document, RoleEntry role, Change.Describe facts) {
        filled(facts.title(), "noTitle");
        filled(facts.namedRole(), "noRoleName");
        facts.careerFrameworkLevels().forEach(level -> {
            if (level < 1 || level > 9) {
                throw new NotPossible("level", level);
            }
        });
        return document.described(facts.title(), facts.publisher(), facts.rights())
                .withRole(new RoleEntry(
                        facts.namedRole(),
                        facts.areaOfWork(),
                        facts.experienceRequired(),
                        role.requirements(),
                        facts.careerFrameworkLevels(),
                        facts.scope(),
                        role.sections(),
                        role.learning(),
                        role.cpd(),
                        role.pillarMix(),
                        role.source(),
                        role.alsoAt(),
                        role.minimumOptional()));
    }

    private static List<Section> added(List<Section> sections, Layer layer, String title) {
        var all = new ArrayList<>(sections);
        var at = all.size();
        for (var n = 0; n < sections.size(); n++) {
            if (sections.get(n).layer().compareTo(layer) <= 0) {
                at = n + 1;
            } else if (n == 0) {
                at = 0;
            }
        }
        all.add(at, new Section(filled(title, "noTitle"), layer, List.of(), List.of(), null, List.of()));
        return all;
    }

    private static Section section(RoleEntry role, int at) {
        return at(role.sections(), at);
    }

    private static <T> T at(List<T> list, int at) {
        if (at < 0 || at >= list.size()) {
            throw new NotPossible("gone");
        }
        return list.get(at);
    }

    private static List<Section> withoutSection(RoleEntry role, int at) {
        if (!section(role, at).entries().isEmpty()) {
            throw new NotPossible("sectionNotEmpty", section(role, at).title());
        }
        return without(role.sections(), at);
    }

    private static <T> List<T> without(List<T> list, int at) {
        at(list, at);
        var fewer = new ArrayList<>(list);
        fewer.remove(at);
        return fewer;
    }

    private static Section retitled(Section section, String title) {
        return new Section(
                title, section.layer(), section.notes(), section.entries(), section.source(), section.alsoAt());
    }

    private static Section with(Section section, List<Competence> entries) {
        return new Section(
                section.title(), section.layer(), section.notes(), entries, section.source(), section.alsoAt());
    }

    private static Section extended(RoleEntry role, Section section, List<Competence> competences) {
        var entries = new ArrayList<>(section.entries());
        for (var competence : competences) {
            filled(competence.competence(), "noText");
            role.sections().forEach(other -> refuseTwice(other, competence));
            entries.add(competence);
        }
        return with(section, entries);
    }

    /** The same words from two places are two expectations; the same thing twice is a slip. */
    private static void refuseTwice(Section section, Competence competence) {
        var same = section.entries().stream()
                .anyMatch(entry -> competence.origin() == null
                        ? entry.origin() == null && entry.competence().equalsIgnoreCase(competence.competence())
                        : Objects.equals(entry.origin(), competence.origin()));
        if (same) {
            throw new NotPossible("twice", competence.competence(), section.title());
        }
    }

    private static Section moved(Section section, int competence, boolean up) {
        at(section.entries(), competence);
        var to = up ? competence - 1 : competence + 1;
        var entries = new ArrayList<>(section.entries());
        if (to >= 0 && to < entries.size()) {
            var moving = entries.remove(competence);
            entries.add(to, moving);
        }
        return with(section, entries);
    }

    private static Section shortened(Section section, int competence) {
        return with(section, without(section.entries(), competence));
    }

    private static Section weighed(Section section, List<Integer> competences, boolean optional) {
        var entries = new ArrayList<>(section.entries());
        for (var n : competences) {
            entries.set(n, at(section.entries(), n).withOptional(optional));
        }
        return with(section, entries);
    }

    private static FrameworkDocument asking(FrameworkDocument document, RoleEntry role, int minimum) {
        var most = document.optionalAt(null);
        if (minimum < 0 || minimum > most) {
            throw new NotPossible("minimum", most);
        }
        return document.withRole(role.withMinimumOptional(minimum));
    }

    private static List<Section> carried(RoleEntry role, int from, int competence, int target) {
        var moving = at(section(role, from).entries(), competence);
        section(role, target);
        if (from == target) {
            return role.sections();
        }
        var sections = new ArrayList<>(role.sections());
        sections.set(from, shortened(sections.get(from), competence));
        var entries = new ArrayList<>(sections.get(target).entries());
        entries.add(moving);
        sections.set(target, with(sections.get(target), entries));
        return sections;
    }

    private static List<Row> rows(RoleEntry role, Change.Table table) {
        return table == Change.Table.LEARNING ? role.learning() : role.cpd();
    }

    private static List<Row> put(List<Row> rows, int at, Row row) {
        filled(row.title(), "noTitle");
        var all = new ArrayList<>(rows);
        if (at >= 0 && at < all.size()) {
            all.set(at, row);
        } else {
            all.add(row);
        }
        return all;
    }

    private static FrameworkDocument require(
            FrameworkDocument document, RoleEntry role, @Nullable RequirementEntry requirements) {
        if (requirements != null) {
            RequirementFlaw.of(requirements, role.namedRole()).stream()
                    .findFirst()
                    .ifPresent(flaw -> {
                        throw new NotPossible(
                                "requirement." + flaw.kind(), flaw.arguments().toArray());
                    });
        }
        return document.withRole(
                with(role, requirements, role.sections(), role.learning(), role.cpd(), role.pillarMix()));
    }

    private static FrameworkDocument shared(
            FrameworkDocument document, RoleEntry role, RoleEntry.@Nullable PillarMix mix) {
        if (mix != null) {
            var sum = 0;
            for (var share : mix.shares()) {
                filled(share.pillar(), "noPillar");
                if (share.percent() < 1 || share.percent() > WHOLE) {
                    throw new NotPossible("percent", share.pillar());
                }
                sum += share.percent();
            }
            if (sum != WHOLE) {
                throw new NotPossible("sum", sum);
            }
        }
        return document.withRole(with(role, role.requirements(), role.sections(), role.learning(), role.cpd(), mix));
    }

    private static FrameworkDocument withSection(FrameworkDocument document, RoleEntry role, int at, Section section) {
        var sections = new ArrayList<>(role.sections());
        sections.set(at, section);
        return withSections(document, role, sections);
    }

    private static FrameworkDocument withSections(FrameworkDocument document, RoleEntry role, List<Section> sections) {
        return document.withRole(
                with(role, role.requirements(), sections, role.learning(), role.cpd(), role.pillarMix()));
    }

    private static FrameworkDocument withRows(
            FrameworkDocument document, RoleEntry role, Change.Table table, List<Row> rows) {
        var learning = table == Change.Table.LEARNING;
        return document.withRole(with(
                role,
                role.requirements(),
                role.sections(),
                learning ? rows : role.learning(),
                learning ? role.cpd() : rows,
                role.pillarMix()));
    }

    /** The role with its facts as they are. */
    private static RoleEntry with(
            RoleEntry role,
            @Nullable RequirementEntry requirements,
            List<Section> sections,
            List<Row> learning,
            List<Row> cpd,
            RoleEntry.@Nullable PillarMix mix) {
        return new RoleEntry(
                role.namedRole(),
                role.areaOfWork(),
                role.experienceRequired(),
                requirements,
                role.careerFrameworkLevels(),
                role.scope(),
                sections,
                learning,
                cpd,
                mix,
                role.source(),
                role.alsoAt(),
                role.minimumOptional());
    }

    private static String filled(String text, String messageKey) {
        if (text.isBlank()) {
            throw new NotPossible(messageKey);
        }
        return text;
    }
}
