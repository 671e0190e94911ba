package org.espalier.assessment.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

    /** Tells after the pause, unless the act is undone before. */
    public void later(long act, List<Notification> notifications) {
        for (var one : notifications) {
            jdbc.sql("""
                    insert into assessment.telling (act, account_id, due_at, message_key, arguments, link)
                    values (:act, :account, :due, :key, :arguments, :link)
                    """)
                    .param("act", act)
                    .param("account", one.to().value())
                    .param("due", clock.instant().plus(PAUSE).atOffset(ZoneOffset.UTC))
                    .param("key", one.messageKey())
                    .param("arguments", one.arguments().toArray(String[]::new))
                    .param("link", one.link())
                    .update();
        }
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
