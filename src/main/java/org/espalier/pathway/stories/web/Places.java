package org.espalier.pathway.stories.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.espalier.framework.EverydayNames;
import org.espalier.framework.PlainWords;
import org.espalier.framework.PublishedVersions;
import org.espalier.pathway.closest.Destination;
import org.espalier.pathway.closest.Destinations;
import org.espalier.pathway.stories.StoryPlace;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The roles and levels that stories are about, as pages show them. */
@Component
class Places {
    private static final int MOST_FOUND = 12;

    private final PublishedVersions versions;
    private final Destinations destinations;
    private final List<EverydayNames> everydayNames;

    Places(PublishedVersions versions, Destinations destinations, List<EverydayNames> everydayNames) {
        this.versions = versions;
        this.destinations = destinations;
        this.everydayNames = List.copyOf(everydayNames);
    }

    /**
     * A role or level.
     *
     * @param of the framework of a level; empty for a role
     * @param href its public page
     */
    record Shown(StoryPlace place, String name, String of, String href) {}

    /** These, as far as they are still published. */
    Map<StoryPlace, Shown> show(Collection<StoryPlace> places) {
        var shown = new LinkedHashMap<StoryPlace, Shown>();
        for (var place : places) {
            versions.current(place.framework()).ifPresent(version -> {
                var level = version.level(place.level()).orElse(null);
                if (place.level() == null || level != null) {
                    shown.put(place, shown(new Destination(version, level)));
                }
            });
        }
        return shown;
    }

    /** Those whose name has all these words, and those that people call so. */
    List<Shown> find(String words) {
        var wanted = PlainWords.of(words);
        var found = new LinkedHashSet<Shown>();
        if (!wanted.isEmpty()) {
            for (var destination : destinations.layout().destinations()) {
                var name = PlainWords.of(
                        destination.name() + " " + destination.version().title());
                if (wanted.stream().allMatch(word -> name.stream().anyMatch(part -> part.startsWith(word)))) {
                    found.add(shown(destination));
                }
            }
            everydayNames.forEach(names -> names.matching(words, null)
                    .forEach(called -> found.add(shown(new Destination(called.version(), called.level())))));
        }
        return new ArrayList<>(found).subList(0, Math.min(found.size(), MOST_FOUND));
    }

    private static Shown shown(Destination destination) {
        var version = destination.version();
        var level = destination.level();
        var home = "/frameworks/" + version.slug();
        return level == null
                ? new Shown(new StoryPlace(version.slug(), null), destination.name(), "", home)
                : new Shown(
                        new StoryPlace(version.slug(), level.id()),
                        destination.name(),
                        version.title(),
                        home + "/versions/" + version.number() + "/levels/"
                                + UriUtils.encodePathSegment(level.id(), StandardCharsets.UTF_8));
    }
}
