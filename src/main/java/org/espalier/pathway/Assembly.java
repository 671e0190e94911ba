package org.espalier.pathway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.espalier.crosswalk.End;
import org.espalier.crosswalk.Link;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument.Kind;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.RouteEntry;
import org.espalier.pathway.AuthoredRoute.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Makes one graph of all versions in force: the routes of their documents, the order of their levels, what authors added
 * and the reviewed links. Nothing is guessed: a document’s words name a level only where they are its name.
 */
final class Assembly {
    private final Map<String, FrameworkVersion> versions = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Function<VersionId, Optional<String>> slugs;
    private final List<Route> routes = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    private Assembly(List<FrameworkVersion> inForce, Function<VersionId, Optional<String>> slugs) {
        this.slugs = slugs;
        for (var version : inForce) {
            versions.put(version.slug(), version);
            places(version).forEach(place -> places.put(place.id(), place));
        }
    }

    /**
     * @param authored published routes
     * @param links reviewed links
     * @param slugs of any version ever published, under which the version in force is found
     */
    static RouteGraph of(
            List<FrameworkVersion> inForce,
            List<AuthoredRoute> authored,
            List<Link> links,
            Function<VersionId, Optional<String>> slugs) {
        var assembly = new Assembly(inForce, slugs);
        inForce.forEach(assembly::addDocument);
        authored.forEach(assembly::addAuthored);
        links.forEach(assembly::addLink);
        inForce.forEach(assembly::addOrder);
        var listed = assembly.places.values().stream()
                .filter(place -> place.at() != null)
                .toList();
        return new RouteGraph(listed, assembly.routes, assembly.doubts);
    }

    private static List<Place> places(FrameworkVersion version) {
        if (version.document().kind() == Kind.ROLE_PROFILE) {
            return List.of(Place.role(at(version, null, 0)));
        }
        var places = new ArrayList<Place>();
        for (var level : version.levels()) {
            places.add(Place.level(at(version, level.id(), places.size()), level.name()));
        }
        return places;
    }

    private static Place.At at(FrameworkVersion version, @Nullable String level, int rank) {
        return new Place.At(version.id(), version.slug(), version.number(), version.title(), level, rank);
    }

    private void addDocument(FrameworkVersion version) {
        var number = 0;
        for (var entry : version.document().routes()) {
            number++;
            var source = new Route.Source.Document(
                    version.slug(), version.number(), version.title(), number, entry.toStated());
            if (entry.from() == null || entry.to() == null) {
                doubts.add(new Doubt.OpenEnded(source, entry.from()));
            }
            addDocument(
                    entry,
                    place(version, entry.from(), number, true),
                    place(version, entry.to(), number, false),
                    source);
        }
    }

    private void addDocument(RouteEntry entry, Place from, Place to, Route.Source source) {
        routes.add(new Route(
                from,
                to,
                kind(from, to),
                source,
                entry.requirements().stream()
                        .map(text -> new Route.Requirement(Route.Modality.AS_WRITTEN, text))
                        .toList(),
                entry.opportunities(),
                entry.supports().stream()
                        .map(text -> new Route.Support(Route.By.AS_WRITTEN, text))
                        .toList()));
    }

    /** Up is said only of a framework’s own levels; where people come from outside it is a way in. */
    private static Route.Kind kind(Place from, Place to) {
        var start = from.at();
        var end = to.at();
        if (start == null) {
            return to.at() == null ? Route.Kind.UNSAID : Route.Kind.WAY_IN;
        }
        return end != null && from.isBesides(to) && end.rank() > start.rank() ? Route.Kind.UPWARDS : Route.Kind.UNSAID;
    }

    private Place place(FrameworkVersion version, @Nullable String name, int route, boolean start) {
        if (name == null) {
            return Place.unsaid(version.slug(), route, start);
        }
        return version.levels().stream()
                .filter(level -> names(level).anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .map(level -> places.get(Place.levelId(version.slug(), level.id())))
                .orElseGet(() -> named(name));
    }

    private static Stream<String> names(LevelEntry level) {
        return Stream.of(level.id(), level.name(), level.code(), level.title()).filter(Objects::nonNull);
    }

    /** Two different names that make the same slug stay two places. */
    private Place named(String name) {
        var place = Place.named(name);
        for (var n = 2;
                places.containsKey(place.id()) && !places.get(place.id()).name().equalsIgnoreCase(name);
                n++) {
            place = new Place(Place.named(name).id() + "-" + n, Place.Kind.NAMED, name, null);
        }
        places.putIfAbsent(place.id(), place);
        return places.get(place.id());
    }

    private void addAuthored(AuthoredRoute authored) {
        var content = authored.content();
        var source = new Route.Source.Author(authored.id());
        var from = place(content.from());
        var to = place(content.to());
        if (from.isEmpty() || to.isEmpty()) {
            doubts.add(new Doubt.EndGone(source));
            return;
        }
        routes.add(new Route(
                from.get(),
                to.get(),
                content.kind(),
                source,
                content.requirements(),
                content.opportunities(),
                content.supports()));
    }

    private Optional<Place> place(Ref ref) {
        return switch (ref) {
            case Ref.Named(var name) -> Optional.of(named(name));
            case Ref.Listed(var version, var level) -> place(version, level);
        };
    }

    /** Where a level or role of any version stands in the version in force. */
    private Optional<Place> place(VersionId version, @Nullable String level) {
        return slugs.apply(version).map(slug -> places.get(Place.levelId(slug, level)));
    }

    private void addLink(Link link) {
        var from = place(link.from().version(), link.from().level());
        var to = place(link.to().version(), link.to().level());
        var source = new Route.Source.Linked(
                link.id(), link.kind(), link.reason(), isEarlier(link.from()) || isEarlier(link.to()));
        if (from.isEmpty() || to.isEmpty()) {
            doubts.add(new Doubt.EndGone(source));
        } else {
            routes.add(Route.bare(from.get(), to.get(), Route.Kind.SIDEWAYS, source));
        }
    }

    private boolean isEarlier(End end) {
        return slugs.apply(end.version())
                .map(versions::get)
                .filter(version -> version.id().equals(end.version()))
                .isEmpty();
    }

    private void addOrder(FrameworkVersion version) {
        var ladder = places(version);
        for (var n = 1; n < ladder.size(); n++) {
            routes.add(Route.bare(
                    ladder.get(n - 1), ladder.get(n), Route.Kind.UPWARDS, new Route.Source.Order(version.title())));
        }
    }
}
