package org.espalier.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All organisations with their trees. The writing methods ask nobody for permission: they are called by use cases that
 * have.
 */
@Component
public class Organisations {
    private final JdbcClient jdbc;
    private final Clock clock;

    Organisations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every organisation, by name. */
    public List<Organisation> all() {
        return jdbc.sql("select id, slug, name from organisation.organisation order by lower(name), id")
                .query(Organisations::organisation)
                .list();
    }

    public Optional<Organisation> find(String slug) {
        return jdbc.sql("select id, slug, name from organisation.organisation where slug = :slug")
                .param("slug", slug)
                .query(Organisations::organisation)
                .optional();
    }

    /** What these units are called, closed ones too; in one statement. */
    public Map<UnitId, String> names(Collection<UnitId> units) {
        var names = new HashMap<UnitId, String>();
        jdbc.sql("select id, name from organisation.unit where id = any (:units)")
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query(row -> {
                    names.put(new UnitId(row.getLong("id")), row.getString("name"));
                });
        return names;
    }

    /** Its open units and posts. Two statements. */
    public Structure structure(Organisation organisation) {
        var units = jdbc.sql("""
                select id, parent_id, kind, name from organisation.unit
                where organisation_id = :organisation and closed_at is null
                order by lower(name), id
                """)
                .param("organisation", organisation.id().value())
                .query(Organisations::unit)
                .list();
        var posts = jdbc.sql("""
                select p.id, p.unit_id, r.id as reports_to, p.title, p.career_target
                from organisation.post p
                    left join organisation.post r on r.id = p.reports_to and r.closed_at is null
                where p.organisation_id = :organisation and p.closed_at is null
                order by lower(p.title), p.id
                """)
                .param("organisation", organisation.id().value())
                .query(Organisations::post)
                .list();
        return new Structure(organisation, units, posts);
    }

    /** As {@link #structure}; nobody else changes the tree until the end of this transaction. */
    @Transactional
    public Structure structureToChange(Organisation organisation) {
        jdbc.sql("select id from organisation.organisation where id = :id for update")
                .param("id", organisation.id().value())
                .query(Long.class)
                .single();
        return structure(organisation);
    }

