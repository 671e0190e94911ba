package org.espalier.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database to use; settings {@code espalier.database.*}, or {@code ESPALIER_DATABASE_URL} and so on in the
 * environment.
 *
 * @param url of a PostgreSQL server, 15 or newer; null for the embedded one
 * @param connections the most that are open at a time
 */
@ConfigurationProperties("espalier.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("8") int connections) {}
