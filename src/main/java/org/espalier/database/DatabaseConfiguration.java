package org.espalier.database;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
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
    HikariDataSource externalDatabase(DatabaseSettings settings) {
        return Databases.pool(
                new DatabaseAddress(requireNonNull(settings.url()), settings.user(), settings.password()),
                settings.connections());
    }

    @Bean
    @ConditionalOnMissingBean(HikariDataSource.class)
    EmbeddedPostgres embeddedPostgres(DataDirectory directory) {
        return EmbeddedPostgres.start(directory);
    }

    @Bean
    @ConditionalOnBean(EmbeddedPostgres.class)
    HikariDataSource embeddedDatabase(EmbeddedPostgres postgres, DataDirectory directory, DatabaseSettings settings) {
        var address = postgres.address(EmbeddedPostgres.ESPALIER);
        directory.announce(address);
        return Databases.pool(address, settings.connections());
    }
}
