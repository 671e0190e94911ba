package org.espalier;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The one deployable. Its modules are the direct sub-packages; {@code docs/architecture.md} is the map. */
@SpringBootApplication
public class Espalier {

    /** The time, for all who ask; tests set their own. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
