package org.espalier.framework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/**
 * Why a draft cannot be published as it is.
 *
 * @param subject the id of what is wrong, empty when it is the document itself
 */
public record Flaw(Kind kind, String subject) {

    /** What is wrong. Each has its words under {@code framework.flaw.<code>}. */
    public enum Kind {
        NO_TITLE,
        NOTHING_TO_PUBLISH,
        ID_USED_TWICE,
        UNKNOWN_LEVEL,
        UNKNOWN_GROUP,
        UNKNOWN_FACET,
        NO_TEXT,
        OPTIONAL_NO_EXPECTATION,
        MINIMUM_TOO_HIGH
    }

    /** All that keeps a document from being published; empty when nothing does. */
    public static List<Flaw> of(FrameworkDocument document) {
        var flaws = new ArrayList<Flaw>();
        if (document.title() == null || document.title().isBlank()) {
            flaws.add(new Flaw(Kind.NO_TITLE, ""));
        }
        if (document.statements().isEmpty()
                && document.levels().isEmpty()
                && document.routes().isEmpty()
                && document.role() == null) {
            flaws.add(new Flaw(Kind.NOTHING_TO_PUBLISH, ""));
        }
        var levels = unique(document.levels().stream().map(LevelEntry::id).toList(), flaws);
        var groups = unique(ids(document.groups(), new ArrayList<>()), flaws);
        var facets = unique(document.facets().stream().map(facet -> facet.id()).toList(), flaws);
        unique(document.statements().stream().map(StatementEntry::id).toList(), flaws);
        for (var statement : document.statements()) {
            known(statement, statement.level(), levels, Kind.UNKNOWN_LEVEL, flaws);
            known(statement, statement.group(), groups, Kind.UNKNOWN_GROUP, flaws);
            known(statement, statement.facet(), facets, Kind.UNKNOWN_FACET, flaws);
            var text = statement.text();
            if (statement.state() == StatementEntry.State.STATED && (text == null || text.isBlank())) {
                flaws.add(new Flaw(Kind.NO_TEXT, statement.id()));
            }
            if (statement.optional() && statement.kind() != StatementEntry.Kind.EXPECTATION) {
                flaws.add(new Flaw(Kind.OPTIONAL_NO_EXPECTATION, statement.id()));
            }
        }
        minimums(document, flaws);
        return List.copyOf(flaws);
    }

    private static void minimums(FrameworkDocument document, List<Flaw> flaws) {
        for (var level : document.levels()) {
            if (level.minimumOptional() > document.optionalAt(level.id())) {
                flaws.add(new Flaw(Kind.MINIMUM_TOO_HIGH, level.id()));
            }
        }
        var role = document.role();
        if (role != null && role.minimumOptional() > document.optionalAt(null)) {
            flaws.add(new Flaw(Kind.MINIMUM_TOO_HIGH, ""));
        }
    }

    private static Set<String> unique(List<String> ids, List<Flaw> flaws) {
        var seen = new HashSet<String>();
        for (var id : ids) {
            if (!seen.add(id)) {
                flaws.add(new Flaw(Kind.ID_USED_TWICE, id));
            }
        }
        return seen;
    }

    private static List<String> ids(List<GroupEntry> groups, List<String> found) {
        for (var group : groups) {
            found.add(group.id());
            ids(group.groups(), found);
        }
        return found;
    }

    private static void known(
            StatementEntry statement, @Nullable String id, Set<String> ids, Kind kind, List<Flaw> flaws) {
        if (id != null && !ids.contains(id)) {
            flaws.add(new Flaw(kind, statement.id()));
        }
    }
}
