package org.espalier.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links with which a person sets the password of an account, first or forgotten. */
@Component
public class PasswordLinks {
    /** How long a link works. */
    public static final Duration VALID_FOR = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PasswordLinks(
            JdbcClient jdbc,
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
        this.events = events;
    }

    /** A new link's token for this account; the last link stops working, and whoever has a password already is told. */
    @Transactional
    public SecretToken issue(Actor administrator, AccountId account) {
        administrator.require(Role.ADMINISTRATOR);
        if (accounts.get(account).hasPassword()) {
            events.publishEvent(
                    Notification.to(account, "/account", "access.notice.signIn.link", administrator.name()));
        }
        return issueAtSetUp(account);
    }

    /** As {@link #issue}, from the command line, where nobody's role is asked for. */
    @Transactional
    public SecretToken issueAtSetUp(AccountId account) {
        var token = SecretToken.random();
        jdbc.sql("""
                insert into access.password_link (account_id, token_hash, expires_at) values (:account, :hash, :expires)
                on conflict (account_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
                """)
                .param("account", account.value())
                .param("hash", token.sha256())
                .param("expires", Sessions.at(clock.instant().plus(VALID_FOR)))
                .update();
        return token;
    }

    /** As {@link #issueFirst(Collection)}, for one. */
    @Transactional
    public Optional<SecretToken> issueFirst(AccountId account) {
        return Optional.ofNullable(issueFirst(List.of(account)).get(account));
    }

    /**
     * First links for people whom an organisation brought in and who have not set a password yet: its administrators may
     * hand them on, the caller has asked. Accounts that have a password, or a role in the whole installation, are left
     * out, so that nobody can take one over. Two statements.
     */
    @Transactional
    public Map<AccountId, SecretToken> issueFirst(Collection<AccountId> accounts) {
        var tokens = new LinkedHashMap<AccountId, SecretToken>();
        jdbc.sql("""
                select a.id from access.account a
                where a.id = any (:accounts) and a.password_hash is null and a.disabled_at is null
                  and not exists (select 1 from access.account_role r where r.account_id = a.id)
                """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(Long.class)
                .list()
                .forEach(id -> tokens.put(new AccountId(id), SecretToken.random()));
        jdbc.sql("""
                insert into access.password_link (account_id, token_hash, expires_at)
                select n.account_id, decode(n.hash, 'hex'), :expires
                from unnest(cast(:accounts as bigint[]), cast(:hashes as text[])) as n (account_id, hash)
                on conflict (account_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
                """)
                .param(
                        "accounts",
                        tokens.keySet().stream().map(AccountId::value).toArray(Long[]::new))
                .param(
                        "hashes",
                        tokens.values().stream()
                                .map(token -> HexFormat.of().formatHex(token.sha256()))
                                .toArray(String[]::new))
                .param("expires", Sessions.at(clock.instant().plus(VALID_FOR)))
                .update();
        return tokens;
    }

    /** The account whose password this link sets; empty when the link is used, replaced or too old. */
    public Optional<Account> find(SecretToken token) {
        return jdbc.sql("""
                select l.account_id from access.password_link l join access.account a on a.id = l.account_id
                where l.token_hash = :hash and l.expires_at > :now and a.disabled_at is null
                """)
                .param("hash", token.sha256())
                .param("now", Sessions.at(clock.instant()))
                .query(Long.class)
                .optional()
                .map(id -> accounts.get(new AccountId(id)));
    }

    /**
     * Uses the link up: sets the password, ends the account's sessions and opens a new one, whose token it returns.
     * Empty when the link no longer works. The password must have passed {@link PasswordRule}.
     */
    @Transactional
    public Optional<SecretToken> redeem(SecretToken token, String password) {
        if (find(token).isEmpty()) {
            return Optional.empty();
        }
        var hash = passwords.hash(password);
        return jdbc.sql("delete from access.password_link where token_hash = :hash returning account_id")
                .param("hash", token.sha256())
                .query(Long.class)
                .optional()
                .map(AccountId::new)
                .map(account -> {
                    accounts.setPassword(account, hash);
                    sessions.closeAll(account);
                    events.publishEvent(Notification.to(account, "/account", "access.notice.signIn.password"));
                    return sessions.open(account);
                });
    }
}
