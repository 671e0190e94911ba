package org.espalier.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Place;
import org.espalier.organisation.PostId;
import org.espalier.organisation.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who belongs to which organisation and holds which posts. The writing methods ask nobody for permission: they are
 * called by use cases that have.
 */
@Component
public class Memberships {
    private static final String MEMBERSHIP = """
            select m.person_id, m.staff_number, m.joined_at, e.organisation_id, e.slug, e.name, e.root_unit_id,
                   h.since, p.post_id, p.title, p.unit_name, p.unit_path
            from person.membership m
                join organisation.employer e on e.organisation_id = m.organisation_id
                left join person.post_holding h on h.person_id = m.person_id
                    and h.organisation_id = m.organisation_id and h.until is null
                left join organisation.open_post p on p.post_id = h.post_id
            where m.left_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All organisations that somebody belongs to now, by name. One statement. */
    public List<Membership> of(PersonId person) {
        return memberships(jdbc.sql(MEMBERSHIP
                        + " and m.person_id = :person order by lower(e.name), e.organisation_id, h.since, h.id")
                .param("person", person.value())
                .query(Memberships::row)
                .list());
    }

    /** That somebody belongs to this organisation; empty when they do not. One statement. */
    public Optional<Membership> of(PersonId person, OrganisationId organisation) {
        return memberships(jdbc.sql(
                                MEMBERSHIP
                                        + " and m.person_id = :person and m.organisation_id = :organisation order by h.since, h.id")
                        .param("person", person.value())
                        .param("organisation", organisation.value())
                        .query(Memberships::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** The people of an organisation who have these staff numbers, by number in capitals. One statement. */
    public Map<String, Person> byStaffNumber(OrganisationId organisation, Collection<String> numbers) {
        var people = new HashMap<String, Person>();
        jdbc.sql("""
                select upper(m.staff_number) as number, n.id, n.account_id, n.name
                from person.membership m join person.person n on n.id = m.person_id
                where m.organisation_id = :organisation and m.left_at is null and upper(m.staff_number) = any(:numbers)
                """)
                .param("organisation", organisation.value())
                .param(
                        "numbers",
                        numbers.stream()
                                .map(number -> number.toUpperCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query(row -> {
                    people.put(row.getString("number"), People.person(row, 0));
                });
        return people;
    }

    /** Everywhere that somebody stands, in all organisations; {@code access.Authority} asks for it. One statement. */
    public List<Place> places(PersonId person) {
        return of(person).stream()
                .flatMap(membership -> membership.places().stream())
                .toList();
    }

    /** Everywhere that each of these people stands; who belongs nowhere is missing. One statement. */
    public Map<PersonId, List<Place>> places(Collection<PersonId> people) {
        var byPerson = new LinkedHashMap<PersonId, List<Row>>();
        jdbc.sql(MEMBERSHIP + " and m.person_id = any(:people) order by m.person_id, e.organisation_id, h.since, h.id")
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(Memberships::row)
                .list()
                .forEach(row -> byPerson.computeIfAbsent(row.person(), id -> new ArrayList<>())
                        .add(row));
        var places = new HashMap<PersonId, List<Place>>();
        byPerson.forEach((person, rows) -> places.put(
                person,
                memberships(rows).stream()
                        .flatMap(membership -> membership.places().stream())
                        .toList()));
        return places;
    }

    /** Makes somebody belong to an organisation; nothing happens when they do. */
    @Transactional
    public void join(PersonId person, OrganisationId organisation, @Nullable String staffNumber) {
        jdbc.sql("""
                insert into person.membership (person_id, organisation_id, staff_number, joined_at)
                values (:person, :organisation, :number, :now)
                on conflict (person_id, organisation_id) where left_at is null do nothing
                """)
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("number", staffNumber)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives somebody a post from this day on; nothing happens when they hold it. */
    @Transactional
    public void hold(PersonId person, OrganisationId organisation, PostId post, LocalDate since) {
        jdbc.sql("""
                insert into person.post_holding (person_id, organisation_id, post_id, since)
                values (:person, :organisation, :post, :since)
                on conflict (person_id, post_id) where until is null do nothing
                """)
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("post", post.value())
                .param("since", since)
                .update();
    }

    /** Many changes to the people of one organisation, to be made together. */
    public static final class Batch {
        private record Joining(PersonId person, String staffNumber) {}

        private record Holding(PersonId person, PostId post, LocalDate since) {}

        private record Ending(PersonId person, PostId post) {}

        private final List<Joining> joinings = new ArrayList<>();
        private final List<Holding> holdings = new ArrayList<>();
        private final List<Ending> endings = new ArrayList<>();

        /** Somebody belongs to the organisation, under this staff number. */
        public void join(PersonId person, String staffNumber) {
            joinings.add(new Joining(person, staffNumber));
        }

        public void hold(PersonId person, PostId post, LocalDate since) {
            holdings.add(new Holding(person, post, since));
        }

        public void giveUp(PersonId person, PostId post) {
            endings.add(new Ending(person, post));
        }
    }

    /** Makes many changes in three statements. */
    @Transactional
    public void apply(OrganisationId organisation, Batch batch) {
        jdbc.sql("""
                insert into person.membership (person_id, organisation_id, staff_number, joined_at)
                select j.person_id, :organisation, j.staff_number, :now
                from unnest(cast(:people as bigint[]), cast(:numbers as text[])) as j (person_id, staff_number)
                on conflict (person_id, organisation_id) where left_at is null
                do update set staff_number = excluded.staff_number
                """)
                .param("organisation", organisation.value())
                .param(
                        "people",
                        batch.joinings.stream().map(j -> j.person().value()).toArray(Long[]::new))
                .param(
                        "numbers",
                        batch.joinings.stream().map(Batch.Joining::staffNumber).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                update person.post_holding h set until = greatest(h.since, :today)
                from unnest(cast(:people as bigint[]), cast(:posts as bigint[])) as e (person_id, post_id)
                where h.person_id = e.person_id and h.post_id = e.post_id and h.organisation_id = :organisation
                  and h.until is null
                """)
                .param("organisation", organisation.value())
                .param(
                        "people",
                        batch.endings.stream().map(e -> e.person().value()).toArray(Long[]::new))
                .param(
                        "posts",
                        batch.endings.stream().map(e -> e.post().value()).toArray(Long[]::new))
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into person.post_holding (person_id, organisation_id, post_id, since)
                select h.person_id, :organisation, h.post_id, h.since
                from unnest(cast(:people as bigint[]), cast(:posts as bigint[]), cast(:since as date[]))
                    as h (person_id, post_id, since)
                on conflict (person_id, post_id) where until is null do nothing
                """)
                .param("organisation", organisation.value())
                .param(
                        "people",
                        batch.holdings.stream().map(h -> h.person().value()).toArray(Long[]::new))
                .param(
                        "posts",
                        batch.holdings.stream().map(h -> h.post().value()).toArray(Long[]::new))
                .param(
                        "since",
                        batch.holdings.stream().map(h -> h.since().toString()).toArray(String[]::new))
                .update();
    }

    /** Ends one post today; false when they do not hold it. */
    @Transactional
    public boolean giveUp(PersonId person, OrganisationId organisation, PostId post) {
        return jdbc.sql("""
                update person.post_holding set until = greatest(since, :today)
                where person_id = :person and organisation_id = :organisation and post_id = :post and until is null
                """)
                        .param("person", person.value())
                        .param("organisation", organisation.value())
                        .param("post", post.value())
                        .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Ends a membership now, with all posts in the organisation; false when there is none. */
    @Transactional
    public boolean leave(PersonId person, OrganisationId organisation) {
        jdbc.sql("""
                update person.post_holding set until = greatest(since, :today)
                where person_id = :person and organisation_id = :organisation and until is null
                """)
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                update person.membership set left_at = :now
                where person_id = :person and organisation_id = :organisation and left_at is null
                """)
                        .param("person", person.value())
                        .param("organisation", organisation.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Changes a staff number; false when it is somebody else's. */
    @Transactional
    public boolean number(PersonId person, OrganisationId organisation, @Nullable String staffNumber) {
        return jdbc.sql("""
                update person.membership m set staff_number = :number
                where person_id = :person and organisation_id = :organisation and left_at is null
                  and not exists (select 1 from person.membership o
                                  where o.organisation_id = :organisation and o.left_at is null
                                    and o.person_id <> :person and upper(o.staff_number) = upper(:number))
                """)
                        .param("person", person.value())
                        .param("organisation", organisation.value())
                        .param("number", staffNumber, Types.VARCHAR)
                        .update()
                == 1;
    }

    /** How many hold this post now. */
    public long holders(PostId post) {
        return jdbc.sql("select count(*) from person.post_holding where post_id = :post and until is null")
                .param("post", post.value())
                .query(Long.class)
                .single();
    }

    private record Row(
            PersonId person,
            Organisation organisation,
            UnitId root,
            @Nullable String staffNumber,
            Instant joinedAt,
            @Nullable HeldPost post) {}

    private static List<Membership> memberships(List<Row> rows) {
        var byOrganisation = new LinkedHashMap<OrganisationId, List<Row>>();
        rows.forEach(row -> byOrganisation
                .computeIfAbsent(row.organisation().id(), id -> new ArrayList<>())
                .add(row));
        return byOrganisation.values().stream().map(Memberships::membership).toList();
    }

    private static Membership membership(List<Row> rows) {
        var first = rows.getFirst();
        var posts = new ArrayList<HeldPost>();
        for (var row : rows) {
            if (row.post() != null) {
                posts.add(row.post());
            }
        }
        var places = posts.isEmpty()
                ? List.of(new Place(first.organisation().id(), List.of(first.root())))
                : posts.stream().map(HeldPost::place).distinct().toList();
        return new Membership(
                first.person(), first.organisation(), first.staffNumber(), first.joinedAt(), posts, places);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var organisation = new Organisation(
                new OrganisationId(row.getLong("organisation_id")), row.getString("slug"), row.getString("name"));
        var post = row.getObject("post_id", Long.class);
        return new Row(
                new PersonId(row.getLong("person_id")),
                organisation,
                new UnitId(row.getLong("root_unit_id")),
                row.getString("staff_number"),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                post == null
                        ? null
                        : new HeldPost(
                                new PostId(post),
                                row.getString("title"),
                                row.getString("unit_name"),
                                new Place(organisation.id(), units(row)),
                                row.getObject("since", LocalDate.class)));
    }

    private static List<UnitId> units(ResultSet row) throws SQLException {
        return Arrays.stream((Long[]) row.getArray("unit_path").getArray())
                .map(UnitId::new)
                .toList();
    }
}
