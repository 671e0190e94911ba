package org.espalier.learning.coverage;

import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a claim of coverage is about, in a pinned version.
 *
 * @param statement one statement; null for a competency
 * @param group a competency, by its id in the version; null for a statement, and where a document's code names no group
 * @param level the competency at this level alone; null at every level
 * @param code what the framework's document calls it, when the claim was printed there
 */
public record Subject(
        VersionId version,
        @Nullable StatementId statement,
        @Nullable String group,
        @Nullable String level,
        @Nullable String code) {

    public static Subject of(VersionId version, StatementId statement) {
        return new Subject(version, statement, null, null, null);
    }

    public static Subject of(VersionId version, String group, @Nullable String level) {
        return new Subject(version, null, group, level, null);
    }

    /** True when the version has such a part. */
    public boolean existsIn(FrameworkVersion in) {
        if (statement != null) {
            return in.statement(statement).isPresent();
        }
        return group != null
                && in.group(group).isPresent()
                && (level == null || in.level(level).isPresent());
    }

    /** What people call it. */
    public String name(FrameworkVersion in) {
        if (statement != null) {
            return in.statement(statement).map(Statement::text).orElse("");
        }
        var name = in.group(group).map(GroupEntry::name).orElse(code == null ? "" : code);
        return in.level(level).map(LevelEntry::name).map(at -> name + ", " + at).orElse(name);
    }
}
