package org.espalier.development;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.PhaseEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.framework.format.StatementEntry.State;
import org.jspecify.annotations.Nullable;

/** A small published version for tests, statement by statement. */
public final class MadeUpVersion {
    private final List<LevelEntry> levels = new ArrayList<>();
    private final List<GroupEntry> groups = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private Progression progression = Progression.RESTATED;

    public MadeUpVersion progression(Progression progression) {
        this.progression = progression;
        return this;
    }

    public MadeUpVersion level(String id) {
        var none = List.<String>of();
        levels.add(new LevelEntry(id, id, "The " + id + " step", List.of(), none, none, none, none, null, List.of()));
        return this;
    }

    /** A level of which these statements belong to a later phase. */
    public MadeUpVersion level(String id, String phase, String... statements) {
        var none = List.<String>of();
        levels.add(new LevelEntry(
                id,
                id,
                "The " + id + " step",
                List.of(),
                none,
                none,
                none,
                none,
                null,
                List.of(),
                List.of(new PhaseEntry(phase, phase, List.of(statements))),
                0));
        return this;
    }

    /** A root group with groups below it, named by their ids. */
    public MadeUpVersion group(String id, String... below) {
        groups.add(group(
                id,
                List.of(below).stream().map(child -> group(child, List.of())).toList()));
        return this;
    }

    private static GroupEntry group(String id, List<GroupEntry> below) {
        return new GroupEntry(id, "strand", null, "About " + id, false, null, below, null, List.of());
    }

    public MadeUpVersion expectation(@Nullable String level, @Nullable String group, String key) {
        return statement(level, group, key, StatementEntry.Kind.EXPECTATION, State.STATED);
    }

    public MadeUpVersion statement(
            @Nullable String level, @Nullable String group, String key, StatementEntry.Kind kind, State state) {
        statements.add(new Statement(
                new StatementId(1_000 + statements.size()),
                key,
                level,
                group,
                null,
                true,
                kind,
                state,
                "Does " + key,
                null,
                null,
                null));
        return this;
    }

    public FrameworkVersion published() {
        var document = new FrameworkDocument(
                FrameworkDocument.FORMAT,
                Kind.FRAMEWORK,
                "Gardening ladder",
                false,
                null,
                null,
                "en",
                null,
                null,
                null,
                null,
                null,
                progression,
                null,
                null,
                levels,
                groups,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new FrameworkVersion(
                new VersionId(7), "gardening-ladder", 1, Instant.EPOCH, document, groups, statements);
    }
}
