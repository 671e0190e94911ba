package org.espalier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Espalier.class);

    @Test
    void keepsTheDoorsBetweenModules() {
        assertThat(modules.stream().count()).isGreaterThan(8);

        modules.verify();
    }
}
