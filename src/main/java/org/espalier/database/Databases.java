package org.espalier.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Opens databases and brings their schemas up to date. */
public final class Databases {

    private Databases() {}

    /** A pool of connections to this database. */
    public static HikariDataSource pool(DatabaseAddress address, int connections) {
        var config = new HikariConfig();
        config.setPoolName("espalier");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.addDataSourceProperty("ApplicationName", "espalier");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** Runs every module's migrations that this database has not seen. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
