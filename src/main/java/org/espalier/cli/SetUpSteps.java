package org.espalier.cli;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which steps of the set-up a database has behind it. */
@Component
class SetUpSteps {
    private final JdbcClient jdbc;

    SetUpSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does the work, unless this database has seen it done before; the work and the memory of it stand or fall together. */
    @Transactional
    public void once(String step, Runnable work) {
        var first = jdbc.sql("insert into cli.set_up_step (name) values (:name) on conflict do nothing")
                        .param("name", step)
                        .update()
                == 1;
        if (first) {
            work.run();
        }
    }
}
