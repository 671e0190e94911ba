package org.espalier.portfolio.registration;

import java.util.Optional;

/** Identifies a rule set that an organisation wrote for its own people. */
public record OrganisationRulesId(long value) {
    private static final String PREFIX = "organisation-";

    /** The id of the rule set. */
    String ruleSet() {
        return PREFIX + value;
    }

    static Optional<OrganisationRulesId> of(String ruleSet) {
        try {
            return ruleSet.startsWith(PREFIX)
                    ? Optional.of(new OrganisationRulesId(Long.parseLong(ruleSet.substring(PREFIX.length()))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
