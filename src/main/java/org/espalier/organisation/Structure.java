package org.espalier.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All open units and posts of one organisation, and the rules of its tree. Units come with those above them first, and
 * beside each other by name; so do posts, by unit and title.
 */
public final class Structure {
    private final Organisation organisation;
    private final Unit root;
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<UnitId, List<Unit>> parts;
    private final Map<PostId, Post> posts;
    private final Map<UnitId, List<Post>> postsIn;

    /** @param units with exactly one that is part of no other; those that cannot be reached from it are a bug */
    public Structure(Organisation organisation, List<Unit> units, List<Post> posts) {
        this.organisation = organisation;
        this.root = units.stream()
                .filter(unit -> unit.parent() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No root in " + organisation));
        this.parts = units.stream()
                .filter(unit -> unit.parent() != null)
                .collect(groupingBy(unit -> Objects.requireNonNull(unit.parent())));
        addWithParts(root);
        if (this.units.size() != units.size()) {
            throw new IllegalArgumentException("Units that do not hang together in " + organisation);
        }
        this.posts =
                posts.stream().collect(toMap(Post::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.postsIn = posts.stream().collect(groupingBy(Post::unit));
    }

    private void addWithParts(Unit unit) {
        units.put(unit.id(), unit);
        partsOf(unit.id()).forEach(this::addWithParts);
    }

    public Organisation organisation() {
        return organisation;
    }

    /** The unit that is the organisation itself. */
    public Unit root() {
        return root;
    }

    /** Every unit, each after the one it is a part of. */
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    public Optional<Post> post(PostId id) {
        return Optional.ofNullable(posts.get(id));
    }

    public List<Post> posts() {
        return List.copyOf(posts.values());
    }

    /** What a unit consists of, one step down. */
    public List<Unit> partsOf(UnitId unit) {
        return parts.getOrDefault(unit, List.of());
    }

    public List<Post> postsIn(UnitId unit) {
        return postsIn.getOrDefault(unit, List.of());
    }

    /** From the organisation itself down to this unit. */
    public List<Unit> path(UnitId unit) {
        var path = new ArrayList<Unit>();
        for (var at = units.get(unit); at != null; at = at.parent() == null ? null : units.get(at.parent())) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }

    /** Where somebody with a post in this unit stands. */
    public Place place(UnitId unit) {
        return new Place(organisation.id(), path(unit).stream().map(Unit::id).toList());
    }

    /** How many steps below the organisation itself a unit is. */
    public int depth(UnitId unit) {
        return path(unit).size() - 1;
    }

    /** This unit and all below it. */
    public Set<UnitId> within(UnitId unit) {
        var within = new LinkedHashSet<UnitId>();
        var open = new ArrayList<UnitId>(List.of(unit));
        while (!open.isEmpty()) {
            var next = open.removeFirst();
            if (units.containsKey(next) && within.add(next)) {
                partsOf(next).forEach(part -> open.add(part.id()));
            }
        }
        return within;
    }

    /** What speaks against a new unit of this kind and name in that one. */
    public Optional<Objection> toUnit(Unit.Kind kind, String name, UnitId parent) {
        if (kind == Unit.Kind.ORGANISATION) {
            return Optional.of(Objection.ONE_ORGANISATION);
        }
        return toParent(parent).or(() -> toName(name, parent, null));
    }

    /** What speaks against giving a unit this name and making it a part of that one. */
    public Optional<Objection> toChange(Unit unit, String name, UnitId parent) {
        if (unit.kind() == Unit.Kind.ORGANISATION) {
            return Optional.of(Objection.ONE_ORGANISATION);
        }
        if (within(unit.id()).contains(parent)) {
            return Optional.of(Objection.CIRCLE);
        }
        return toParent(parent).or(() -> toName(name, parent, unit.id()));
    }

    /** What speaks against closing a unit. */
    public Optional<Objection> toClosing(Unit unit) {
        if (unit.kind() == Unit.Kind.ORGANISATION) {
            return Optional.of(Objection.ONE_ORGANISATION);
        }
        return partsOf(unit.id()).isEmpty() && postsIn(unit.id()).isEmpty()
                ? Optional.empty()
                : Optional.of(Objection.NOT_EMPTY);
    }

    /**
     * What speaks against a post with this title in that unit, reporting to that post.
     *
     * @param post the post that is changed, null for a new one
     */
    public Optional<Objection> toPost(@Nullable PostId post, String title, UnitId unit, @Nullable PostId reportsTo) {
        if (!units.containsKey(unit) || (reportsTo != null && !posts.containsKey(reportsTo))) {
            return Optional.of(Objection.NOT_HERE);
        }
        if (post != null && reportsTo != null && above(reportsTo).contains(post)) {
            return Optional.of(Objection.CIRCLE);
        }
        return postsIn(unit).stream()
                        .anyMatch(other ->
                                !other.id().equals(post) && other.title().equalsIgnoreCase(title))
                ? Optional.of(Objection.NAME_TAKEN)
                : Optional.empty();
    }

    /** This post and all that it reports to, through however many others. */
    private Set<PostId> above(PostId post) {
        var above = new HashSet<PostId>();
        for (var at = posts.get(post); at != null && above.add(at.id()); ) {
            at = at.reportsTo() == null ? null : posts.get(at.reportsTo());
        }
        return above;
    }

    private Optional<Objection> toParent(UnitId parent) {
        return unit(parent)
                .map(unit -> unit.kind() == Unit.Kind.TEAM
                        ? Optional.of(Objection.TEAM_HOLDS_NO_UNITS)
                        : Optional.<Objection>empty())
                .orElse(Optional.of(Objection.NOT_HERE));
    }

    private Optional<Objection> toName(String name, UnitId parent, @Nullable UnitId own) {
        return partsOf(parent).stream()
                        .anyMatch(
                                other -> !other.id().equals(own) && other.name().equalsIgnoreCase(name))
                ? Optional.of(Objection.NAME_TAKEN)
                : Optional.empty();
    }
}
