package org.espalier.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives an application under test a database and a data directory of its own. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        var address = TestDatabases.freshAddress();
        application.getBeanFactory().addBeanPostProcessor(new SqlStatements());
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh database",
                        Map.of(
                                "espalier.database.url", address.url(),
                                "espalier.database.user", address.user(),
                                "espalier.database.password", address.password(),
                                "espalier.database.connections", 4,
                                "espalier.assessment.tell-every", "PT24H",
                                "espalier.assessment.remind-after", "PT24H",
                                "espalier.data", emptyDirectory().toString())));
    }

    private static Path emptyDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
