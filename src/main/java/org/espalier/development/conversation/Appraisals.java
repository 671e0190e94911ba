package org.espalier.development.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All appraisals. Reading asks nobody for permission: whoever reads shows one to its two sides only. */
@Component
public class Appraisals {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Appraisals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in which somebody is one of the two, the latest first. One statement. */
    public List<Appraisal> with(PersonId somebody) {
        return jdbc.sql("""
                select * from development.appraisal where person_id = :somebody or other_id = :somebody
                order by started_at desc, id desc
                """)
                .param("somebody", somebody.value())
                .query(Appraisals::appraisal)
                .list();
    }

    public Optional<Appraisal> find(AppraisalId id) {
        return jdbc.sql("select * from development.appraisal where id = :id")
                .param("id", id.value())
                .query(Appraisals::appraisal)
                .optional();
    }

    /** What has been signed; empty where nobody has. */
    public Optional<Snapshot> snapshot(AppraisalId id) {
        return jdbc.sql("select content from development.appraisal_snapshot where appraisal_id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(content -> JSON.readValue(content, Snapshot.class));
    }

    /** The same as {@link #find}; nobody else changes it until the transaction is over. */
    Optional<Appraisal> lock(AppraisalId id) {
        return jdbc.sql("select * from development.appraisal where id = :id for update")
                .param("id", id.value())
                .query(Appraisals::appraisal)
                .optional();
    }

    /** The one between these two that is not over. */
    Optional<AppraisalId> open(PersonId person, PersonId other) {
        return jdbc.sql("""
                select id from development.appraisal
                where person_id = :person and other_id = :other and ended_at is null
                """)
                .param("person", person.value())
                .param("other", other.value())
                .query((row, number) -> new AppraisalId(row.getLong("id")))
                .optional();
    }

    /** Empty when there is an open one between these two. */
    Optional<AppraisalId> add(
            PersonId person, PersonId other, Side startedBy, @Nullable LocalDate meetingOn, Instant now) {
        return jdbc.sql("""
                insert into development.appraisal (person_id, other_id, started_by, started_at, stage, met_on)
                values (:person, :other, :by, :now, :stage, :on)
                on conflict (person_id, other_id) where ended_at is null do nothing
                returning id
                """)
                .param("person", person.value())
                .param("other", other.value())
                .param("by", startedBy.name())
                .param("now", at(now))
                .param("stage", Stage.PREPARING.name())
                .param("on", meetingOn, Types.DATE)
                .query((row, number) -> new AppraisalId(row.getLong("id")))
                .optional();
    }

    void write(Appraisal appraisal) {
        var person = appraisal.preparation(Side.PERSON);
        var other = appraisal.preparation(Side.OTHER);
        var agreement = appraisal.agreement();
        jdbc.sql("""
                update development.appraisal
                set stage = :stage,
                    person_well = :personWell, person_hard = :personHard, person_next = :personNext,
                    person_shown_at = :personShown,
                    other_well = :otherWell, other_hard = :otherHard, other_next = :otherNext,
                    other_shown_at = :otherShown,
                    met_on = :metOn, looking_back = :back, looking_ahead = :ahead, support = :support, next_by = :nextBy,
                    person_revision = :personRevision, other_revision = :otherRevision,
                    person_signed_at = :personSigned, other_signed_at = :otherSigned, ended_at = :ended
                where id = :id
                """)
                .param("id", appraisal.id().value())
                .param("stage", appraisal.stage().name())
                .param("personWell", person.wentWell())
                .param("personHard", person.wasHard())
                .param("personNext", person.next())
                .param("personShown", at(person.shownAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("otherWell", other.wentWell())
                .param("otherHard", other.wasHard())
                .param("otherNext", other.next())
                .param("otherShown", at(other.shownAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("metOn", agreement.metOn(), Types.DATE)
                .param("back", agreement.lookingBack())
                .param("ahead", agreement.lookingAhead())
                .param("support", agreement.support())
                .param("nextBy", agreement.nextBy(), Types.DATE)
                .param("personRevision", appraisal.revisions().getOrDefault(Side.PERSON, 0))
                .param("otherRevision", appraisal.revisions().getOrDefault(Side.OTHER, 0))
                .param("personSigned", at(appraisal.signatures().get(Side.PERSON)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("otherSigned", at(appraisal.signatures().get(Side.OTHER)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", at(appraisal.endedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void keep(AppraisalId id, Snapshot snapshot) {
        jdbc.sql("""
                insert into development.appraisal_snapshot (appraisal_id, content, taken_at)
                values (:id, :content, :at)
                """)
                .param("id", id.value())
                .param("content", JSON.writeValueAsString(snapshot))
                .param("at", at(snapshot.takenAt()))
                .update();
    }

    void dropSnapshot(AppraisalId id) {
        jdbc.sql("delete from development.appraisal_snapshot where appraisal_id = :id")
                .param("id", id.value())
                .update();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Appraisal appraisal(ResultSet row, int number) throws SQLException {
        var signatures = new EnumMap<Side, Instant>(Side.class);
        for (var side : Side.values()) {
            var signedAt = instant(row, side.slug() + "_signed_at");
            if (signedAt != null) {
                signatures.put(side, signedAt);
            }
        }
        return new Appraisal(
                new AppraisalId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                new PersonId(row.getLong("other_id")),
                Side.valueOf(row.getString("started_by")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Stage.valueOf(row.getString("stage")),
                Map.of(Side.PERSON, preparation(row, Side.PERSON), Side.OTHER, preparation(row, Side.OTHER)),
                new Agreement(
                        row.getObject("met_on", LocalDate.class),
                        row.getString("looking_back"),
                        row.getString("looking_ahead"),
                        row.getString("support"),
                        row.getObject("next_by", LocalDate.class)),
                Map.of(Side.PERSON, row.getInt("person_revision"), Side.OTHER, row.getInt("other_revision")),
                signatures,
                instant(row, "ended_at"));
    }

    private static Preparation preparation(ResultSet row, Side side) throws SQLException {
        return new Preparation(
                row.getString(side.slug() + "_well"),
                row.getString(side.slug() + "_hard"),
                row.getString(side.slug() + "_next"),
                instant(row, side.slug() + "_shown_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
