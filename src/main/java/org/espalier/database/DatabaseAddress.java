package org.espalier.database;

import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who opens it.
 *
 * @param url a {@code jdbc:postgresql:} address, which may itself name the user and the password
 */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable String password) {

    public DatabaseAddress {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnavailable("A database address starts with jdbc:postgresql:// – this one does not.");
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
