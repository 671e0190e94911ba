package org.espalier.roleprofile.composing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.framework.Requirement;
import org.espalier.framework.format.RequirementEntry;
import org.jspecify.annotations.Nullable;

/** Why a requirement cannot stand: nobody could meet it, or it leads in a circle. */
public record RequirementFlaw(Kind kind, List<Object> arguments) {
    public RequirementFlaw {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong. */
    public enum Kind {
        /** Something is asked for without saying what. */
        NO_TEXT,
        /** A choice of which nothing is there to choose. */
        NO_CHOICE,
        /** What counts as an equivalent leads back to the thing itself. */
        CIRCLE,
        /** One would have to hold the role before one may hold it. */
        THE_ROLE_ITSELF,
        /** Every alternative is open to another role only. */
        OPEN_TO_OTHERS_ONLY
    }

    /**
     * All that is wrong with it.
     *
     * @param namedRole the profile's own
     */
    public static List<RequirementFlaw> of(RequirementEntry entry, @Nullable String namedRole) {
        var flaws = new ArrayList<RequirementFlaw>();
        empty(entry, flaws);
        if (flaws.isEmpty()) {
            Requirement.of(entry).ifPresent(requirement -> {
                circle(requirement, flaws);
                if (namedRole != null) {
                    itself(requirement, namedRole, flaws);
                    if (!isOpenTo(requirement, namedRole)) {
                        flaws.add(new RequirementFlaw(Kind.OPEN_TO_OTHERS_ONLY, List.of(namedRole)));
                    }
                }
            });
        }
        return List.copyOf(flaws);
    }

    private static void empty(RequirementEntry entry, List<RequirementFlaw> flaws) {
        var text = entry.text();
        if (entry.allOf().isEmpty() && entry.anyOf().isEmpty() && (text == null || text.isBlank())) {
            flaws.add(new RequirementFlaw(text == null ? Kind.NO_CHOICE : Kind.NO_TEXT, List.of()));
        }
        entry.allOf().forEach(part -> empty(part, flaws));
        entry.anyOf().forEach(part -> empty(part, flaws));
    }

    private static void circle(Requirement requirement, List<RequirementFlaw> flaws) {
        Map<String, Requirement.One> byText = new LinkedHashMap<>();
        requirement
                .leaves()
                .forEach(one -> byText.merge(
                        plain(one.text()), one, (first, second) -> first.equivalent() == null ? second : first));
        for (var start : byText.values()) {
            var seen = new HashSet<String>();
            for (var one = start; one != null; ) {
                if (!seen.add(plain(one.text()))) {
                    flaws.add(new RequirementFlaw(Kind.CIRCLE, List.of(start.text(), equivalent(start))));
                    return;
                }
                one = one.orEquivalent() ? byText.get(plain(equivalent(one))) : null;
            }
        }
    }

    private static String equivalent(Requirement.One one) {
        var equivalent = one.equivalent();
        return equivalent == null ? "" : equivalent;
    }

    private static void itself(Requirement requirement, String namedRole, List<RequirementFlaw> flaws) {
        if (requirement.leaves().anyMatch(one -> plain(one.text()).equals(plain(namedRole)))
                && !canDoWithout(requirement, namedRole)) {
            flaws.add(new RequirementFlaw(Kind.THE_ROLE_ITSELF, List.of(namedRole)));
        }
    }

    /** True when it can be met by somebody who does not hold the role. */
    private static boolean canDoWithout(Requirement requirement, String namedRole) {
        return switch (requirement) {
            case Requirement.One one ->
                !plain(one.text()).equals(plain(namedRole)) || one.workingTowards() || one.orEquivalent();
            case Requirement.AllOf(var parts) -> parts.stream().allMatch(part -> canDoWithout(part, namedRole));
            case Requirement.AnyOf(var alternatives) ->
                alternatives.stream().anyMatch(alternative -> canDoWithout(alternative, namedRole));
        };
    }

    /** True unless it is a choice, or holds one, of which every alternative is asked of another role. */
    private static boolean isOpenTo(Requirement requirement, String namedRole) {
        return switch (requirement) {
            case Requirement.One one -> true;
            case Requirement.AllOf(var parts) -> parts.stream().allMatch(part -> isOpenTo(part, namedRole));
            case Requirement.AnyOf(var alternatives) ->
                alternatives.stream()
                        .anyMatch(alternative -> isOpenTo(alternative, namedRole)
                                && alternative.leaves().anyMatch(one -> bindsNobodyElse(one, namedRole)));
        };
    }

    private static boolean bindsNobodyElse(Requirement.One one, String namedRole) {
        var binds = one.binds();
        return binds == null || binds.isBlank() || plain(binds).equals(plain(namedRole));
    }

    private static String plain(String text) {
        return text.strip()
                .replaceAll("(?i)^(?:an?|the) ", "")
                .replaceAll("[\\s.]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
