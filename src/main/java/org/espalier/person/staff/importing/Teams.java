package org.espalier.person.staff.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.espalier.organisation.Structure;
import org.espalier.organisation.Unit;
import org.espalier.organisation.UnitId;
import org.espalier.person.staff.importing.StaffPlan.Team;
import org.jspecify.annotations.Nullable;

/** The units and teams that are there, and those that a file names besides. */
final class Teams {
    private static final int LONGEST_NAME = 120;

    private final String organisation;
    private final Map<List<String>, Team> all = new LinkedHashMap<>();
    private final Map<UnitId, List<String>> keys = new HashMap<>();
    private final Set<List<String>> holdingOthers = new HashSet<>();

    Teams(Structure structure) {
        organisation = structure.organisation().name();
        for (var unit : structure.units()) {
            var key = structure.path(unit.id()).stream()
                    .skip(1)
                    .map(part -> lower(part.name()))
                    .toList();
            all.put(key, new Team(key, unit.name(), unit.kind(), unit.id()));
            keys.put(unit.id(), key);
        }
    }

    /** Where a text leads, or why it leads nowhere; one of the two is null. */
    record Found(@Nullable List<String> key, @Nullable Remark refusal) {
        static Found at(List<String> key) {
            return new Found(key, null);
        }

        static Found not(Remark refusal) {
            return new Found(null, refusal);
        }
    }

    List<String> key(UnitId unit) {
        return keys.getOrDefault(unit, List.of());
    }

    /** Notes a path of several names, so that names of its parts alone are understood in any row. */
    void announce(String text) {
        var names = names(text);
        for (var length = 1; length <= names.size(); length++) {
            var key = key(names.subList(0, length));
            if (length < names.size()) {
                holdingOthers.add(key);
            }
            if (names.size() > 1) {
                all.putIfAbsent(key, new Team(key, names.get(length - 1), Unit.Kind.TEAM, null));
            }
        }
    }

    /** The unit or team that a cell means; a single new name is a new team of the organisation itself. */
    Found find(String text, boolean mayBeNew) {
        var names = names(text);
        if (names.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            return Found.not(Remark.of("team.long"));
        }
        var key = key(names);
        if (names.size() == 1 && !all.containsKey(key)) {
            var alike = all.keySet().stream()
                    .filter(other -> !other.isEmpty() && other.getLast().equals(key.getFirst()))
                    .toList();
            if (alike.size() > 1) {
                return Found.not(Remark.of("team.ambiguous", text));
            }
            if (alike.size() == 1) {
                return Found.at(alike.getFirst());
            }
        }
        if (!all.containsKey(key) && !mayBeNew) {
            return Found.not(Remark.of("team.unknown", text));
        }
        for (var length = 1; length < key.size(); length++) {
            var above = all.get(key.subList(0, length));
            if (above != null && above.id() != null && above.kind() == Unit.Kind.TEAM) {
                return Found.not(Remark.of("team.inTeam", above.name()));
            }
        }
        all.computeIfAbsent(key, missing -> new Team(missing, names.getLast(), Unit.Kind.TEAM, null));
        return Found.at(key);
    }

    /** A team's name as it is written. */
    String name(List<String> key) {
        var team = all.get(key);
        return team == null ? "" : team.name();
    }

    /** Those of these keys, and those above them, that are not there yet. */
    List<Team> missing(Set<List<String>> used) {
        var missing = new LinkedHashMap<List<String>, Team>();
        for (var key : used) {
            for (var length = 1; length <= key.size(); length++) {
                var team = all.get(key.subList(0, length));
                if (team != null && team.id() == null) {
                    var kind = holdingOthers.contains(team.key()) ? Unit.Kind.UNIT : Unit.Kind.TEAM;
                    missing.put(team.key(), new Team(team.key(), team.name(), kind, null));
                }
            }
        }
        var inOrder = new ArrayList<>(missing.values());
        inOrder.sort(
                (one, other) -> Integer.compare(one.key().size(), other.key().size()));
        return inOrder;
    }

    private List<String> names(String text) {
        var names = Arrays.stream(text.split("[>›]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return !names.isEmpty() && names.getFirst().equalsIgnoreCase(organisation)
                ? names.subList(1, names.size())
                : names;
    }

    private static List<String> key(List<String> names) {
        return names.stream().map(Teams::lower).toList();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
