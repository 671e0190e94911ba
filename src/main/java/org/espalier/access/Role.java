package org.espalier.access;

/** What an account may do beyond its own development, which everyone may. */
public enum Role {
    /** Imports, reviews and publishes frameworks. */
    FRAMEWORK_AUTHOR,
    /** Looks after accounts. */
    ADMINISTRATOR
}
