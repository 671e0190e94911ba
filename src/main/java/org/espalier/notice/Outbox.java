package org.espalier.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.espalier.access.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters that wait for the mail server. A letter is claimed before it is tried, so that of several processes only
 * one tries it; one that was claimed and neither sent nor put back, because its process died, is tried again.
 */
@Component
class Outbox {
    /** How long a claim holds: longer than any attempt takes. */
    static final Duration CLAIM = Duration.ofMinutes(5);

    /** What has waited for this long is no news any more. It stays in the feed. */
    static final Duration NEWS_FOR = Duration.ofDays(7);

    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A letter whose turn it is.
     *
     * @param key the same at every attempt
     */
    record Due(long id, UUID key, AccountId account, String name, String address, Instant composedAt, int attempts) {}

    /** Puts all entries that are due into letters, one for each person. */
    @Transactional
    void compose() {
        dropWhatNobodyWants();
        jdbc.sql("""
                with due as (
                    select e.id, e.account_id
                    from notice.entry e left join notice.mail_choice c on c.account_id = e.account_id
                    where e.for_mail
                      and (e.urgent or coalesce(c.frequency, 'AT_ONCE') = 'AT_ONCE'
                           or e.noted_at < (cast(:digests as timestamptz[]))[c.digest_hour + 1])
                    for update of e skip locked),
                letters as (
                    insert into notice.letter (account_id, composed_at, next_attempt_at)
                    select distinct account_id, cast(:now as timestamptz), cast(:now as timestamptz) from due
                    returning id, account_id)
                update notice.entry e set for_mail = false, letter_id = l.id
                from due d join letters l on l.account_id = d.account_id
                where e.id = d.id
                """)
                .param(
                        "digests",
                        DigestHours.latest(clock.instant()).stream()
                                .map(Instant::toString)
                                .toArray(String[]::new))
                .param("now", now())
                .update();
    }

    /** What was read on the site in the meantime, is old, or is for somebody who wants no letters or has left. */
    private void dropWhatNobodyWants() {
        jdbc.sql("""
                update notice.entry e set for_mail = false
                from access.holder h left join notice.mail_choice c on c.account_id = h.account_id
                where e.for_mail and h.account_id = e.account_id
                  and (e.noted_at < :old
                       or (not e.urgent and (e.read_at is not null or c.frequency = 'NONE' or h.disabled)))
                """).param("old", at(clock.instant().minus(NEWS_FOR))).update();
    }

    /** The letter that has waited longest, if one is due; nobody else gets it while the claim holds. */
    Optional<Due> claim() {
        return jdbc.sql("""
                update notice.letter l set attempts = l.attempts + 1, next_attempt_at = :until
                from access.holder h
                where h.account_id = l.account_id and l.id = (
                    select id from notice.letter where next_attempt_at <= :now
                    order by next_attempt_at, id limit 1 for update skip locked)
                returning l.id, l.key, l.account_id, h.name, h.email, l.composed_at, l.attempts
                """)
                .param("until", at(clock.instant().plus(CLAIM)))
                .param("now", now())
                .query(Outbox::due)
                .optional();
    }

    /** What a letter tells, in the order in which it happened. */
    List<ActivityEntry> entries(Due letter) {
        return jdbc.sql("""
                select id, message_key, arguments, link, noted_at, read_at is not null as read from notice.entry
                where letter_id = :letter order by id
                """).param("letter", letter.id()).query(Activity::entry).list();
    }

    void sent(Due letter) {
        jdbc.sql("update notice.letter set sent_at = :now, next_attempt_at = null, failure = null where id = :id")
                .param("now", now())
                .param("id", letter.id())
                .update();
    }

    /** Puts a letter back, to be tried again after a while; false when it has waited too long and is given up. */
    boolean putBack(Due letter, String reason) {
        var wait = BACK_OFF.get(Math.min(letter.attempts(), BACK_OFF.size()) - 1);
        var next = clock.instant().plus(wait);
        var goesOn = next.isBefore(letter.composedAt().plus(NEWS_FOR));
        failed(letter, reason, goesOn ? at(next) : null);
        return goesOn;
    }

    /** Nobody will ever take it. */
    void giveUp(Due letter, String reason) {
        failed(letter, reason, null);
    }

    /** How many letters wait. */
    int waiting() {
        return jdbc.sql("select count(*) from notice.letter where next_attempt_at is not null")
                .query(Integer.class)
                .single();
    }

    private void failed(Due letter, String reason, @Nullable OffsetDateTime next) {
        jdbc.sql(
                        "update notice.letter set failure = :reason, next_attempt_at = cast(:next as timestamptz) where id = :id")
                .param("reason", reason)
                .param("next", next)
                .param("id", letter.id())
                .update();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                row.getString("email"),
                row.getObject("composed_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }
}
