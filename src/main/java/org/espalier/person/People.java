package org.espalier.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.ZoneOffset;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who holds an account: they become a person when one is first needed. */
@Component
public class People {
    private static final int IN_MEMORY = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<AccountId, Known> known =
            Caffeine.newBuilder().maximumSize(IN_MEMORY).build();

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Known(PersonId id, String name) {}

    /** The person who acts. Costs no SQL after the first time; their name follows their account's. */
    public PersonId of(Actor actor) {
        var person = known.getIfPresent(actor.account());
        if (person == null || !person.name().equals(actor.name())) {
            person = new Known(meet(actor), actor.name());
            known.put(actor.account(), person);
        }
        return person.id();
    }

    private PersonId meet(Actor actor) {
        return jdbc.sql("""
                insert into person.person (account_id, name, created_at) values (:account, :name, :now)
                on conflict (account_id) do update set name = excluded.name
                returning id
                """)
                .param("account", actor.account().value())
                .param("name", actor.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PersonId(row.getLong("id")))
                .single();
    }
}
