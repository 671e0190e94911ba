package org.espalier.notice;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.access.Notification;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Everybody's feed of what happened to them. */
@Component
public class Activity {
    /** The highest number of unread entries that is counted. */
    public static final int COUNTED = 100;

    private static final Duration COUNT_HELD_FOR = Duration.ofSeconds(30);
    private static final int COUNTS_HELD_AT_MOST = 10_000;

    /** How the keys of messages begin that nobody can turn off, because they guard the account. */
    private static final String URGENT = "access.notice.signIn.";

    private final JdbcClient jdbc;
    private final Mail mail;
    private final Clock clock;

    /** A page costs no SQL for it; what changes it here drops it at once. */
    private final LoadingCache<AccountId, Integer> unread;

    Activity(JdbcClient jdbc, Mail mail, Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
        this.unread = Caffeine.newBuilder()
                .expireAfterWrite(COUNT_HELD_FOR)
                .maximumSize(COUNTS_HELD_AT_MOST)
                .build(this::countUnread);
    }

    /** Notes it in the transaction in which it happened: what is rolled back is never told. */
    @EventListener
    void note(Notification notification) {
        jdbc.sql("""
                insert into notice.entry (account_id, message_key, arguments, link, noted_at, for_mail, urgent)
                values (:account, :key, :arguments, :link, :now, :mail, :urgent)
                """)
                .param("account", notification.to().value())
                .param("key", notification.messageKey())
                .param("arguments", notification.arguments().toArray(String[]::new))
                .param("link", notification.link())
                .param("now", now())
                .param("mail", mail.isOn())
                .param("urgent", notification.messageKey().startsWith(URGENT))
                .update();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void countAnew(Notification notification) {
        unread.invalidate(notification.to());
    }

    /** How many entries are unread, at most {@link #COUNTED}. One statement, or none. */
    public int unread(AccountId account) {
        return unread.get(account);
    }

    /** The latest entries before this one, the newest first. One statement. */
    public List<ActivityEntry> before(AccountId account, long id, int atMost) {
        return jdbc.sql("""
                select id, message_key, arguments, link, noted_at, read_at is not null as read from notice.entry
                where account_id = :account and id < :before
                order by id desc limit :most
                """)
                .param("account", account.value())
                .param("before", id)
                .param("most", atMost)
                .query(Activity::entry)
                .list();
    }

    /** Marks an entry as read and says where it leads; empty when it is none of theirs. */
    public Optional<String> open(AccountId account, long id) {
        var link = jdbc.sql("""
                update notice.entry set read_at = coalesce(read_at, :now) where id = :id and account_id = :account
                returning link
                """)
                .param("now", now())
                .param("id", id)
                .param("account", account.value())
                .query(String.class)
                .optional();
        unread.invalidate(account);
        return link;
    }

    /** Marks all entries up to this one as read. What came after it was not on the page, and stays unread. */
    public void markRead(AccountId account, long upTo) {
        jdbc.sql("""
                update notice.entry set read_at = :now
                where account_id = :account and id <= :last and read_at is null
                """)
                .param("now", now())
                .param("account", account.value())
                .param("last", upTo)
                .update();
        unread.invalidate(account);
    }

    private int countUnread(AccountId account) {
        return jdbc.sql("""
                select count(*) from (
                    select from notice.entry where account_id = :account and read_at is null limit :most) unread
                """)
                .param("account", account.value())
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static ActivityEntry entry(ResultSet row, int number) throws SQLException {
        return new ActivityEntry(
                row.getLong("id"),
                row.getString("message_key"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getString("link"),
                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("read"));
    }
}
