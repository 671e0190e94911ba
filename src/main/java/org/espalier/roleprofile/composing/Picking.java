package org.espalier.roleprofile.composing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Origin;
import org.espalier.roleprofile.standard.Standard;
import org.espalier.roleprofile.standard.StandardCode;
import org.espalier.roleprofile.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what an author picked into competences that know where they were taken from, word for word. */
@Component
public class Picking {
    private final PublishedVersions versions;
    private final Standards standards;

    Picking(PublishedVersions versions, Standards standards) {
        this.versions = versions;
        this.standards = standards;
    }

    /** As the form says it: a statement of a version. */
    public static String statement(VersionId version, String key) {
        return "statement/" + version + "/" + key;
    }

    /** As the form says it: a group of a version, at one level or at all of them. */
    public static String group(VersionId version, @Nullable String level, String group) {
        return "group/" + version + "/" + (level == null ? "" : level) + "/" + group;
    }

    /** As the form says it: a national standard. */
    public static String standard(StandardCode code) {
        return "standard/" + code;
    }

    /** The competences that were picked; what is not there (any more) is left out. */
    public List<Competence> competences(List<String> picked) {
        return picked.stream().flatMap(pick -> competence(pick).stream()).toList();
    }

    private Optional<Competence> competence(String pick) {
        var parts = pick.split("/", pick.startsWith("group/") ? 4 : 3);
        return switch (parts[0]) {
            case "standard" ->
                StandardCode.read(parts[parts.length - 1])
                        .flatMap(standards::find)
                        .map(Picking::of);
            case "statement" ->
                version(parts).flatMap(version -> version.statement(parts[2])
                        .filter(Statement::isExpectation)
                        .map(statement -> of(version, statement)));
            case "group" ->
                parts.length < 4
                        ? Optional.empty()
                        : version(parts).flatMap(version -> version.group(parts[3])
                                .map(group -> of(
                                        version, group, version.level(parts[2]).orElse(null))));
            default -> Optional.empty();
        };
    }

    private Optional<FrameworkVersion> version(String... parts) {
        return parts.length < 3 || !parts[1].matches("\\d{1,18}")
                ? Optional.empty()
                : versions.find(new VersionId(Long.parseLong(parts[1])))
                        .filter(version -> versions.describe(version.id())
                                .filter(described -> described.isInForce())
                                .isPresent());
    }

    /** A national standard as it is known. */
    public static Competence of(Standard standard) {
        return new Competence(
                standard.principle(),
                standard.principleCode(),
                standard.function(),
                standard.title(),
                null,
                null,
                standard.code().value(),
                standard.uri(),
                Origin.ofStandard(standard.code().value()),
                null,
                List.of());
    }

    static Competence of(FrameworkVersion version, Statement statement) {
        var root = version.rootOf(statement.group());
        var group = version.group(statement.group());
        return new Competence(
                root.map(Picking::title).orElse(null),
                root.map(GroupEntry::code).orElse(null),
                group.filter(one -> !root.equals(Optional.of(one)))
                        .map(GroupEntry::name)
                        .orElse(null),
                statement.text(),
                statement.qualifier(),
                statement.leadIn(),
                null,
                null,
                Origin.ofStatement(version.slug(), version.number(), statement.key()),
                null,
                List.of());
    }

    static Competence of(FrameworkVersion version, GroupEntry group, @Nullable LevelEntry level) {
        var root = version.rootOf(group.id());
        return new Competence(
                root.map(Picking::title).orElse(null),
                root.map(GroupEntry::code).orElse(null),
                null,
                level == null ? group.name() : group.name() + " (" + level.name() + ")",
                null,
                null,
                null,
                null,
                Origin.ofGroup(version.slug(), version.number(), group.id(), level == null ? null : level.id()),
                null,
                List.of());
    }

    private static String title(GroupEntry group) {
        var title = group.title();
        return title == null ? group.name() : title;
    }

    /** What a framework asks for at a level, by group, for an author to choose from. */
    public static List<Statement> at(FrameworkVersion version, @Nullable String level) {
        Stream<Statement> statements = version.statements().stream().filter(Statement::isExpectation);
        return statements
                .filter(statement -> level == null || level.equals(statement.level()))
                .toList();
    }
}
