package org.espalier.roleprofile.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.roleprofile.ByName;
import org.springframework.stereotype.Component;

/** All published roles and levels, by an address that holds for as long as the version does. */
@Component
public class RolesAndLevels {
    private static final Pattern ADDRESS = Pattern.compile("([a-z0-9-]{1,100})(?:@(\\d{1,9}))?(?:/(.{1,200}))?");

    private final PublishedVersions versions;

    RolesAndLevels(PublishedVersions versions) {
        this.versions = versions;
    }

    /** A framework's levels, or the one role of a role profile. */
    public record Choices(FrameworkVersion version, List<RoleOrLevel> choices) {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /** Those of the versions in force that ask for something: role profiles first, then frameworks, by title. */
    public List<Choices> toChooseFrom() {
        var roles = new ArrayList<Choices>();
        var frameworks = new ArrayList<Choices>();
        for (var version : versions.allCurrent()) {
            if (version.document().role() != null) {
                roles.add(new Choices(version, List.of(new RoleOrLevel(version, null))));
            } else {
                var levels = version.levels().reversed().stream()
                        .filter(level -> !version.expectationsAt(level.id()).isEmpty())
                        .map(level -> new RoleOrLevel(version, level))
                        .toList();
                if (!levels.isEmpty()) {
                    frameworks.add(new Choices(version, levels));
                }
            }
        }
        return Stream.concat(roles.stream(), frameworks.stream()).toList();
    }

    /** Those of these choices whose names, with the framework's, have these words; but not the one that was chosen. */
    public static ByName<RoleOrLevel> find(List<Choices> choices, String words, Optional<RoleOrLevel> chosen) {
        return ByName.find(
                choices.stream()
                        .flatMap(some -> some.choices().stream())
                        .filter(choice -> chosen.filter(choice::equals).isEmpty())
                        .toList(),
                RoleOrLevel::fullName,
                words);
    }

    /** Such as {@code slug} for a role, {@code slug/level} for a level, {@code slug@2} in a version no longer in force. */
    public String address(RoleOrLevel side) {
        var version = side.version();
        var number = versions.describe(version.id())
                .filter(entry -> !entry.isInForce())
                .map(entry -> "@" + entry.number())
                .orElse("");
        var level = side.level();
        return version.slug() + number + (level == null ? "" : "/" + level.id());
    }

    /** The address as the value of a query parameter. */
    public String parameter(RoleOrLevel side) {
        return URLEncoder.encode(address(side), UTF_8);
    }

    /** The path of the page on which it can be read. */
    public String page(RoleOrLevel side) {
        var level = side.level();
        return "/frameworks/" + side.version().slug() + "/versions/"
                + side.version().number()
                + (level == null
                        ? ""
                        : "/levels/" + URLEncoder.encode(level.id(), UTF_8).replace("+", "%20"));
    }

    /** What stands at this address; empty when there is no such role or level. */
    public Optional<RoleOrLevel> find(String address) {
        var parts = ADDRESS.matcher(address.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var number = parts.group(2);
        var version = number == null ? newest(parts.group(1)) : versions.find(parts.group(1), Integer.parseInt(number));
        var level = parts.group(3);
        return version.flatMap(found -> level == null
                ? Optional.of(found).filter(it -> it.document().role() != null).map(it -> new RoleOrLevel(it, null))
                : found.level(level).map(it -> new RoleOrLevel(found, it)));
    }

    /** The version in force; the newest there was when none is. */
    private Optional<FrameworkVersion> newest(String slug) {
        return versions.current(slug).or(() -> versions.versionsOf(slug).stream()
                .findFirst()
                .map(PublishedVersion::id)
                .flatMap(versions::find));
    }
}
