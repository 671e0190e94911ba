package org.espalier.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.espalier.Espalier;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.database.DataDirectory;
import org.espalier.database.Databases;
import org.espalier.database.EmbeddedPostgres;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running Espalier that is filled with a made-up framework and people who have answered all of it. The server is a
 * process of its own; the use cases are also at hand in this process, over the same database.
 */
final class Site implements AutoCloseable {
    static final int CONNECTIONS = 8;
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final int EXPECTATIONS = 150;

    private final Path data;
    private final HikariDataSource database;
    private final BareTable bareTable;
    private final ConfigurableApplicationContext context;
    private final Actor author;
    private final FrameworkVersion framework;
    private final List<Statement> expectations;
    private final List<Crowd.Member> people;
    private final List<Double> megabytes = new ArrayList<>();
    private Product product;

    private Site(Path data) throws Exception {
        this.data = data;
        this.product = Product.serve(served());
        var address = product.database();
        this.database = Databases.pool(address, CONNECTIONS);
        this.bareTable = BareTable.in(database);
        this.context = new SpringApplicationBuilder(Espalier.class)
                .run(
                        "--espalier.data=" + data.resolve("beside"),
                        "--espalier.database.url=" + address.url(),
                        "--espalier.database.user=" + address.user(),
                        "--espalier.database.password=" + address.password(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--logging.level.root=warn");
        this.author = addAuthor();
        this.framework = publish();
        this.expectations =
                framework.statements().stream().filter(Statement::isExpectation).toList();
        this.people = Crowd.gathered(this);
    }

    /** Starts a server on this directory, which is empty, and fills it. */
    static Site in(Path data) throws Exception {
        return new Site(data);
    }

    private Actor addAuthor() {
        var roles = Set.copyOf(Role.OF_INSTALLATION);
        var account = use(CreateAccount.class)
                .atSetUp(new EmailAddress("author@bench.example"), "Made-up author", roles, "a long made-up password")
                .orElseThrow();
        return new Actor(account, "Made-up author", roles);
    }

    private FrameworkVersion publish() {
        var drafts = use(DraftFrameworks.class);
        var draft = drafts.store(
                author, MadeUpFramework.ofSize(EXPECTATIONS).document("A made-up framework of 150 expectations"));
        return switch (use(PublishVersion.class).publish(author, draft, 1)) {
            case PublishVersion.Published done ->
                use(PublishedVersions.class).find(done.version()).orElseThrow();
            case PublishVersion.Result refusal -> throw new IllegalStateException(refusal.toString());
        };
    }

    /** A use case, in this process. */
    <T> T use(Class<T> useCase) {
        return context.getBean(useCase);
    }

    Actor author() {
        return author;
    }

    /** Lets the database count its rows now, as it does by itself within a minute of so many changes. */
    void countRows() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    BareTable bareTable() {
        return bareTable;
    }

    FrameworkVersion framework() {
        return framework;
    }

    /** The address of the framework for everybody. */
    String path() {
        return "/frameworks/" + framework.slug();
    }

    /** The address of the framework for the person who has signed in. */
    String myPath() {
        return "/me" + path();
    }

    /** What everybody has answered. */
    List<Statement> expectations() {
        return expectations;
    }

    List<Crowd.Member> people() {
        return people;
    }

    /** The server as it runs now. */
    Product product() {
        return product;
    }

    /** Notes how much memory the server and its database take. */
    void noteMemory() throws IOException {
        megabytes.add(product.megabytes());
    }

    List<Double> megabytesSoFar() {
        return List.copyOf(megabytes);
    }

    /**
     * Stops the server and starts it again; nothing in this process reaches the database any more.
     *
     * @return the milliseconds from the command to the front page
     */
    double restart() throws Exception {
        product.close();
        product = Product.serve(served());
        return product.toFirstPage().toNanos() / NANOS_PER_MILLI;
    }

    /**
     * Stops the server, starts a JVM that does nothing, and starts and stops the database without the server.
     *
     * @return the milliseconds until the JVM was gone and the database answered
     */
    double restartDatabaseAlone() throws Exception {
        product.close();
        var started = System.nanoTime();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(java, "-Xshare:auto", "-version").start().waitFor();
        try (var directory = DataDirectory.open(served()).orElseThrow();
                var postgres = EmbeddedPostgres.start(directory);
                var pool = Databases.pool(postgres.address(EmbeddedPostgres.ESPALIER), 1);
                var connection = pool.getConnection()) {
            connection.isValid(1);
            return (System.nanoTime() - started) / NANOS_PER_MILLI;
        }
    }

    private Path served() {
        return data.resolve("served");
    }

    @Override
    public void close() throws Exception {
        context.close();
        database.close();
        product.close();
    }
}
