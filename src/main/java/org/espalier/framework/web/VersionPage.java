package org.espalier.framework.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.VersionStatus;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * One version as all its pages know it: its contents, its place among the framework's versions, and the addresses of
 * everything in it.
 *
 * @param all the framework's versions, newest first
 */
record VersionPage(FrameworkVersion version, PublishedVersion entry, List<PublishedVersion> all) {

    String framework() {
        return "/frameworks/" + version.slug();
    }

    String home() {
        return home(entry);
    }

    String home(PublishedVersion other) {
        return framework() + "/versions/" + other.number();
    }

    String level(LevelEntry level) {
        return home() + "/levels/" + segment(level.id());
    }

    String group(GroupEntry group) {
        return home() + "/groups/" + segment(group.id());
    }

    String statement(String key) {
        return home() + "/statements/" + segment(key);
    }

    String statement(int number, String key) {
        return framework() + "/versions/" + number + "/statements/" + segment(key);
    }

    /** What a route leads from or to: the name of the level when it gives a level’s id, else its own words. */
    @Nullable
    String stop(@Nullable String place) {
        return version.level(place).map(LevelEntry::name).orElse(place);
    }

    String compare(LevelEntry from, LevelEntry to) {
        return home() + "/compare?from=" + query(from.id()) + "&to=" + query(to.id());
    }

    /** The version to read instead, when this one is no longer in force. */
    @Nullable
    PublishedVersion replacement() {
        return entry.isInForce()
                ? null
                : all.stream().filter(PublishedVersion::isInForce).findFirst().orElse(null);
    }

    boolean isWithdrawn() {
        return entry.status() == VersionStatus.WITHDRAWN;
    }

    boolean isRoleProfile() {
        return version.document().kind() == FrameworkDocument.Kind.ROLE_PROFILE;
    }

    FrameworkDocument document() {
        return version.document();
    }

    /** The document's language where it differs from the page's, for its {@code lang} attribute. */
    @Nullable
    String languageOtherThan(Locale page) {
        var language = document().language();
        return language == null || Locale.forLanguageTag(language).getLanguage().equals(page.getLanguage())
                ? null
                : language;
    }

    /** True when no level lies between these two. */
    boolean areNeighbours(LevelEntry one, LevelEntry other) {
        return Math.abs(version.levels().indexOf(one) - version.levels().indexOf(other)) < 2;
    }

    @Nullable
    LevelEntry levelAfter(LevelEntry level) {
        var index = version.levels().indexOf(level);
        return index + 1 < version.levels().size() ? version.levels().get(index + 1) : null;
    }

    @Nullable
    LevelEntry levelBefore(LevelEntry level) {
        var index = version.levels().indexOf(level);
        return index > 0 ? version.levels().get(index - 1) : null;
    }

    static String segment(String id) {
        return UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    private static String query(String id) {
        return UriUtils.encodeQueryParam(id, StandardCharsets.UTF_8);
    }
}
