package org.espalier.learning.coverage;

import java.util.List;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.Succession;
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

    /** What has become of it in a later version. */
    Succession.Fate fate(Succession succession) {
        if (statement != null) {
            return succession.earlier().statement(statement).map(succession::of).orElse(Succession.Fate.GONE);
        }
        return succession
                .earlier()
                .group(group)
                .map(before -> succession.of(before, level))
                .orElse(Succession.Fate.GONE);
    }

    /**
     * The statements that it is about, in an earlier version or its own.
     *
     * @param own the version that it is pinned to
     */
    public List<Statement> reached(FrameworkVersion in, FrameworkVersion own) {
        if (statement != null) {
            return own.statement(statement).flatMap(one -> in.statement(one.key())).stream()
                    .toList();
        }
        return in.statements().stream()
                .filter(one -> one.group() != null
                        && CoverageClaims.upwards(in, one.group()).contains(group))
                .filter(one -> level == null || level.equals(one.level()))
                .toList();
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
