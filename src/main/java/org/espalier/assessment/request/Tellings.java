package org.espalier.assessment.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.espalier.access.AccountId;
import org.espalier.access.Notification;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what was decided about them: a minute later, so that a slip can be undone before anybody knows of it. */
@Component
public class Tellings {
    /** How long a decision can be undone. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tellings(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Tells now, within this transaction. */
    public void now(Notification notification) {
        events.publishEvent(notification);
    }

    /** Tells after the pause, unless the act is undone before. One statement, however many are told. */
    public void later(long act, List<Notification> notifications) {
        var arguments = new ArrayList<String>();
        var ofWhich = new ArrayList<Integer>();
        for (var n = 0; n < notifications.size(); n++) {
            arguments.addAll(notifications.get(n).arguments());
            ofWhich.addAll(Collections.nCopies(notifications.get(n).arguments().size(), n + 1));
        }
        jdbc.sql("""
                insert into assessment.telling (act, account_id, due_at, message_key, arguments, link)
                select :act, t.account, :due, t.key,
                       array(select a.argument
                             from unnest(cast(:arguments as text[]), cast(:ofWhich as int[])) with ordinality
                                  as a (argument, of_which, position)
                             where a.of_which = t.number order by a.position),
                       t.link
                from unnest(cast(:accounts as bigint[]), cast(:keys as text[]), cast(:links as text[])) with ordinality
                     as t (account, key, link, number)
                """)
                .param("act", act)
                .param("due", clock.instant().plus(PAUSE).atOffset(ZoneOffset.UTC))
                .param("arguments", arguments.toArray(String[]::new))
                .param("ofWhich", ofWhich.toArray(Integer[]::new))
                .param(
                        "accounts",
                        notifications.stream().map(one -> one.to().value()).toArray(Long[]::new))
                .param(
                        "keys",
                        notifications.stream().map(Notification::messageKey).toArray(String[]::new))
                .param("links", notifications.stream().map(Notification::link).toArray(String[]::new))
                .update();
    }

    /** Tells one person nothing of this act; false when they have been told, or never were to be. */
    public boolean keepBack(long act, AccountId person) {
        return jdbc.sql("delete from assessment.telling where act = :act and account_id = :person")
                        .param("act", act)
                        .param("person", person.value())
                        .update()
                > 0;
    }

    /** Tells one person nothing of one thing in these acts; false when they have been told, or never were to be. */
    boolean keepBack(Collection<Long> acts, AccountId person, String link) {
        return jdbc.sql(
                                "delete from assessment.telling where act = any(:acts) and account_id = :person and link = :link")
                        .param("acts", acts.toArray(Long[]::new))
                        .param("person", person.value())
                        .param("link", link)
                        .update()
                > 0;
    }

    /** Tells nobody of this act; false when somebody has been told. */
    public boolean keepBack(long act) {
        return jdbc.sql("delete from assessment.telling where act = :act")
                        .param("act", act)
                        .update()
                > 0;
    }

    /** Whether nobody has been told of this act yet. */
    public boolean isUntold(long act) {
        return jdbc.sql("select exists (select 1 from assessment.telling where act = :act)")
                .param("act", act)
                .query(Boolean.class)
                .single();
    }

    @Scheduled(
            fixedDelayString = "${espalier.assessment.tell-every:PT5S}",
            initialDelayString = "${espalier.assessment.tell-every:PT5S}")
    @Transactional
    void tellWhatIsDue() {
        tell(clock.instant());
    }

    /** Tells all that is due by then. */
    @Transactional
    public void tell(Instant due) {
        jdbc.sql("""
                delete from assessment.telling
                where id in (select id from assessment.telling where due_at <= :due for update skip locked)
                returning account_id, message_key, arguments, link
                """)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Notification(
                        new AccountId(row.getLong("account_id")),
                        row.getString("message_key"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getString("link")))
                .list()
                .forEach(events::publishEvent);
    }
}
