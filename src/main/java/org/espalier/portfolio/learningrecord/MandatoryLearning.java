package org.espalier.portfolio.learningrecord;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.AccountId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody's mandatory learning. What a person wrote and what an organisation wrote never touch each other. */
@Component
public class MandatoryLearning {
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;
    private final Clock clock;

    MandatoryLearning(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of a person's.
     *
     * @param writtenBy the organisation that brought it in; null when the person did
     * @param latest false when the same subject was learnt again later
     */
    public record Kept(
            long id, MandatoryItem item, @Nullable String writtenBy, boolean latest) {}

    /** All of a person's: what runs out first comes first. One SQL statement. */
    public List<Kept> of(PersonId person) {
        return jdbc.sql("""
                select l.*, e.name as organisation,
                       l.id = first_value(l.id) over (partition by l.subject_key
                                                      order by l.completed_on desc, l.expires_on desc nulls first, l.id desc)
                           as latest
                from portfolio.mandatory_learning l
                    left join organisation.employer e on e.organisation_id = nullif(l.organisation_id, 0)
                where l.person_id = :person and l.removed_at is null
                order by l.expires_on nulls last, lower(l.subject), l.id
                """)
                .param("person", person.value())
                .query((row, number) ->
                        new Kept(row.getLong("id"), item(row), row.getString("organisation"), row.getBoolean("latest")))
                .list();
    }

    /** What stands here for these people from one hand, by what makes it the same. */
    Map<PersonId, Map<MandatoryItem.Key, MandatoryItem>> from(
            @Nullable OrganisationId organisation, Collection<PersonId> people) {
        var known = new HashMap<PersonId, Map<MandatoryItem.Key, MandatoryItem>>();
        jdbc.sql("""
                select * from portfolio.mandatory_learning
                where person_id = any(:people) and organisation_id = :organisation and removed_at is null
                """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("organisation", organisation == null ? NOBODY : organisation.value())
                .query(row -> {
                    var item = item(row);
                    known.computeIfAbsent(new PersonId(row.getLong("person_id")), first -> new HashMap<>())
                            .put(new MandatoryItem.Key(row.getString("subject_key"), item.completed()), item);
                });
        return known;
    }

    /** An item of a person's. */
    record Of(PersonId person, MandatoryItem item) {}

    /** Adds those that are new and replaces those that are here. One SQL statement. */
    void write(@Nullable OrganisationId organisation, AccountId by, List<Of> items) {
        jdbc.sql("""
                insert into portfolio.mandatory_learning (person_id, organisation_id, raw, subject_key, subject, source,
                    completed_on, expires_on, written_by, written_at)
                select i.*, :by, :now from unnest(cast(:people as bigint[]), cast(:organisations as bigint[]),
                    cast(:raws as text[]), cast(:keys as text[]), cast(:subjects as text[]), cast(:sources as text[]),
                    cast(:completed as date[]), cast(:expires as date[])) i
                on conflict (person_id, organisation_id, subject_key, completed_on) where removed_at is null
                    do update set raw = excluded.raw, subject = excluded.subject, source = excluded.source,
                                  expires_on = excluded.expires_on, written_by = excluded.written_by,
                                  written_at = excluded.written_at
                """)
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("people", items.stream().map(one -> one.person().value()).toArray(Long[]::new))
                .param(
                        "organisations",
                        items.stream()
                                .map(one -> organisation == null ? NOBODY : organisation.value())
                                .toArray(Long[]::new))
                .param(
                        "raws",
                        items.stream().map(one -> one.item().name().raw()).toArray(String[]::new))
                .param(
                        "keys",
                        items.stream().map(one -> one.item().name().key()).toArray(String[]::new))
                .param(
                        "subjects",
                        items.stream().map(one -> one.item().name().subject()).toArray(String[]::new))
                .param("sources", items.stream().map(one -> one.item().source()).toArray(String[]::new))
                .param(
                        "completed",
                        days(items.stream().map(one -> one.item().completed()).toList()))
                .param("expires", expiries(items))
                .update();
    }

    private static String[] days(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static @Nullable String[] expiries(List<Of> items) {
        var days = new @Nullable String[items.size()];
        for (var n = 0; n < days.length; n++) {
            var expires = items.get(n).item().expires();
            days[n] = expires == null ? null : expires.toString();
        }
        return days;
    }

    /** Takes away, or brings back, something that the person brought in themselves; false when there is none. */
    boolean remove(PersonId person, long id, boolean removed) {
        return jdbc.sql("""
                update portfolio.mandatory_learning l set removed_at = case when :removed then cast(:now as timestamptz) end
                where id = :id and person_id = :person and organisation_id = 0
                  and (:removed or not exists (
                      select 1 from portfolio.mandatory_learning o
                      where o.person_id = l.person_id and o.organisation_id = 0 and o.subject_key = l.subject_key
                        and o.completed_on = l.completed_on and o.removed_at is null))
                """)
                        .param("removed", removed)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private static MandatoryItem item(ResultSet row) throws SQLException {
        return new MandatoryItem(
                SubjectName.parse(row.getString("raw")),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getString("source"));
    }
}
