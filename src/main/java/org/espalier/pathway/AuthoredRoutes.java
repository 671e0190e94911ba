package org.espalier.pathway;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.framework.VersionId;
import org.espalier.pathway.AuthoredRoute.Content;
import org.espalier.pathway.AuthoredRoute.Move;
import org.espalier.pathway.AuthoredRoute.Ref;
import org.espalier.pathway.AuthoredRoute.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The routes that authors have written, with what happened to each. */
@Component
public class AuthoredRoutes {
    private static final String ROUTE = """
            select r.id, r.state, r.revision, r.from_name, r.from_version, r.from_level, r.to_name, r.to_version,
                   r.to_level, r.kind, r.must, r.may, r.opportunities, r.by_employer, r.by_wider_system
            from pathway.route r
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuthoredRoutes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that everybody sees. One statement. */
    List<AuthoredRoute> published() {
        return jdbc.sql(ROUTE + "where r.state = 'PUBLISHED' order by r.id")
                .query(AuthoredRoutes::route)
                .list();
    }

    /** All of them, the latest change first. */
    public List<AuthoredRoute> all() {
        return jdbc.sql(ROUTE + "order by r.changed_at desc, r.id desc limit 500")
                .query(AuthoredRoutes::route)
                .list();
    }

    public Optional<AuthoredRoute> find(RouteId id) {
        return jdbc.sql(ROUTE + "where r.id = :id")
                .param("id", id.value())
                .query(AuthoredRoutes::route)
                .optional();
    }

    RouteId add(Content content, AccountId by) {
        var id = bind(jdbc.sql("""
                insert into pathway.route
                    (state, from_name, from_version, from_level, to_name, to_version, to_level, kind, must, may,
                     opportunities, by_employer, by_wider_system, changed_at, changed_by)
                values ('DRAFT', :fromName, :fromVersion, :fromLevel, :toName, :toVersion, :toLevel, :kind, :must, :may,
                        :opportunities, :byEmployer, :byWiderSystem, :now, :by)
                returning id
                """), content, by).query(Long.class).single();
        return new RouteId(id);
    }

    /** False when somebody has changed it since, or it is no draft. */
    boolean save(RouteId id, int revision, Content content, AccountId by) {
        return bind(jdbc.sql("""
                update pathway.route
                set from_name = :fromName, from_version = :fromVersion, from_level = :fromLevel, to_name = :toName,
                    to_version = :toVersion, to_level = :toLevel, kind = :kind, must = :must, may = :may,
                    opportunities = :opportunities, by_employer = :byEmployer, by_wider_system = :byWiderSystem,
                    changed_at = :now, changed_by = :by, revision = revision + 1
                where id = :id and revision = :revision and state = 'DRAFT'
                """), content, by)
                        .param("id", id.value())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** False when somebody has changed it since. */
    boolean move(AuthoredRoute route, Move move, State to, AccountId by) {
        return jdbc.sql("""
                with moved as (
                    update pathway.route set state = :to, revision = revision + 1, changed_at = :now, changed_by = :by
                    where id = :id and revision = :revision returning id)
                insert into pathway.route_move (route_id, move, made_by, made_at) select id, :move, :by, :now from moved
                """)
                        .param("to", to.name())
                        .param("now", now())
                        .param("by", by.value())
                        .param("id", route.id().value())
                        .param("revision", route.revision())
                        .param("move", move.name())
                        .update()
                == 1;
    }

    private StatementSpec bind(StatementSpec sql, Content content, AccountId by) {
        var bound = bind(bind(sql, "from", content.from()), "to", content.to());
        return bound.param("kind", content.kind().name())
                .param("must", content.must().toArray(String[]::new))
                .param("may", content.may().toArray(String[]::new))
                .param("opportunities", content.opportunities().toArray(String[]::new))
                .param("byEmployer", content.byEmployer().toArray(String[]::new))
                .param("byWiderSystem", content.byWiderSystem().toArray(String[]::new))
                .param("now", now())
                .param("by", by.value());
    }

    private static StatementSpec bind(StatementSpec sql, String which, Ref ref) {
        var listed = ref instanceof Ref.Listed one ? one : null;
        return sql.param(which + "Name", ref instanceof Ref.Named(var name) ? name : null, Types.VARCHAR)
                .param(
                        which + "Version",
                        listed == null ? null : listed.version().value(),
                        Types.BIGINT)
                .param(which + "Level", listed == null ? null : listed.level(), Types.VARCHAR);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static AuthoredRoute route(ResultSet row, int number) throws SQLException {
        return new AuthoredRoute(
                new RouteId(row.getLong("id")),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                new Content(
                        ref(row, "from"),
                        ref(row, "to"),
                        Route.Kind.valueOf(row.getString("kind")),
                        texts(row.getArray("must")),
                        texts(row.getArray("may")),
                        texts(row.getArray("opportunities")),
                        texts(row.getArray("by_employer")),
                        texts(row.getArray("by_wider_system"))));
    }

    private static Ref ref(ResultSet row, String which) throws SQLException {
        @Nullable Long version = row.getObject(which + "_version", Long.class);
        return version == null
                ? new Ref.Named(Objects.requireNonNull(row.getString(which + "_name")))
                : new Ref.Listed(new VersionId(version), row.getString(which + "_level"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
