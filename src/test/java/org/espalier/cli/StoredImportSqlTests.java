package org.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.database.DataDirectory;
import org.espalier.database.DatabaseAddress;
import org.espalier.database.Databases;
import org.espalier.database.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import that is kept, in an installation that nobody serves and in one that somebody does. */
class StoredImportSqlTests {

    @TempDir
    Path temporary;

    @Test
    void storesADraftWithAndWithoutARunningServer() throws IOException {
        var data = temporary.resolve("data");
        var bees = Files.writeString(temporary.resolve("bees.txt"), """
                Level 1: Newcomer
                Practice
                • Wears the veil
                Level 2: Keeper
                Practice
                • Finds the queen
                """);

        assertThat(run("import", bees.toString(), "--data", data.toString())).isZero();

        try (var directory = DataDirectory.open(data).orElseThrow();
                var postgres = EmbeddedPostgres.start(directory)) {
            var address = postgres.address(EmbeddedPostgres.ESPALIER);
            directory.announce(address);
            assertThat(drafts(address)).isEqualTo(1);

            assertThat(run("import", bees.toString(), "--data", data.toString()))
                    .isZero();

            assertThat(drafts(address)).isEqualTo(2);
        }
    }

    private static long drafts(DatabaseAddress address) {
        try (var database = Databases.pool(address, 1)) {
            return JdbcClient.create(database)
                    .sql("select count(*) from framework.version where status = 'draft'")
                    .query(Long.class)
                    .single();
        }
    }

    private static int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(System.err, true))
                .execute(arguments);
    }
}
