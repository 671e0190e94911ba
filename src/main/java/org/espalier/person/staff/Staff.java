package org.espalier.person.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.organisation.PostId;
import org.espalier.organisation.UnitId;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An organisation's people, as far as an insider sees them. */
@Component
public class Staff {
    public static final int ON_A_PAGE = 50;

    private final JdbcClient jdbc;

    Staff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some of those that were looked for.
     *
     * @param total how many there are on all pages
     */
    public record Found(List<StaffMember> members, int page, long total) {
        public int pages() {
            return (int) ((total + ON_A_PAGE - 1) / ON_A_PAGE);
        }
    }

    /**
     * A page of the people in view, by name. One statement.
     *
     * @param words part of a name, an address or a staff number; empty for all
     * @param within only people with a post in or below this unit, null for all
     * @param page counted from 1
     */
    public Found find(Insider insider, String words, @Nullable UnitId within, int page) {
        var view = insider.inView();
        if (view.nobody()) {
            throw Insiders.notFound();
        }
        record Row(StaffMember member, long total) {}
        var rows = jdbc.sql(members("""
                  and (:words = '' or h.name ilike :like or h.email ilike :like or m.staff_number ilike :like)
                  and (:everybody or exists (
                      select 1 from person.post_holding ph join organisation.open_post p on p.post_id = ph.post_id
                      where ph.person_id = m.person_id and ph.organisation_id = m.organisation_id and ph.until is null
                        and p.unit_path && cast(:view as bigint[])))
                  and (cast(:within as bigint) is null or exists (
                      select 1 from person.post_holding ph join organisation.open_post p on p.post_id = ph.post_id
                      where ph.person_id = m.person_id and ph.organisation_id = m.organisation_id and ph.until is null
                        and p.unit_path @> array[cast(:within as bigint)]))
                order by lower(h.name), m.person_id
                limit :limit offset :offset
                """))
                .param("organisation", insider.organisation().id().value())
                .param("words", words)
                .param(
                        "like",
                        "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("everybody", view.everybody())
                .param("view", view.units().stream().map(UnitId::value).toArray(Long[]::new))
                .param("within", within == null ? null : within.value(), Types.BIGINT)
                .param("limit", ON_A_PAGE)
                .param("offset", (page - 1L) * ON_A_PAGE)
                .query((row, number) -> new Row(member(row, number), row.getLong("total")))
                .list();
        return new Found(
                rows.stream().map(Row::member).toList(),
                page,
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    /** Everybody in view. One statement. */
    public Set<PersonId> inView(Insider insider) {
        var view = insider.inView();
        return new HashSet<>(jdbc.sql("""
                select m.person_id from person.membership m
                where m.organisation_id = :organisation and m.left_at is null
                  and (:everybody or exists (
                      select 1 from person.post_holding ph join organisation.open_post p on p.post_id = ph.post_id
                      where ph.person_id = m.person_id and ph.organisation_id = m.organisation_id and ph.until is null
                        and p.unit_path && cast(:view as bigint[])))
                """)
                .param("organisation", insider.organisation().id().value())
                .param("everybody", view.everybody())
                .param("view", view.units().stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, number) -> new PersonId(row.getLong("person_id")))
                .list());
    }

    /** One of the organisation's people, whoever asks. One statement. */
    Optional<StaffMember> one(Insider insider, PersonId person) {
        return jdbc.sql(members("and m.person_id = :person"))
                .param("organisation", insider.organisation().id().value())
                .param("person", person.value())
                .query(Staff::member)
                .optional();
    }

    /** Those who belong to this organisation alone and have not set a password yet, by name; in one statement. */
    List<StaffMember> waiting(Insider insider) {
        return jdbc.sql(members("""
                  and not h.has_password and not h.disabled
                  and not exists (select 1 from person.membership o
                                  where o.person_id = m.person_id and o.left_at is null and o.id <> m.id)
                """))
                .param("organisation", insider.organisation().id().value())
                .query(Staff::member)
                .list();
    }

    /** Those who have a role in the organisation, by account; in one statement. */
    public List<StaffMember> with(Insider insider, List<AccountId> accounts) {
        return jdbc.sql(members("and n.account_id = any (:accounts)"))
                .param("organisation", insider.organisation().id().value())
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(Staff::member)
                .list();
    }

    /** How many hold each post of the organisation now; posts that nobody holds are left out. One statement. */
    public Map<PostId, Long> holders(Insider insider) {
        var holders = new HashMap<PostId, Long>();
        jdbc.sql("""
                select post_id, count(*) as holders from person.post_holding
                where organisation_id = :organisation and until is null group by post_id
                """).param("organisation", insider.organisation().id().value()).query(row -> {
            holders.put(new PostId(row.getLong("post_id")), row.getLong("holders"));
        });
        return holders;
    }

    /** Those people of an organisation, by name, of which a condition holds. Posts are looked up for these alone. */
    private static String members(String condition) {
        return """
                with found as (
                    select m.person_id, m.organisation_id, h.account_id, h.name, h.email, m.staff_number,
                           not h.has_password as waiting, count(*) over () as total
                    from person.membership m
                        join person.person n on n.id = m.person_id
                        join access.holder h on h.account_id = n.account_id
                    where m.organisation_id = :organisation and m.left_at is null
                """ + condition + """
                )
                select found.*,
                       array(select p.title || ', ' || p.unit_name
                             from person.post_holding ph join organisation.open_post p on p.post_id = ph.post_id
                             where ph.person_id = found.person_id and ph.organisation_id = found.organisation_id
                               and ph.until is null
                             order by ph.since, ph.id) as posts
                from found order by lower(found.name), found.person_id
                """;
    }

    private static StaffMember member(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                new PersonId(row.getLong("person_id")),
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                row.getString("email"),
                row.getString("staff_number"),
                row.getBoolean("waiting"),
                new ArrayList<>(List.of((String[]) row.getArray("posts").getArray())));
    }
}
