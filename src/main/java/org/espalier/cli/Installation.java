package org.espalier.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.espalier.database.DataDirectory;
import org.espalier.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation a command is about: its data directory, and its database when that is not the embedded one. */
final class Installation {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data", defaultValue = "${env:ESPALIER_DATA:-data}")
    private Path data = Path.of("data");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            descriptionKey = "database-url",
            defaultValue = "${env:ESPALIER_DATABASE_URL}")
    private @Nullable String databaseUrl;

    Path data() {
        return data;
    }

    /** As settings of the application. */
    Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("espalier.data", data.toString());
        if (databaseUrl != null) {
            settings.put("espalier.database.url", databaseUrl);
        }
        return settings;
    }

    /**
     * The same for a command that wants the database only: the one that a running server has open in the data directory
     * when there is such a server, else our own.
     */
    Map<String, Object> settingsBesideServer() {
        var settings = settings();
        if (databaseUrl == null && isServed()) {
            var address = DataDirectory.served(data)
                    .orElseThrow(() -> new DatabaseUnavailable(CliMessages.text("cli.served-elsewhere", data)));
            settings.put("espalier.database.url", address.url());
            settings.put("espalier.database.user", Objects.toString(address.user(), ""));
            settings.put("espalier.database.password", Objects.toString(address.password(), ""));
        }
        return settings;
    }

    private boolean isServed() {
        var directory = DataDirectory.open(data);
        directory.ifPresent(DataDirectory::close);
        return directory.isEmpty();
    }

    static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
