package org.espalier.framework.format;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What must hold in a role: each origin names one thing, each requirement says one thing, shares of time add up. */
final class RoleRules {
    private static final int WHOLE = 100;

    private final Map<String, String> problems = new LinkedHashMap<>();

    private RoleRules() {}

    /** For each path in the document that is wrong, how the sentence about it goes on. */
    static Map<String, String> broken(RoleEntry role) {
        var rules = new RoleRules();
        for (var s = 0; s < role.sections().size(); s++) {
            var entries = role.sections().get(s).entries();
            for (var c = 0; c < entries.size(); c++) {
                var origin = entries.get(c).origin();
                if (origin != null) {
                    rules.origin(origin, "role.sections[" + s + "].entries[" + c + "].origin");
                }
            }
        }
        var requirements = role.requirements();
        if (requirements != null) {
            rules.requirement(requirements, "role.requirements");
        }
        var mix = role.pillarMix();
        if (mix != null) {
            rules.pillarMix(mix);
        }
        return rules.problems;
    }

    private void origin(RoleEntry.Origin origin, String path) {
        var named = Stream.of(origin.statement(), origin.group(), origin.standard())
                .filter(one -> one != null)
                .count();
        if (named != 1) {
            problems.put(path, " must name one of a statement, a group and a standard.");
        } else if ((origin.standard() == null) == (origin.framework() == null)
                || (origin.framework() == null) != (origin.version() == null)) {
            problems.put(path, " must name a framework with its version, or a standard alone.");
        }
    }

    private void requirement(RequirementEntry requirement, String path) {
        var text = requirement.text();
        var says = (requirement.allOf().isEmpty() ? 0 : 1)
                + (requirement.anyOf().isEmpty() ? 0 : 1)
                + (text == null ? 0 : 1);
        if (says != 1) {
            problems.put(path, " must have one of allOf, anyOf and text.");
        }
        for (var n = 0; n < requirement.allOf().size(); n++) {
            requirement(requirement.allOf().get(n), path + ".allOf[" + n + "]");
        }
        for (var n = 0; n < requirement.anyOf().size(); n++) {
            requirement(requirement.anyOf().get(n), path + ".anyOf[" + n + "]");
        }
    }

    private void pillarMix(RoleEntry.PillarMix mix) {
        try {
            LocalDate.parse(mix.asOf());
        } catch (DateTimeParseException noDay) {
            problems.put("role.pillarMix.asOf", " is “" + mix.asOf() + "”, and must be a day such as 2026-11-21.");
        }
        var sum = mix.shares().stream().mapToInt(RoleEntry.Share::percent).sum();
        if (sum != WHOLE || mix.shares().stream().anyMatch(share -> share.percent() < 0)) {
            problems.put("role.pillarMix.shares", " add up to " + sum + ", and must add up to 100.");
        }
    }
}
