package org.espalier.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The least that a database can do to keep a claim: one row in a table without keys to others, by a prepared statement
 * over a connection of one's own. What the product does is measured beside it.
 */
final class BareTable {
    private final DataSource database;

    private BareTable(DataSource database) {
        this.database = database;
    }

    static BareTable in(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS bench");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS bench.bare (
                        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        person_id bigint NOT NULL,
                        statement_id bigint NOT NULL,
                        rating smallint NOT NULL,
                        made_at timestamptz NOT NULL DEFAULT now(),
                        words text)
                    """);
        }
        return new BareTable(database);
    }

    /** Adds a single row with every call, each in a transaction of its own. */
    ClosedLoop.Client singleInserts() throws SQLException {
        var connection = database.getConnection();
        var insert = insert(connection);
        return new ClosedLoop.Client() {
            @Override
            public void once() throws SQLException {
                fill(insert, null);
                insert.executeUpdate();
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** Adds this many rows with every call, in one transaction and one batch. */
    ClosedLoop.Client batches(int rows, String words) throws SQLException {
        var connection = database.getConnection();
        var insert = insert(connection);
        return new ClosedLoop.Client() {
            @Override
            public void once() throws SQLException {
                connection.setAutoCommit(false);
                for (var n = 0; n < rows; n++) {
                    fill(insert, words);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.setAutoCommit(true);
                connection.close();
            }
        };
    }

    private static PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO bench.bare (person_id, statement_id, rating, words) VALUES (?, ?, ?, ?)");
    }

    private static void fill(PreparedStatement insert, @Nullable String words) throws SQLException {
        var random = ThreadLocalRandom.current();
        insert.setLong(1, random.nextLong(200));
        insert.setLong(2, random.nextLong(150));
        insert.setInt(3, 1 + random.nextInt(4));
        insert.setString(4, words);
    }
}