    /** A new organisation, with the unit that is itself. */
    @Transactional
    public Organisation add(String name) {
        var slug = Slug.of(name);
        for (var number = 2; find(slug).isPresent(); number++) {
            slug = Slug.of(name) + "-" + number;
        }
        var added = jdbc.sql("""
                insert into organisation.organisation (slug, name, created_at) values (:slug, :name, :now)
                returning id, slug, name
                """)
                .param("slug", slug)
                .param("name", name)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Organisations::organisation)
                .single();
        insertUnit(added, null, Unit.Kind.ORGANISATION, name);
        return added;
    }

    /** Gives it another name, and its address stays; the unit that is itself goes with it. */
    @Transactional
    public void rename(Organisation organisation, String name) {
        jdbc.sql("update organisation.organisation set name = :name where id = :id")
                .param("id", organisation.id().value())
                .param("name", name)
                .update();
        jdbc.sql("update organisation.unit set name = :name where organisation_id = :id and parent_id is null")
                .param("id", organisation.id().value())
                .param("name", name)
                .update();
    }

    /** A new unit, against which {@link Structure#toUnit} has nothing to object. */
    public UnitId addUnit(Organisation organisation, UnitId parent, Unit.Kind kind, String name) {
        return insertUnit(organisation, parent, kind, name);
    }

    /** A new post, against which {@link Structure#toPost} has nothing to object. */
    public PostId addPost(
            Organisation organisation,
            UnitId unit,
            String title,
            @Nullable PostId reportsTo,
            @Nullable String careerTarget) {
        return jdbc.sql("""
                insert into organisation.post (organisation_id, unit_id, reports_to, title, career_target)
                values (:organisation, :unit, :reportsTo, :title, :careerTarget) returning id
                """)
                .param("organisation", organisation.id().value())
                .param("unit", unit.value())
                .param("reportsTo", reportsTo == null ? null : reportsTo.value())
                .param("title", title)
                .param("careerTarget", careerTarget)
                .query((row, number) -> new PostId(row.getLong("id")))
                .single();
    }

    /** New posts that report to nobody yet, by unit and title. One statement. */
    public Map<UnitId, Map<String, PostId>> addPosts(
            Organisation organisation, List<UnitId> units, List<String> titles) {
        var added = new HashMap<UnitId, Map<String, PostId>>();
        jdbc.sql("""
                insert into organisation.post (organisation_id, unit_id, title)
                select :organisation, p.unit_id, p.title
                from unnest(cast(:units as bigint[]), cast(:titles as text[])) as p (unit_id, title)
                returning id, unit_id, title
                """)
                .param("organisation", organisation.id().value())
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .param("titles", titles.toArray(String[]::new))
                .query(row -> {
                    added.computeIfAbsent(new UnitId(row.getLong("unit_id")), unit -> new HashMap<>())
                            .put(row.getString("title"), new PostId(row.getLong("id")));
                });
        return added;
    }

    /** Makes posts report to others; the caller has made sure that this leads round in no circle. One statement. */
    public void report(Organisation organisation, Map<PostId, PostId> reportsTo) {
        jdbc.sql("""
                update organisation.post p set reports_to = r.reports_to
                from unnest(cast(:posts as bigint[]), cast(:above as bigint[])) as r (post_id, reports_to)
                where p.id = r.post_id and p.organisation_id = :organisation
                """)
                .param("organisation", organisation.id().value())
                .param("posts", reportsTo.keySet().stream().map(PostId::value).toArray(Long[]::new))
                .param("above", reportsTo.values().stream().map(PostId::value).toArray(Long[]::new))
                .update();
    }

    /** Renames a unit and makes it a part of that one, with all below it, as {@link Structure#toChange} allows. */
    @Transactional
    public void changeUnit(Organisation organisation, UnitId unit, String name, UnitId parent) {
        jdbc.sql("""
                update organisation.unit set name = :name, parent_id = :parent
                where id = :id and organisation_id = :organisation
                """)
                .param("id", unit.value())
                .param("organisation", organisation.id().value())
                .param("name", name)
                .param("parent", parent.value())
                .update();
        jdbc.sql("""
                update organisation.unit u set path = above.path || u.path[cardinality(moved.path):]
                from organisation.unit moved, organisation.unit above
                where moved.id = :id and above.id = :parent and u.path @> array[moved.id]
                """).param("id", unit.value()).param("parent", parent.value()).update();
    }

    /** Closes a unit that {@link Structure#toClosing} has nothing to object to. */
    public void closeUnit(Organisation organisation, UnitId unit) {
        jdbc.sql("update organisation.unit set closed_at = :now where id = :id and organisation_id = :organisation")
                .param("id", unit.value())
                .param("organisation", organisation.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Changes a post as {@link Structure#toPost} allows. */
    public void changePost(Organisation organisation, Post post) {
        jdbc.sql("""
                update organisation.post
                set unit_id = :unit, title = :title, reports_to = :reportsTo, career_target = :careerTarget
                where id = :id and organisation_id = :organisation
                """)
                .param("id", post.id().value())
                .param("organisation", organisation.id().value())
                .param("unit", post.unit().value())
                .param("title", post.title())
                .param(
                        "reportsTo",
                        post.reportsTo() == null ? null : post.reportsTo().value(),
                        Types.BIGINT)
                .param("careerTarget", post.careerTarget(), Types.VARCHAR)
                .update();
    }

    /** Closes a post; those that reported to it report to the one above. */
    @Transactional
    public void closePost(Organisation organisation, PostId post) {
        jdbc.sql("""
                update organisation.post p set reports_to = closed.reports_to
                from organisation.post closed
                where closed.id = :id and closed.organisation_id = :organisation and p.reports_to = closed.id
                """)
                .param("id", post.value())
                .param("organisation", organisation.id().value())
                .update();
        jdbc.sql("update organisation.post set closed_at = :now where id = :id and organisation_id = :organisation")
                .param("id", post.value())
                .param("organisation", organisation.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private UnitId insertUnit(Organisation organisation, @Nullable UnitId parent, Unit.Kind kind, String name) {
        return jdbc.sql("""
                insert into organisation.unit (id, organisation_id, parent_id, kind, name, path)
                overriding system value
                select n.id, :organisation, :parent, :kind, :name,
                       (select u.path from organisation.unit u where u.id = :parent) || n.id
                from (select nextval(pg_get_serial_sequence('organisation.unit', 'id')) as id) n
                returning id
                """)
                .param("organisation", organisation.id().value())
                .param("parent", parent == null ? null : parent.value(), Types.BIGINT)
                .param("kind", kind.name())
                .param("name", name)
                .query((row, number) -> new UnitId(row.getLong("id")))
                .single();
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(new OrganisationId(row.getLong("id")), row.getString("slug"), row.getString("name"));
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", Long.class);
        return new Unit(
                new UnitId(row.getLong("id")),
                parent == null ? null : new UnitId(parent),
                Unit.Kind.valueOf(row.getString("kind")),
                row.getString("name"));
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        var reportsTo = row.getObject("reports_to", Long.class);
        return new Post(
                new PostId(row.getLong("id")),
                new UnitId(row.getLong("unit_id")),
                reportsTo == null ? null : new PostId(reportsTo),
                row.getString("title"),
                row.getString("career_target"));
    }
}
