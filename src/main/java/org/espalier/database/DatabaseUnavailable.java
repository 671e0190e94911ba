package org.espalier.database;

/** The database cannot be started or reached; the message says why and what to do, in words for whoever runs Espalier. */
public class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
