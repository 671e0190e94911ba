package org.espalier.development.conversation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.espalier.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells both sides of an agreed appraisal once, weeks before, that the next one is due; unless it has begun already. */
@Component
public class RemindOfAppraisals {
    /** How long before the day that was agreed for the next one both are reminded. */
    public static final int DAYS_BEFORE = 28;

    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final JdbcClient jdbc;
    private final Companions companions;
    private final Clock clock;

    RemindOfAppraisals(JdbcClient jdbc, Companions companions, Clock clock) {
        this.jdbc = jdbc;
        this.companions = companions;
        this.clock = clock.withZone(UK);
    }

    @Scheduled(
            fixedDelayString = "${espalier.assessment.remind-every:PT1H}",
            initialDelayString = "${espalier.assessment.remind-after:PT1M}")
    @Transactional
    void remindToday() {
        remind(LocalDate.now(clock));
    }

    /** Tells of what is due within the weeks after this day. */
    @Transactional
    public void remind(LocalDate today) {
        jdbc
                .sql("""
                update development.appraisal a set reminded_at = :now
                from person.named p, person.named o
                where a.stage = 'AGREED' and a.reminded_at is null and a.next_by <= :until
                  and p.person_id = a.person_id and o.person_id = a.other_id
                returning a.person_id, p.name as person, a.other_id, o.name as other, a.next_by,
                          exists (select 1 from development.appraisal n where n.person_id = a.person_id
                                  and n.id > a.id and n.stage <> 'CALLED_OFF') as begun
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("until", today.plusDays(DAYS_BEFORE))
                .query((row, number) -> new Due(
                        new PersonId(row.getLong("person_id")),
                        row.getString("person"),
                        new PersonId(row.getLong("other_id")),
                        row.getString("other"),
                        row.getObject("next_by", LocalDate.class),
                        row.getBoolean("begun")))
                .list()
                .stream()
                .filter(due -> !due.begun())
                .forEach(this::tell);
    }

    private record Due(
            PersonId person, String personName, PersonId other, String otherName, LocalDate nextBy, boolean begun) {}

    private void tell(Due due) {
        var day = Companions.day(due.nextBy());
        companions.tell(
                due.person(),
                "/conversations/appraisals/new",
                "development.notice.appraisal.due",
                due.otherName(),
                day);
        companions.tell(due.other(), "/conversations", "development.notice.appraisal.dueOther", due.personName(), day);
    }
}
