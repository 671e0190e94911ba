package org.espalier.database;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The application's database: the one it is told about, else the embedded one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    DataDirectory dataDirectory(@Value("${espalier.data}") String directory) {
        return DataDirectory.open(Path.of(directory))
                .orElseThrow(() -> new DatabaseUnavailable("Espalier is already running on the data directory "
                        + directory + ". Stop it first, or choose another one with --data."));
    }

    @Bean
    @ConditionalOnProperty("espalier.database.url")
    DatabaseAddress externalDatabase(DatabaseSettings settings) {
        return new DatabaseAddress(requireNonNull(settings.url()), settings.user(), settings.password());
    }

    @Bean
    @ConditionalOnMissingBean(DatabaseAddress.class)
    EmbeddedPostgres embeddedPostgres(DataDirectory directory) {
        return EmbeddedPostgres.start(directory);
    }

    @Bean
    HikariDataSource dataSource(
            Optional<DatabaseAddress> external,
            Optional<EmbeddedPostgres> embedded,
            DataDirectory directory,
            DatabaseSettings settings) {
        var address = external.orElseGet(() -> embedded.orElseThrow().address(EmbeddedPostgres.ESPALIER));
        directory.announce(address);
        return Databases.pool(address, settings.connections());
    }
}
