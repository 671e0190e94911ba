package org.espalier.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseSqlTests {

    @Test
    void comparesWelshWordsByTrigramsAndWithoutAccents() {
        try (var database = TestDatabases.fresh()) {
            var similarity = JdbcClient.create(database)
                    .sql("select similarity('ŵyr', 'ŵyn')")
                    .query(Double.class)
                    .single();
            var plain = JdbcClient.create(database)
                    .sql("select unaccent(lower('ŴYR'))")
                    .query(String.class)
                    .single();

            assertThat(similarity).isGreaterThan(0.2);
            assertThat(plain).isEqualTo("wyr");
        }
    }

    @Test
    void worksAsARoleThatIsNoSuperuser() {
        try (var database = TestDatabases.fresh()) {
            var superuser = JdbcClient.create(database)
                    .sql("select rolsuper from pg_roles where rolname = current_user")
                    .query(Boolean.class)
                    .single();

            assertThat(superuser).isFalse();
        }
    }
}
