package org.espalier.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
            person = new Known(meet(actor.account(), actor.name()), actor.name());
            known.put(actor.account(), person);
        }
        return person.id();
    }

    /** The person who holds this account, whether or not they have ever signed in. */
    public PersonId of(AccountId account, String name) {
        return meet(account, name);
    }

    /** The people who hold these accounts; in one statement. */
    @Transactional
    public Map<AccountId, PersonId> of(Map<AccountId, String> names) {
        var people = new HashMap<AccountId, PersonId>();
        jdbc.sql("""
                insert into person.person (account_id, name, created_at)
                select n.account_id, n.name, :now from unnest(cast(:accounts as bigint[]), cast(:names as text[])) as n (account_id, name)
                on conflict (account_id) do update set name = excluded.name
                returning id, account_id
                """)
                .param("accounts", names.keySet().stream().map(AccountId::value).toArray(Long[]::new))
                .param("names", names.values().toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    people.put(new AccountId(row.getLong("account_id")), new PersonId(row.getLong("id")));
                });
        return people;
    }

    /** The person with this number. */
    public Optional<Person> find(PersonId id) {
        return jdbc.sql("select id, account_id, name from person.person where id = :id")
                .param("id", id.value())
                .query(People::person)
                .optional();
    }

    /** These people, by their number. One statement. */
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        return jdbc
                .sql("select id, account_id, name from person.person where id = any (:ids)")
                .param("ids", ids.stream().map(PersonId::value).distinct().toArray(Long[]::new))
                .query(People::person)
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getLong("id")), new AccountId(row.getLong("account_id")), row.getString("name"));
    }

    private PersonId meet(AccountId account, String name) {
        return jdbc.sql("""
                insert into person.person (account_id, name, created_at) values (:account, :name, :now)
                on conflict (account_id) do update set name = excluded.name
                returning id
                """)
                .param("account", account.value())
                .param("name", name)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PersonId(row.getLong("id")))
                .single();
    }
}
