package org.espalier.person.staff.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.access.EmailAddress;
import org.espalier.organisation.PostId;
import org.espalier.organisation.Structure;
import org.espalier.person.PersonId;
import org.espalier.person.staff.Days;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a plan goes by, read in two statements however long the file is. */
@Component
class KnownPeople {
    private final JdbcClient jdbc;
    private final Clock clock;

    KnownPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Known in(Structure structure, Collection<StaffRow> rows) {
        var members = jdbc.sql("""
                select m.person_id, h.account_id, h.name, h.email, m.staff_number,
                       array(select ph.post_id from person.post_holding ph
                             where ph.person_id = m.person_id and ph.organisation_id = m.organisation_id
                               and ph.until is null) as posts
                from person.membership m
                    join person.person n on n.id = m.person_id
                    join access.holder h on h.account_id = n.account_id
                where m.organisation_id = :organisation and m.left_at is null
                """)
                .param("organisation", structure.organisation().id().value())
                .query(KnownPeople::member)
                .list();
        var accounts = jdbc.sql("""
                select h.account_id, h.email, h.disabled,
                       exists (select 1 from person.invitation i
                               where i.email = h.email and i.organisation_id = :organisation and i.closed_at is null
                                 and i.expires_at > :now) as asked
                from access.holder h where h.email = any (:emails)
                """)
                .param("organisation", structure.organisation().id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("emails", emails(rows))
                .query((row, number) -> new KnownAccount(
                        new AccountId(row.getLong("account_id")),
                        row.getString("email"),
                        row.getBoolean("disabled"),
                        row.getBoolean("asked")))
                .list();
        return new Known(structure, members, accounts, Days.today(clock));
    }

    private static String[] emails(Collection<StaffRow> rows) {
        return rows.stream()
                .flatMap(row -> EmailAddress.in(row.get(StaffColumn.EMAIL)).stream())
                .map(EmailAddress::value)
                .distinct()
                .toArray(String[]::new);
    }

    private static KnownMember member(ResultSet row, int number) throws SQLException {
        var posts = (Long[]) row.getArray("posts").getArray();
        return new KnownMember(
                new PersonId(row.getLong("person_id")),
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("staff_number"),
                Arrays.stream(posts).map(PostId::new).collect(Collectors.toSet()));
    }
}
