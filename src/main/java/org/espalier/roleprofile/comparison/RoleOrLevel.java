package org.espalier.roleprofile.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.RoleCompetence;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RoleEntry.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: the role of a role profile, or a level of a framework.
 *
 * @param level null for the role
 */
public record RoleOrLevel(
        FrameworkVersion version, @Nullable LevelEntry level) {

    /** Its own name: the named role or the profile's title, or the level's name. */
    public String name() {
        if (level != null) {
            return level.name();
        }
        return Optional.ofNullable(version.document().role())
                .flatMap(role -> Optional.ofNullable(role.namedRole()))
                .orElse(version.title());
    }

    /** The name by which nobody takes it for another: with the title of its profile or framework. */
    public String fullName() {
        var title = version.title();
        return level == null && title.toLowerCase(Locale.ROOT).contains(name().toLowerCase(Locale.ROOT))
                ? title
                : title + ", " + name();
    }

    public boolean isRole() {
        return level == null;
    }

    /** What it asks for, in the document's order. */
    public List<Asked> asked() {
        Map<StatementId, RoleCompetence> entries = new HashMap<>();
        version.competences()
                .forEach(competence -> entries.put(competence.statement().id(), competence));
        var statements = level == null ? version.expectationsOfRole() : version.expectationsAt(level.id());
        return statements.stream()
                .map(statement -> asked(statement, entries.get(statement.id())))
                .toList();
    }

    private Asked asked(Statement statement, @Nullable RoleCompetence competence) {
        if (competence == null) {
            return new Asked(
                    version,
                    statement,
                    null,
                    null,
                    governed(statement.qualifier(), statement.leadIn(), statement.text()));
        }
        // the statement's lead-in may be the reference function, which places a competence and does not govern it
        var entry = competence.entry();
        return new Asked(
                version,
                statement,
                entry.code(),
                entry.origin(),
                governed(entry.qualifier(), entry.leadIn(), entry.competence()));
    }

    /** With the words that govern it: "with supervision" is part of what is asked (PRODUCT.md, rule 16). */
    private static String governed(@Nullable String qualifier, @Nullable String leadIn, String words) {
        var text = new StringBuilder();
        for (var governing : new @Nullable String[] {qualifier, leadIn}) {
            if (governing != null) {
                text.append(governing).append(governing.endsWith(":") ? " " : ": ");
            }
        }
        return text.append(words).toString();
    }

    /**
     * Something that a role or level asks for.
     *
     * @param code of the national occupational standard that it is, null for anything else
     * @param origin where a role took it from, null when it says so nowhere
     * @param words verbatim, with what governs them
     */
    public record Asked(
            FrameworkVersion version,
            Statement statement,
            @Nullable String code,
            @Nullable Origin origin,
            String words) {

        /** The statement it is, in whichever version: its own, or the one that a role took it from. */
        String source() {
            return origin == null || origin.framework() == null || origin.statement() == null
                    ? version.slug() + "#" + statement.key()
                    : origin.framework() + "#" + origin.statement();
        }

        /** The competency it is at some level, in whichever version; null when it is none. */
        @Nullable
        String competency() {
            if (origin != null) {
                return origin.framework() == null || origin.group() == null
                        ? null
                        : origin.framework() + "#" + origin.group();
            }
            return statement.level() == null || statement.group() == null
                    ? null
                    : version.slug() + "#" + statement.group();
        }

        /** The id of the level it is asked at; null for a role's own. */
        @Nullable
        String levelId() {
            return origin == null ? statement.level() : origin.level();
        }

        /** The level it is asked at; null for a role's own. */
        public @Nullable LevelEntry level() {
            return version.level(statement.level()).orElse(null);
        }

        /** The parts it stands in, such as pillar and aspect, outermost first. */
        public List<String> parts() {
            var parts = new ArrayList<String>();
            version.rootOf(statement.group()).map(GroupEntry::name).ifPresent(parts::add);
            version.group(statement.group())
                    .map(GroupEntry::name)
                    .filter(name -> !parts.contains(name))
                    .ifPresent(parts::add);
            return List.copyOf(parts);
        }
    }
}
