package org.espalier.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.access.AccountId;
import org.espalier.access.Notification;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.VersionStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people once, weeks before, that sign-offs of theirs run out, so that they can ask to have them renewed. What has been
 * renewed or taken back already is not mentioned.
 */
@Component
public class RemindOfSignOffs {
    /** How long before the end somebody is reminded: an assessor needs time too. */
    public static final int DAYS_BEFORE = 42;

    private static final int MOST_IN_A_LINK = 40;
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final JdbcClient jdbc;
    private final PublishedVersions versions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RemindOfSignOffs(JdbcClient jdbc, PublishedVersions versions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${espalier.assessment.remind-every:PT1H}",
            initialDelayString = "${espalier.assessment.remind-after:PT1M}")
    @Transactional
    void remindNow() {
        remind(clock.instant());
    }

    /** Tells each person once of all that runs out within the weeks to come, one message for each framework. */
    @Transactional
    public void remind(Instant now) {
        record About(AccountId account, VersionId version) {}
        var due = new LinkedHashMap<About, List<RunningOut>>();
        for (var one : take(now)) {
            due.merge(new About(one.account(), one.version()), List.of(one), (before, more) -> Stream.concat(
                            before.stream(), more.stream())
                    .toList());
        }
        due.forEach((about, all) -> {
            if (versions.describe(about.version()).orElseThrow().status() != VersionStatus.WITHDRAWN) {
                events.publishEvent(
                        tell(about.account(), versions.find(about.version()).orElseThrow(), all));
            }
        });
    }

    private static Notification tell(AccountId account, FrameworkVersion version, List<RunningOut> all) {
        Set<StatementId> statements = new LinkedHashSet<>();
        all.forEach(one -> statements.add(one.statement()));
        var lastDay = LocalDate.ofInstant(all.getFirst().end().minusNanos(1), UK);
        var link = new StringBuilder("/me/frameworks/" + version.slug() + "/versions/" + version.number() + "/ask");
        var separator = '?';
        for (var statement : statements.stream().limit(MOST_IN_A_LINK).toList()) {
            link.append(separator)
                    .append("s=")
                    .append(version.statement(statement).orElseThrow().key());
            separator = '&';
        }
        return Notification.to(
                account,
                link.toString(),
                "assessment.tell.runsOut" + (statements.size() == 1 ? ".one" : ".other"),
                String.valueOf(statements.size()),
                version.title(),
                DAY.format(lastDay));
    }

    private record RunningOut(AccountId account, VersionId version, StatementId statement, Instant end) {}

    /** What is due now, the earliest first; from now on somebody has been reminded of it. */
    private List<RunningOut> take(Instant now) {
        return jdbc.sql("""
                with due as (
                    insert into assessment.claim_reminder (claim_id, reminded_at)
                    select c.id, :now from assessment.claim c
                    where c.kind in (1, 2) and c.valid_until > :now and c.valid_until <= :until
                      and not exists (select 1 from assessment.claim_reminder r where r.claim_id = c.id)
                      and not exists (select 1 from assessment.claim t where t.person_id = c.person_id
                          and t.version_id = c.version_id and t.statement_id = c.statement_id and t.revokes = c.id)
                      and not exists (select 1 from assessment.claim n where n.person_id = c.person_id
                          and n.version_id = c.version_id and n.statement_id = c.statement_id and n.kind in (1, 2)
                          and n.id <> c.id and (n.valid_until is null or n.valid_until > c.valid_until)
                          and not exists (select 1 from assessment.claim t where t.person_id = n.person_id
                              and t.version_id = n.version_id and t.statement_id = n.statement_id and t.revokes = n.id))
                    on conflict do nothing
                    returning claim_id)
                select n.account_id, c.version_id, c.statement_id, c.valid_until
                from due join assessment.claim c on c.id = due.claim_id join person.named n on n.person_id = c.person_id
                order by c.valid_until, c.id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(Duration.ofDays(DAYS_BEFORE)).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new RunningOut(
                        new AccountId(row.getLong("account_id")),
                        new VersionId(row.getLong("version_id")),
                        new StatementId(row.getLong("statement_id")),
                        row.getTimestamp("valid_until").toInstant()))
                .list();
    }
}
