package org.espalier.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresSqlTests {

    @TempDir
    Path temporary;

    @Test
    void keepsWhatWasCommittedFromOneStartToTheNext() {
        try (var directory = opened();
                var postgres = EmbeddedPostgres.start(directory)) {
            sql(postgres, "create table kept (word text)");
            sql(postgres, "insert into kept values ('still here')");
        }

        try (var directory = opened();
                var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(jdbc(postgres)
                            .sql("select word from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("still here");
        }
    }

    @Test
    void writesDurablyAndAsksForThePassword() {
        try (var directory = opened();
                var postgres = EmbeddedPostgres.start(directory)) {
            var address = postgres.address(EmbeddedPostgres.ESPALIER);

            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(address.url(), "postgres", address.password()))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keepsThePasswordFromOthers() throws IOException {
        try (var directory = opened()) {
            directory.secret("database-password");

            var permissions = Files.getPosixFilePermissions(directory.path().resolve("database-password"));

            assertThat(permissions).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void opensADirectoryOnlyOnce() {
        try (var directory = opened()) {
            assertThat(DataDirectory.open(directory.path())).isEmpty();
        }

        assertThat(DataDirectory.open(temporary.resolve("data"))).isPresent().hasValueSatisfying(DataDirectory::close);
    }

    @Test
    void leavesNothingRunningWhenItsParentIsKilled() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "only setpriv ties a server to its parent");
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServesUntilKilled.class.getName(),
                        temporary.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var server = Long.parseLong(parent.inputReader().readLine());
        assertThat(ProcessHandle.of(server)).isPresent();

        parent.destroyForcibly().waitFor();

        awaitEnd(server);
        try (var directory = opened();
                var postgres = EmbeddedPostgres.start(directory)) {
            assertThat(jdbc(postgres)
                            .sql("select word from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("committed before the kill");
        }
    }

    @Test
    void stopsAServerThatAnEarlierRunLeftBehind() throws IOException, InterruptedException {
        long orphan;
        try (var directory = opened()) {
            var postgres = EmbeddedPostgres.start(directory);
            orphan = postgres.pid();
        }

        try (var directory = opened();
                var next = EmbeddedPostgres.start(directory)) {
            assertThat(next.pid()).isNotEqualTo(orphan);
            assertThat(jdbc(next).sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
        awaitEnd(orphan);
    }

    @Test
    void leavesAnotherProcessAloneThatHasTheNumberOfAStaleServer() throws IOException, InterruptedException {
        var bystander = new ProcessBuilder("sleep", "600").start();
        try (var directory = opened()) {
            EmbeddedPostgres.start(directory).close();
            var cluster = directory.path().resolve("postgresql").resolve("18");
            Files.write(cluster.resolve("postmaster.pid"), List.of(Long.toString(bystander.pid()), cluster.toString()));

            try (var postgres = EmbeddedPostgres.start(directory)) {
                assertThat(jdbc(postgres).sql("select 1").query(Integer.class).single())
                        .isEqualTo(1);
            }

            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** Another process that serves a database until it is killed. */
    static final class ServesUntilKilled {
        public static void main(String[] arguments) throws InterruptedException {
            var directory = DataDirectory.open(Path.of(arguments[0])).orElseThrow();
            var postgres = EmbeddedPostgres.start(directory);
            sql(postgres, "create table kept (word text)");
            sql(postgres, "insert into kept values ('committed before the kill')");
            System.out.println(postgres.pid());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }

    private DataDirectory opened() {
        return DataDirectory.open(temporary.resolve("data")).orElseThrow();
    }

    private static String setting(EmbeddedPostgres postgres, String name) {
        return jdbc(postgres)
                .sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static void sql(EmbeddedPostgres postgres, String statement) {
        jdbc(postgres).sql(statement).update();
    }

    private static JdbcClient jdbc(EmbeddedPostgres postgres) {
        var address = postgres.address(EmbeddedPostgres.ESPALIER);
        return JdbcClient.create(new DriverManagerDataSource(address.url(), address.user(), address.password()));
    }

    private static void awaitEnd(long pid) throws InterruptedException {
        for (var tries = 0; tries < 200; tries++) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Process " + pid + " still runs");
    }
}
