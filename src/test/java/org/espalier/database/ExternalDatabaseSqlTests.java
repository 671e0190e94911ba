package org.espalier.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.espalier.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server of one's own, known by its address only: user and password in the URL, a role that is no superuser. */
class ExternalDatabaseSqlTests {

    @TempDir
    Path temporary;

    @Test
    void runsTheSameMigrations() {
        try (var directory = DataDirectory.open(temporary).orElseThrow();
                var server = EmbeddedPostgres.start(directory)) {
            var address = server.address(EmbeddedPostgres.ESPALIER);
            var url = address.url() + "?user=" + address.user() + "&password=" + address.password();

            try (var external = Databases.pool(new DatabaseAddress(url, null, null), 2);
                    var ours = TestDatabases.fresh()) {
                Databases.migrate(external);

                assertThat(tables(JdbcClient.create(external)))
                        .isEqualTo(tables(JdbcClient.create(ours)))
                        .contains("framework.framework", "access.account");
            }
        }
    }

    private static List<String> tables(JdbcClient database) {
        return database.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') order by 1
                        """).query(String.class).list();
    }
}
