package org.espalier.learning.recognition;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.learning.OfferId;
import org.espalier.learning.ProviderId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.ShareId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All requests for recognition. Whoever asks says whose they are; the writing methods ask nobody for permission. */
@Component
class Recognitions {
    private static final String REQUEST = """
            select r.*, p.account_id, p.name as person_name, h.name as decided_by_name,
                   array(select coalesce(e.evidence_id, 0) from learning.recognition_evidence e
                         where e.recognition_id = r.id order by e.position) as evidence,
                   array(select e.title from learning.recognition_evidence e
                         where e.recognition_id = r.id order by e.position) as titles
            from learning.recognition r join person.person p on p.id = r.person_id
                left join access.holder h on h.account_id = r.decided_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Recognitions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a person has asked, the latest first. */
    List<Recognition> of(PersonId person) {
        return jdbc.sql(REQUEST + "where r.person_id = :person order by r.id desc")
                .param("person", person.value())
                .query(Recognitions::request)
                .list();
    }

    /** What a provider was asked, what waits first, then the latest. */
    List<Recognition> by(ProviderId provider) {
        return jdbc.sql(REQUEST + "where r.provider_id = :provider and r.state <> 'WITHDRAWN'"
                        + " order by r.state <> 'ASKED', case when r.state = 'ASKED' then r.id else -r.id end")
                .param("provider", provider.value())
                .query(Recognitions::request)
                .list();
    }

    Optional<Recognition> find(RecognitionId id) {
        return jdbc.sql(REQUEST + "where r.id = :id")
                .param("id", id.value())
                .query(Recognitions::request)
                .optional();
    }

    RecognitionId add(PersonId person, ProviderId provider, @Nullable OfferId offer, String askedFor, String words) {
        return jdbc.sql("""
                insert into learning.recognition (person_id, provider_id, offer_id, asked_for, words, state, asked_at)
                values (:person, :provider, cast(:offer as bigint), :askedFor, :words, 'ASKED', :now) returning id
                """)
                .param("person", person.value())
                .param("provider", provider.value())
                .param("offer", offer == null ? null : offer.value(), Types.BIGINT)
                .param("askedFor", askedFor)
                .param("words", words)
                .param("now", now())
                .query((row, number) -> new RecognitionId(row.getLong("id")))
                .single();
    }

    void evidence(RecognitionId id, List<Recognition.Evidence> evidence) {
        jdbc.sql("""
                insert into learning.recognition_evidence (recognition_id, position, evidence_id, title)
                select :id, e.position, e.evidence_id, e.title
                from unnest(cast(:evidence as bigint[]), cast(:titles as text[])) with ordinality
                    as e (evidence_id, title, position)
                """)
                .param("id", id.value())
                .param(
                        "evidence",
                        evidence.stream()
                                .map(one -> one.id() == null ? null : one.id().value())
                                .toArray(Long[]::new))
                .param(
                        "titles",
                        evidence.stream().map(Recognition.Evidence::title).toArray(String[]::new))
                .update();
    }

    void shared(RecognitionId id, Collection<ShareId> shares) {
        jdbc.sql("""
                insert into learning.recognition_share (recognition_id, share_id)
                select :id, s from unnest(cast(:shares as bigint[])) s on conflict do nothing
                """)
                .param("id", id.value())
                .param("shares", shares.stream().map(ShareId::value).toArray(Long[]::new))
                .update();
    }

    List<ShareId> shares(RecognitionId id) {
        return jdbc.sql("select share_id from learning.recognition_share where recognition_id = :id order by share_id")
                .param("id", id.value())
                .query((row, number) -> new ShareId(row.getLong("share_id")))
                .list();
    }

    /** The evidence of a request that this account can open now. */
    List<EvidenceId> open(RecognitionId id, AccountId account) {
        return jdbc.sql("""
                select distinct s.evidence_id
                from learning.recognition_share r join portfolio.open_share s on s.share_id = r.share_id
                where r.recognition_id = :id and s.account_id = :account
                """)
                .param("id", id.value())
                .param("account", account.value())
                .query((row, number) -> new EvidenceId(row.getLong("evidence_id")))
                .list();
    }

    /** Ends a request one way or the other; false when it has ended already. */
    boolean end(
            RecognitionId id,
            Recognition.State state,
            @Nullable AccountId by,
            @Nullable BigDecimal credits,
            String decision) {
        return jdbc.sql("""
                update learning.recognition
                set state = :state, decided_at = :now, decided_by = cast(:by as bigint),
                    credits = cast(:credits as numeric), decision = :decision
                where id = :id and state = 'ASKED'
                """)
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("now", now())
                        .param("by", by == null ? null : by.value(), Types.BIGINT)
                        .param("credits", credits, Types.NUMERIC)
                        .param("decision", decision)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Recognition request(ResultSet row, int number) throws SQLException {
        var offer = row.getObject("offer_id", Long.class);
        var decided = (@Nullable OffsetDateTime) row.getObject("decided_at", OffsetDateTime.class);
        var ids = (Long[]) row.getArray("evidence").getArray();
        var titles = (String[]) row.getArray("titles").getArray();
        var evidence = new ArrayList<Recognition.Evidence>();
        for (var n = 0; n < ids.length; n++) {
            evidence.add(new Recognition.Evidence(ids[n] == 0 ? null : new EvidenceId(ids[n]), titles[n]));
        }
        return new Recognition(
                new RecognitionId(row.getLong("id")),
                new Person(
                        new PersonId(row.getLong("person_id")),
                        new AccountId(row.getLong("account_id")),
                        row.getString("person_name")),
                new ProviderId(row.getLong("provider_id")),
                offer == null ? null : new OfferId(offer),
                row.getString("asked_for"),
                row.getString("words"),
                Recognition.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by_name"),
                row.getBigDecimal("credits"),
                row.getString("decision"),
                evidence);
    }
}
