package org.espalier.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All local accounts. */
@Component
public class Accounts {
    private static final String ACCOUNT = """
            select a.id, a.email, a.name, a.password_hash is not null as has_password,
                   a.disabled_at is not null as disabled, a.created_at,
                   (select max(s.last_seen_at) from access.session s where s.account_id = a.id) as last_seen_at,
                   array(select r.role from access.account_role r where r.account_id = a.id) as roles
            from access.account a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An account that can sign in, with what its password is compared with. */
    record WithPassword(AccountId account, String passwordHash) {}

    /** Every account, by name. */
    public List<Account> all() {
        return jdbc.sql(ACCOUNT + "order by lower(a.name), a.id")
                .query(Accounts::account)
                .list();
    }

    /** How many accounts a page of {@link #matching} holds at most. */
    public static final int PAGE = 50;

    /**
     * A page of the accounts whose name or address holds these words, the newest first; one more than a page holds says
     * that there is a next one.
     *
     * @param words empty for every account
     * @param page from 1
     */
    public List<Account> matching(String words, int page) {
        return jdbc.sql(ACCOUNT + """
                where position(lower(:words) in lower(a.name)) > 0 or position(lower(:words) in a.email) > 0
                order by a.id desc limit :size offset :offset
                """)
                .param("words", words)
                .param("size", PAGE + 1)
                .param("offset", (page - 1L) * PAGE)
                .query(Accounts::account)
                .list();
    }

    /** The enabled accounts that hold this role of the installation. */
    public List<AccountId> holding(Role role) {
        return jdbc.sql("""
                select r.account_id from access.account_role r join access.account a on a.id = r.account_id
                where r.role = :role and a.disabled_at is null order by r.account_id
                """)
                .param("role", role.name())
                .query((row, n) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    public Account get(AccountId id) {
        return jdbc.sql(ACCOUNT + "where a.id = :id")
                .param("id", id.value())
                .query(Accounts::account)
                .optional()
                .orElseThrow(() -> new Problem.NotFound("access.problem.noAccount"));
    }

    /** The account that signs in with this address. */
    public Optional<Account> find(EmailAddress email) {
        return jdbc.sql(ACCOUNT + "where a.email = :email")
                .param("email", email.value())
                .query(Accounts::account)
                .optional();
    }

    Optional<WithPassword> withPassword(EmailAddress email) {
        return jdbc.sql("""
                select id, password_hash from access.account
                where email = :email and password_hash is not null and disabled_at is null
                """)
                .param("email", email.value())
                .query(Accounts::withPassword)
                .optional();
    }

    Optional<WithPassword> withPassword(AccountId id) {
        return jdbc.sql("""
                select id, password_hash from access.account
                where id = :id and password_hash is not null and disabled_at is null
                """)
                .param("id", id.value())
                .query(Accounts::withPassword)
                .optional();
    }

    /** Adds an account; empty when the address is another account's. */
    Optional<AccountId> add(EmailAddress email, String name, Collection<Role> roles, @Nullable String passwordHash) {
        var added = jdbc.sql("""
                insert into access.account (email, name, password_hash, created_at) values (:email, :name, :hash, :now)
                on conflict (email) do nothing returning id
                """)
                .param("email", email.value())
                .param("name", name)
                .param("hash", passwordHash)
                .param("now", Sessions.at(clock.instant()))
                .query(Long.class)
                .optional()
                .map(AccountId::new);
        added.ifPresent(id -> addRoles(id, roles));
        return added;
    }

    /** Adds accounts without roles and passwords; those whose address is taken are left out. */
    Map<EmailAddress, AccountId> addAll(Map<EmailAddress, String> names) {
        var added = new HashMap<EmailAddress, AccountId>();
        jdbc.sql("""
                insert into access.account (email, name, created_at)
                select n.email, n.name, :now from unnest(cast(:emails as text[]), cast(:names as text[])) as n (email, name)
                on conflict (email) do nothing returning id, email
                """)
                .param(
                        "emails",
                        names.keySet().stream().map(EmailAddress::value).toArray(String[]::new))
                .param("names", names.values().toArray(String[]::new))
                .param("now", Sessions.at(clock.instant()))
                .query(row -> {
                    added.put(new EmailAddress(row.getString("email")), new AccountId(row.getLong("id")));
                });
        return added;
    }

    void setPassword(AccountId id, String passwordHash) {
        jdbc.sql("update access.account set password_hash = :hash where id = :id")
                .param("hash", passwordHash)
                .param("id", id.value())
                .update();
    }

    void change(AccountId id, String name, Collection<Role> roles) {
        jdbc.sql("update access.account set name = :name where id = :id")
                .param("name", name)
                .param("id", id.value())
                .update();
        jdbc.sql("delete from access.account_role where account_id = :id")
                .param("id", id.value())
                .update();
        addRoles(id, roles);
    }

    void disable(AccountId id, @Nullable Instant since) {
        jdbc.sql("update access.account set disabled_at = :since where id = :id")
                .param("since", since == null ? null : Sessions.at(since), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id.value())
                .update();
    }

    private void addRoles(AccountId id, Collection<Role> roles) {
        jdbc.sql("insert into access.account_role (account_id, role) select :id, unnest(:roles)")
                .param("id", id.value())
                .param("roles", roles.stream().map(Role::name).distinct().toArray(String[]::new))
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var lastSeen = row.getObject("last_seen_at", OffsetDateTime.class);
        return new Account(
                new AccountId(row.getLong("id")),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                Arrays.stream(Sessions.strings(row.getArray("roles")))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("has_password"),
                row.getBoolean("disabled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastSeen == null ? null : lastSeen.toInstant());
    }

    private static WithPassword withPassword(ResultSet row, int number) throws SQLException {
        return new WithPassword(new AccountId(row.getLong("id")), row.getString("password_hash"));
    }
}
