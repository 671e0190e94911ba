package org.espalier.pathway.closest.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.espalier.framework.format.LevelEntry;
import org.espalier.pathway.closest.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A destination with the addresses of all that is shown about it. */
record Place(Destination destination) {

    String name() {
        return destination.name();
    }

    /** The framework of a level; a role profile's own title. */
    String title() {
        return destination.version().title();
    }

    /** What the document says of it, for everybody. */
    String published() {
        var version = destination.version();
        var level = destination.level();
        return level == null
                ? "/frameworks/" + version.slug()
                : "/frameworks/" + version.slug() + "/versions/" + version.number() + "/levels/" + segment(level.id());
    }

    /** What it still asks of the person who looks. */
    String still() {
        var level = destination.level();
        return "/me/closest/" + destination.version().slug() + (level == null ? "" : "/levels/" + segment(level.id()));
    }

    /** Where aiming for it is posted. */
    String aim() {
        return "/me/frameworks/" + destination.version().slug() + "/aim";
    }

    /** What is posted there. */
    String aimAnswer() {
        var level = destination.level();
        return level == null ? "role/" + destination.version().slug() : level.id();
    }

    /** The comparison with another level of the same framework. */
    String compareWith(LevelEntry other) {
        var version = destination.version();
        var level = destination.level();
        return "/frameworks/" + version.slug() + "/versions/" + version.number() + "/compare?from=" + query(other.id())
                + "&to=" + query(level == null ? "" : level.id());
    }

    /** The comparison with a role or level of any framework. */
    String compareWith(Place other) {
        return "/roles/compare?a=" + query(other.value()) + "&b=" + query(value());
    }

    /** The comparison with what is chosen there. */
    String compare() {
        return "/roles/compare?a=" + query(value());
    }

    private String value() {
        var level = destination.level();
        return destination.version().slug() + (level == null ? "" : "/" + level.id());
    }

    /** The document's language where it differs from the page's, for its {@code lang} attribute. */
    @Nullable
    String languageOtherThan(Locale page) {
        var language = destination.version().document().language();
        return language == null || Locale.forLanguageTag(language).getLanguage().equals(page.getLanguage())
                ? null
                : language;
    }

    private static String segment(String id) {
        return UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }

    private static String query(String id) {
        return UriUtils.encodeQueryParam(id, StandardCharsets.UTF_8);
    }
}
