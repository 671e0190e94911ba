package org.espalier.access;

import java.util.Arrays;
import java.util.List;

/** What an account may do beyond its own development, which everyone may. */
public enum Role {
    /** Imports, reviews and publishes frameworks. */
    FRAMEWORK_AUTHOR(true),
    /** Looks after accounts and organisations. */
    ADMINISTRATOR(true),
    /** Judges, as far as the scope reaches, what learners can do. */
    ASSESSOR(false),
    /** Looks after the people of a unit: sees what was shared or signed off, and agrees what comes next. */
    MANAGER(false),
    /** Supports the learning of a unit's people. */
    EDUCATOR(false),
    /** Sees how an organisation stands, in numbers that tell nobody apart. */
    WORKFORCE_PLANNER(false),
    /** Looks after an organisation's units, posts, people and roles. */
    ORGANISATION_ADMINISTRATOR(false);

    /** Those that count in the whole installation and stay with the account. */
    public static final List<Role> OF_INSTALLATION =
            Arrays.stream(values()).filter(Role::isOfInstallation).toList();

    /** Those that count in one organisation, or in a part of it, for a time. */
    public static final List<Role> OF_ORGANISATION =
            Arrays.stream(values()).filter(role -> !role.isOfInstallation()).toList();

    private final boolean ofInstallation;

    Role(boolean ofInstallation) {
        this.ofInstallation = ofInstallation;
    }

    public boolean isOfInstallation() {
        return ofInstallation;
    }
}
