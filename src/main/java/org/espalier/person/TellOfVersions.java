package org.espalier.person;

import org.espalier.access.AccountId;
import org.espalier.access.Notification;
import org.espalier.framework.VersionPublished;
import org.espalier.framework.VersionWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells everybody who aims in a framework that it has a new version, or that the one they aim in was withdrawn. Whoever
 * publishes local additions tells of those.
 */
@Component
class TellOfVersions {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TellOfVersions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    private record Aimer(AccountId account, String framework) {}

    @EventListener
    void published(VersionPublished version) {
        jdbc.sql("""
                select distinct p.account_id, e.title
                from framework.edition e
                    join person.target t on t.version_id = e.version_id and t.ended_at is null
                    join person.person p on p.id = t.person_id
                where e.slug = :slug and e.version_id <> :version and e.adds_to is null
                """)
                .param("slug", version.slug())
                .param("version", version.version().value())
                .query((row, number) -> new Aimer(new AccountId(row.getLong("account_id")), row.getString("title")))
                .list()
                .forEach(aimer ->
                        tell(aimer, "/frameworks/" + version.slug(), version.number(), "person.notice.newVersion"));
    }

    @EventListener
    void withdrawn(VersionWithdrawn version) {
        jdbc.sql("""
                select distinct p.account_id, e.title
                from framework.edition e
                    join person.target t on t.version_id = e.version_id and t.ended_at is null
                    join person.person p on p.id = t.person_id
                where e.version_id = :version and e.adds_to is null
                """)
                .param("version", version.version().value())
                .query((row, number) -> new Aimer(new AccountId(row.getLong("account_id")), row.getString("title")))
                .list()
                .forEach(aimer -> tell(
                        aimer,
                        "/frameworks/" + version.slug() + "/versions/" + version.number(),
                        version.number(),
                        "person.notice.versionWithdrawn"));
    }

    private void tell(Aimer aimer, String link, int number, String messageKey) {
        events.publishEvent(
                Notification.to(aimer.account(), link, messageKey, aimer.framework(), Integer.toString(number)));
    }
}
