package org.espalier.roleprofile.standard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.roleprofile.standard.Standard;
import org.espalier.roleprofile.standard.Standards.PlaceCount;
import org.jspecify.annotations.Nullable;

/** The functional map as its pages show it: principles with their functions, each with how many standards it holds. */
record FunctionalMap(List<Principle> principles) {

    /** @param title null for the standards that have none */
    record Principle(@Nullable String title, @Nullable String code, List<PlaceCount> functions) {
        int standards() {
            return functions.stream().mapToInt(PlaceCount::standards).sum();
        }

        long namedFunctions() {
            return functions.stream().filter(place -> place.function() != null).count();
        }
    }

    /** One function of a principle with its standards. */
    record Function(@Nullable String title, List<Standard> standards) {}

    static FunctionalMap of(List<PlaceCount> places) {
        var principles = new ArrayList<Principle>();
        for (var place : places) {
            if (principles.isEmpty() || !Objects.equals(principles.getLast().title(), place.principle())) {
                principles.add(new Principle(place.principle(), place.principleCode(), new ArrayList<>()));
            }
            principles.getLast().functions().add(place);
        }
        return new FunctionalMap(List.copyOf(principles));
    }

    /** @param standards by function */
    static List<Function> functions(List<Standard> standards) {
        var functions = new ArrayList<Function>();
        for (var standard : standards) {
            if (functions.isEmpty() || !Objects.equals(functions.getLast().title(), standard.function())) {
                functions.add(new Function(standard.function(), new ArrayList<>()));
            }
            functions.getLast().standards().add(standard);
        }
        return List.copyOf(functions);
    }

    /** How many standards stand under this principle; null for those that have none. */
    int standards(@Nullable String principle) {
        return principles.stream()
                .filter(one -> Objects.equals(one.title(), principle))
                .mapToInt(Principle::standards)
                .sum();
    }

    int standards() {
        return principles.stream().mapToInt(Principle::standards).sum();
    }
}
