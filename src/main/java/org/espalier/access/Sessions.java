package org.espalier.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who is signed in. Sessions stand in the database; those seen in the last seconds are also held in memory, so that a
 * page costs no SQL for its session. What ends a session here ends it in memory too.
 */
@Component
public class Sessions {
    private static final Duration HELD_FOR = Duration.ofSeconds(5);
    private static final int HELD_AT_MOST = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<ByteBuffer, @Nullable Session> held;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.held = Caffeine.newBuilder()
                .expireAfterWrite(HELD_FOR)
                .maximumSize(HELD_AT_MOST)
                .build();
    }

    /** The session this token opens, unless it is over or its account disabled; notes that it was seen. */
    public Optional<Session> find(SecretToken token) {
        var key = ByteBuffer.wrap(token.sha256());
        var now = clock.instant();
        var session = held.get(key, this::load);
        if (session == null || session.isOver(now)) {
            return Optional.empty();
        }
        if (session.isDueForANote(now)) {
            note(key, now);
        }
        return Optional.of(session);
    }

    /** Begins a session for this account and clears away those that are over. */
    SecretToken open(AccountId account) {
        var token = SecretToken.random();
        var now = clock.instant();
        jdbc.sql("delete from access.session where expires_at < :now or last_seen_at < :pause")
                .param("now", at(now))
                .param("pause", at(now.minus(Session.LONGEST_PAUSE)))
                .update();
        jdbc.sql("""
                insert into access.session (token_hash, account_id, csrf_token, created_at, last_seen_at, expires_at)
                values (:hash, :account, :csrf, :now, :now, :expires)
                """)
                .param("hash", token.sha256())
                .param("account", account.value())
                .param("csrf", SecretToken.random().value())
                .param("now", at(now))
                .param("expires", at(now.plus(Session.LONGEST)))
                .update();
        return token;
    }

    /** Ends one session. */
    void close(SecretToken token) {
        jdbc.sql("delete from access.session where token_hash = :hash")
                .param("hash", token.sha256())
                .update();
        afterCommit(() -> held.invalidate(ByteBuffer.wrap(token.sha256())));
    }

    /** Ends every session of an account. */
    void closeAll(AccountId account) {
        jdbc.sql("delete from access.session where account_id = :account")
                .param("account", account.value())
                .update();
        reread(account);
    }

    /** Makes the next request of each of an account's sessions read it anew: its name or roles have changed. */
    void reread(AccountId account) {
        afterCommit(() -> held.asMap()
                .values()
                .removeIf(session -> session.actor().account().equals(account)));
    }

    private @Nullable Session load(ByteBuffer key) {
        return jdbc.sql("""
                select s.account_id, a.name, s.csrf_token, s.last_seen_at, s.expires_at,
                       array(select r.role from access.account_role r where r.account_id = a.id) as roles,
                       array(select distinct g.role from access.role_grant g
                             where g.account_id = a.id and g.ended_at is null and g.starts_at <= :now
                               and (g.ends_at is null or g.ends_at > :now)) as somewhere
                from access.session s join access.account a on a.id = s.account_id
                where s.token_hash = :hash and a.disabled_at is null
                """)
                .param("hash", key.array())
                .param("now", at(clock.instant()))
                .query(Sessions::session)
                .optional()
                .orElse(null);
    }

    private void note(ByteBuffer key, Instant now) {
        jdbc.sql("update access.session set last_seen_at = :now where token_hash = :hash and last_seen_at < :now")
                .param("now", at(now))
                .param("hash", key.array())
                .update();
        held.asMap().computeIfPresent(key, (hash, session) -> session.seen(now));
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                new Actor(new AccountId(row.getLong("account_id")), row.getString("name"), roles(row, "roles")),
                roles(row, "somewhere"),
                row.getString("csrf_token"),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Set<Role> roles(ResultSet row, String column) throws SQLException {
        return Arrays.stream(strings(row.getArray(column))).map(Role::valueOf).collect(Collectors.toSet());
    }

    static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
