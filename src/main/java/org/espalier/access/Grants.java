package org.espalier.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roles that people have in organisations. They are read anew each time, so that giving and ending one takes effect
 * at once. The writing methods ask nobody for permission: they are called by use cases that have.
 */
@Component
public class Grants {
    private static final String GRANT = """
            select g.id, g.account_id, g.organisation_id, g.role, g.unit_id, g.framework, g.root_group, g.task,
                   g.starts_at, g.ends_at, g.granted_by, g.ended_at
            from access.role_grant g
            """;
    private static final String IN_FORCE =
            " and g.ended_at is null and g.starts_at <= :now and (g.ends_at is null or g.ends_at > :now)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Grants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an account may do now, in all organisations. One statement. */
    public Authority of(AccountId account) {
        return new Authority(
                account,
                jdbc.sql(GRANT + "where g.account_id = :account" + IN_FORCE + " order by g.id")
                        .param("account", account.value())
                        .param("now", now())
                        .query(Grants::grant)
                        .list());
    }

    /** Everybody's grants of this role that are in force in an organisation. One statement. */
    public List<Grant> inForce(OrganisationId organisation, Role role) {
        return jdbc.sql(GRANT + "where g.organisation_id = :organisation and g.role = :role" + IN_FORCE
                        + " order by g.id")
                .param("organisation", organisation.value())
                .param("role", role.name())
                .param("now", now())
                .query(Grants::grant)
                .list();
    }

    /** Everybody's grants in an organisation that are not over, those that have not begun included. One statement. */
    public List<Grant> current(OrganisationId organisation) {
        return jdbc.sql(GRANT + """
                where g.organisation_id = :organisation and g.ended_at is null
                  and (g.ends_at is null or g.ends_at > :now) order by g.id
                """)
                .param("organisation", organisation.value())
                .param("now", now())
                .query(Grants::grant)
                .list();
    }

    /** All that an account has and had in an organisation, the latest first. */
    public List<Grant> ever(AccountId account, OrganisationId organisation) {
        return jdbc.sql(GRANT + """
                where g.account_id = :account and g.organisation_id = :organisation order by g.starts_at desc, g.id desc
                """)
                .param("account", account.value())
                .param("organisation", organisation.value())
                .query(Grants::grant)
                .list();
    }

    /** The grant with this number in an organisation. */
    public Optional<Grant> find(OrganisationId organisation, long id) {
        return jdbc.sql(GRANT + "where g.id = :id and g.organisation_id = :organisation")
                .param("id", id)
                .param("organisation", organisation.value())
                .query(Grants::grant)
                .optional();
    }

    /**
     * Gives a role; its number.
     *
     * @param until the first moment at which it counts no more, null when that is open
     * @param by null at the set-up of an installation
     */
    @Transactional
    public long add(
            AccountId account,
            OrganisationId organisation,
            Role role,
            Scope scope,
            Instant from,
            @Nullable Instant until,
            @Nullable AccountId by) {
        var columns = Columns.of(scope);
        return jdbc.sql("""
                insert into access.role_grant (account_id, organisation_id, role, unit_id, framework, root_group, task,
                                               starts_at, ends_at, granted_by, granted_at)
                values (:account, :organisation, :role, :unit, :framework, :group, :task, :from, :until, :by, :now)
                returning id
                """)
                .param("account", account.value())
                .param("organisation", organisation.value())
                .param("role", role.name())
                .param("unit", columns.unit(), Types.BIGINT)
                .param("framework", columns.framework(), Types.VARCHAR)
                .param("group", columns.group(), Types.VARCHAR)
                .param("task", columns.task(), Types.VARCHAR)
                .param("from", Sessions.at(from))
                .param("until", until == null ? null : Sessions.at(until), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by == null ? null : by.value(), Types.BIGINT)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** Ends a role now; false when somebody had ended it before. */
    public boolean end(Grant grant, AccountId by) {
        return jdbc.sql(
                                "update access.role_grant set ended_at = :now, ended_by = :by where id = :id and ended_at is null")
                        .param("id", grant.id())
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Ends all roles that an account has in an organisation. */
    public void endAll(AccountId account, OrganisationId organisation, AccountId by) {
        jdbc.sql("""
                update access.role_grant set ended_at = :now, ended_by = :by
                where account_id = :account and organisation_id = :organisation and ended_at is null
                """)
                .param("account", account.value())
                .param("organisation", organisation.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return Sessions.at(clock.instant());
    }

    /** A scope as the table holds it. */
    private record Columns(
            @Nullable Long unit,
            @Nullable String framework,
            @Nullable String group,
            @Nullable String task) {

        static Columns of(Scope scope) {
            return switch (scope) {
                case Scope.WholeOrganisation() -> new Columns(null, null, null, null);
                case Scope.UnitAndBelow(var unit) -> new Columns(unit.value(), null, null, null);
                case Scope.OneFramework(var slug) -> new Columns(null, slug, null, null);
                case Scope.Pillar(var slug, var group) -> new Columns(null, slug, group, null);
                case Scope.DelegatedTask(var name) -> new Columns(null, null, null, name);
            };
        }

        Scope scope() {
            if (unit != null) {
                return new Scope.UnitAndBelow(new UnitId(unit));
            }
            if (framework != null) {
                return group == null ? new Scope.OneFramework(framework) : new Scope.Pillar(framework, group);
            }
            return task == null ? new Scope.WholeOrganisation() : new Scope.DelegatedTask(task);
        }
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        var columns = new Columns(
                row.getObject("unit_id", Long.class),
                row.getString("framework"),
                row.getString("root_group"),
                row.getString("task"));
        var by = row.getObject("granted_by", Long.class);
        return new Grant(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                new OrganisationId(row.getLong("organisation_id")),
                Role.valueOf(row.getString("role")),
                columns.scope(),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                instant(row, "ends_at"),
                by == null ? null : new AccountId(by),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
