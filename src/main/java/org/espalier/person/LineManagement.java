package org.espalier.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who manages whom: the holders of a post manage those of the posts that report to it. A post that nobody else holds is
 * passed over, so that people have a manager while it is vacant. Nobody manages themselves.
 */
@Component
public class LineManagement {
    private final JdbcClient jdbc;

    LineManagement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The line managers of a person, by name: one for each post is usual, more where several share a post. */
    public List<Person> managersOf(PersonId person) {
        return jdbc.sql("""
                with recursive above as (
                    select p.reports_to as post_id
                    from person.post_holding h join organisation.open_post p on p.post_id = h.post_id
                    where h.person_id = :person and h.until is null and p.reports_to is not null
                    union
                    select p.reports_to
                    from above a join organisation.open_post p on p.post_id = a.post_id
                    where p.reports_to is not null
                      and not exists (select 1 from person.post_holding h
                                      where h.post_id = a.post_id and h.until is null and h.person_id <> :person)
                )
                select distinct m.id, m.account_id, m.name
                from above a
                    join person.post_holding h on h.post_id = a.post_id and h.until is null
                    join person.person m on m.id = h.person_id
                where m.id <> :person
                order by m.name, m.id
                """)
                .param("person", person.value())
                .query(People::person)
                .list();
    }

    /** Those whose line manager a person is, by name. */
    public List<Person> reportsOf(PersonId manager) {
        return jdbc.sql("""
                with recursive below as (
                    select p.post_id
                    from person.post_holding h join organisation.open_post p on p.reports_to = h.post_id
                    where h.person_id = :manager and h.until is null
                    union
                    select p.post_id
                    from below b join organisation.open_post p on p.reports_to = b.post_id
                    where not exists (select 1 from person.post_holding h
                                      where h.post_id = b.post_id and h.until is null)
                )
                select distinct m.id, m.account_id, m.name
                from below b
                    join person.post_holding h on h.post_id = b.post_id and h.until is null
                    join person.person m on m.id = h.person_id
                where m.id <> :manager
                order by m.name, m.id
                """)
                .param("manager", manager.value())
                .query(People::person)
                .list();
    }

    /** Whether one is a line manager of the other. */
    public boolean manages(PersonId manager, PersonId person) {
        return managersOf(person).stream().anyMatch(found -> found.id().equals(manager));
    }
}
