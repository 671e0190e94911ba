package org.espalier.person.staff.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.organisation.Post;
import org.espalier.organisation.Structure;
import org.espalier.organisation.Unit;
import org.espalier.organisation.UnitId;

/** One of the things that a drop-down list offers. */
record Choice(String value, String text) {

    /** Every unit and team, each with those it is a part of. */
    static List<Choice> units(Structure structure) {
        return structure.units().stream()
                .map(unit -> new Choice(unit.id().toString(), path(structure, unit.id())))
                .toList();
    }

    /** Those that can hold others. */
    static List<Choice> parents(Structure structure) {
        return structure.units().stream()
                .filter(unit -> unit.kind() != Unit.Kind.TEAM)
                .map(unit -> new Choice(unit.id().toString(), path(structure, unit.id())))
                .toList();
    }

    /** No post, then every post with its unit or team. */
    static List<Choice> posts(Structure structure, String none) {
        return Stream.concat(
                        Stream.of(new Choice("", none)),
                        structure.posts().stream()
                                .map(post -> new Choice(post.id().toString(), post(structure, post))))
                .toList();
    }

    /** A post with its unit or team. */
    static String post(Structure structure, Post post) {
        return post.title() + ", " + structure.unit(post.unit()).map(Unit::name).orElseThrow();
    }

    /** Where a unit stands, below the organisation itself. */
    static String path(Structure structure, UnitId unit) {
        var path = structure.path(unit);
        return path.stream().skip(path.size() > 1 ? 1 : 0).map(Unit::name).collect(Collectors.joining(" › "));
    }
}
