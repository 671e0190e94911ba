package org.espalier.person;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to the same organisations as somebody: whom they may choose to talk with or to show something to. */
@Component
public class Colleagues {
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person's colleagues in whose name each of these words begins a word; the first twenty by name. One statement. */
    public List<Colleague> named(PersonId person, String words) {
        var patterns = Arrays.stream(words.strip().toLowerCase(Locale.UK).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "% " + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
        if (patterns.length == 0) {
            return List.of();
        }
        return jdbc.sql("""
                select * from (
                    select distinct on (c.id) c.id, c.account_id, c.name, e.name as organisation, p.title
                    from person.membership mine
                        join person.membership theirs on theirs.organisation_id = mine.organisation_id
                            and theirs.left_at is null and theirs.person_id <> mine.person_id
                        join person.person c on c.id = theirs.person_id
                        join organisation.employer e on e.organisation_id = theirs.organisation_id
                        left join person.post_holding h on h.person_id = c.id and h.until is null
                            and h.organisation_id = theirs.organisation_id
                        left join organisation.open_post p on p.post_id = h.post_id
                    where mine.person_id = :person and mine.left_at is null
                      and ' ' || lower(c.name) like all (cast(:patterns as text[]))
                    order by c.id, e.name, h.since) found
                order by lower(name), id
                limit :most
                """)
                .param("person", person.value())
                .param("patterns", patterns)
                .param("most", MOST)
                .query((row, number) -> new Colleague(
                        People.person(row, number), row.getString("organisation"), row.getString("title")))
                .list();
    }

    /** Whether two people belong to the same organisation now; nobody is a colleague of themselves. */
    public boolean are(PersonId one, PersonId other) {
        return !one.equals(other)
                && jdbc.sql("""
                        select exists (select 1 from person.membership a
                            join person.membership b on b.organisation_id = a.organisation_id and b.left_at is null
                            where a.person_id = :one and b.person_id = :other and a.left_at is null)
                        """)
                        .param("one", one.value())
                        .param("other", other.value())
                        .query(Boolean.class)
                        .single();
    }
}
