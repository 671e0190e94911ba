package org.espalier.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.espalier.database.DataDirectory;
import org.espalier.database.DatabaseAddress;
import org.espalier.database.Databases;
import org.espalier.database.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Migrated, empty databases for tests, each a copy of one template on one server that the whole test run shares. A copy
 * takes some 40 ms; nobody cleans up, the next run does.
 */
public final class TestDatabases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabases() {}

    /** A database of the caller's own, migrated and empty. */
    public static HikariDataSource fresh() {
        var pool = Databases.pool(freshAddress(), 4);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    /** The address of a database of the caller's own, migrated and empty. */
    public static DatabaseAddress freshAddress() {
        var name = "test_" + NUMBER.incrementAndGet();
        Server.execute("create database " + name + " template migrated");
        return Server.POSTGRES.address(name);
    }

    /** A database of the caller's own without any migration. */
    public static DatabaseAddress unmigratedAddress() {
        var name = "bare_" + NUMBER.incrementAndGet();
        Server.execute("create database " + name);
        return Server.POSTGRES.address(name);
    }

    /** Started by the first test that needs it; its directory outlives the run, so that the next one starts faster. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(
                directory(), Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "200"));

        static {
            leftByAnEarlierRun().forEach(name -> execute("drop database " + name + " with (force)"));
            execute("create database migrated");
            try (var template = Databases.pool(POSTGRES.address("migrated"), 2)) {
                Databases.migrate(template);
            }
        }

        private static DataDirectory directory() {
            return IntStream.rangeClosed(1, 9)
                    .mapToObj(run -> DataDirectory.open(Path.of("target", "test-database-" + run)))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
        }

        private static List<String> leftByAnEarlierRun() {
            return onServer(admin -> JdbcClient.create(admin)
                    .sql("select datname from pg_database where datname ~ '^(test_|bare_|migrated)'")
                    .query(String.class)
                    .list());
        }

        static synchronized void execute(String sql) {
            onServer(admin -> JdbcClient.create(admin).sql(sql).update());
        }

        private static <T> T onServer(Function<DataSource, T> work) {
            var address = POSTGRES.address(EmbeddedPostgres.ESPALIER);
            return work.apply(new DriverManagerDataSource(address.url(), address.user(), address.password()));
        }
    }
}
