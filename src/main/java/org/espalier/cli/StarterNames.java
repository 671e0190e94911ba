package org.espalier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.espalier.access.Actor;
import org.espalier.framework.PublishedVersions;
import org.espalier.pathway.titles.NameRoles;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What people call the roles and levels of the starter frameworks: added once, then the authors' to change. */
@Component
class StarterNames {
    private static final String PLACE = "starter/other-names.properties";

    private final SetUpSteps steps;
    private final PublishedVersions versions;
    private final NameRoles nameRoles;

    StarterNames(SetUpSteps steps, PublishedVersions versions, NameRoles nameRoles) {
        this.steps = steps;
        this.versions = versions;
        this.nameRoles = nameRoles;
    }

    /** Adds them to a database that has not seen them; what is not published there is left out. */
    void add(Actor actor) {
        steps.once("starter/other-names", () -> names().forEach((place, names) -> {
            var parts = place.toString().split("/", 2);
            add(actor, parts[0], parts.length == 1 ? null : parts[1], names.toString());
        }));
    }

    private void add(Actor actor, String framework, @Nullable String level, String names) {
        versions.current(framework)
                .filter(version -> level == null || version.level(level).isPresent())
                .ifPresent(version -> {
                    for (var name : names.split(";")) {
                        nameRoles.add(actor, version, level, name);
                    }
                });
    }

    private static Properties names() {
        var names = new Properties();
        try (var in = new InputStreamReader(new ClassPathResource(PLACE).getInputStream(), UTF_8)) {
            names.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return names;
    }
}
