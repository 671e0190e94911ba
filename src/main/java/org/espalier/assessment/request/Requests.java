package org.espalier.assessment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.assessment.Claims.Judged;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.ShareId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All requests with what was said about them. Whoever asks says whose they are; the writing is for use cases. */
@Component
public class Requests {
    private static final String REQUEST = """
            r.id, r.asking, r.person_id, r.organisation_id, r.version_id, r.statement_id, r.assessor_id, r.state,
            r.revision, r.asked_at, r.waiting_since, r.claim_id, p.account_id as learner_account, p.name as learner,
            a.name as assessor
            """;
    private static final String NAMES = """
             join person.named p on p.person_id = r.person_id join access.holder a on a.account_id = r.assessor_id
            """;
    private static final String STILL_THERE = """
             and r.organisation_id = any(:organisations)
             and exists (select 1 from person.belonging b
                         where b.person_id = r.person_id and b.organisation_id = r.organisation_id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of what an assessor was asked in organisations, of learners who still belong there, oldest first. One SQL
     * statement.
     */
    public QueuePage queue(AccountId assessor, Collection<OrganisationId> organisations, QueueQuery query) {
        var total = new int[1];
        var lines = jdbc.sql("""
                select %s, r.total,
                       (select count(*) from assessment.request_evidence e where e.request_id = r.id) as evidence,
                       (select e.words from assessment.request_entry e
                        where e.request_id = r.id and e.kind in ('asked', 'answered') and e.words <> ''
                        order by e.id desc limit 1) as words
                from (select r.*, count(*) over () as total from assessment.request r
                      where r.assessor_id = :assessor and r.state = any(:states) %s %s %s
                      order by r.waiting_since, r.id limit :size offset :offset) r
                %s
                order by r.waiting_since, r.id
                """.formatted(
                                REQUEST,
                                query.learner() == null ? "" : "and r.person_id = :learner",
                                query.version() == null ? "" : "and r.version_id = :version",
                                STILL_THERE,
                                NAMES))
                .param("assessor", assessor.value())
                .param("states", slugs(query.show().states()))
                .param(
                        "learner",
                        query.learner() == null ? null : query.learner().value())
                .param(
                        "version",
                        query.version() == null ? null : query.version().value())
                .param("organisations", organisationIds(organisations))
                .param("size", QueueQuery.PAGE_SIZE)
                .param("offset", (query.page() - 1) * QueueQuery.PAGE_SIZE)
                .query((row, number) -> {
                    total[0] = row.getInt("total");
                    var words = (@Nullable String) row.getString("words");
                    return new QueuePage.Line(request(row), row.getInt("evidence"), words == null ? "" : words);
                })
                .list();
        return new QueuePage(lines, total[0]);
    }

    /** Who is in an assessor's queue and which versions it is about. One SQL statement. */
    public QueuePage.Choices choices(
            AccountId assessor, Collection<OrganisationId> organisations, QueueQuery.Show show) {
        var learners = new ArrayList<Person>();
        var versions = new ArrayList<VersionId>();
        jdbc.sql("""
                with mine as (
                    select distinct r.person_id, r.version_id from assessment.request r
                    where r.assessor_id = :assessor and r.state = any(:states) %s)
                select m.person_id as id, p.account_id, p.name
                from (select distinct person_id from mine) m join person.named p on p.person_id = m.person_id
                union all
                select distinct version_id, cast(null as bigint), cast(null as text) from mine
                order by 3, 1
                """.formatted(STILL_THERE))
                .param("assessor", assessor.value())
                .param("states", slugs(show.states()))
                .param("organisations", organisationIds(organisations))
                .query(row -> {
                    var name = (@Nullable String) row.getString("name");
                    if (name == null) {
                        versions.add(new VersionId(row.getLong("id")));
                    } else {
                        learners.add(new Person(
                                new PersonId(row.getLong("id")), new AccountId(row.getLong("account_id")), name));
                    }
                });
        return new QueuePage.Choices(learners, versions);
    }

    /** All that a learner ever asked, the latest first. One SQL statement. */
    public List<Request> of(PersonId learner) {
        return jdbc.sql("select " + REQUEST + " from assessment.request r " + NAMES
                        + " where r.person_id = :learner order by r.asking desc, r.id")
                .param("learner", learner.value())
                .query((row, number) -> request(row))
                .list();
    }

    /** Which of these statements a learner has asked about and not heard the end of. One SQL statement. */
    public Map<StatementId, RequestId> open(PersonId learner, VersionId version) {
        var open = new HashMap<StatementId, RequestId>();
        jdbc.sql("""
                select statement_id, id from assessment.request
                where person_id = :learner and version_id = :version and state = any(:open)
                """)
                .param("learner", learner.value())
                .param("version", version.value())
                .param("open", slugs(RequestState.OPEN))
                .query(row -> {
                    open.put(new StatementId(row.getLong("statement_id")), new RequestId(row.getLong("id")));
                });
        return open;
    }

    /** Anybody's; whoever calls this makes sure that it may be seen. */
    public Optional<Request> find(RequestId id) {
        return jdbc.sql("select " + REQUEST + " from assessment.request r " + NAMES + " where r.id = :id")
                .param("id", id.value())
                .query((row, number) -> request(row))
                .optional();
    }

    /** These requests, which nobody else changes until the end of this transaction. */
    List<Request> lock(Collection<RequestId> ids) {
        return jdbc.sql("select " + REQUEST + " from assessment.request r " + NAMES
                        + " where r.id = any(:ids) order by r.id for update of r")
                .param("ids", ids.stream().map(RequestId::value).toArray(Long[]::new))
                .query((row, number) -> request(row))
                .list();
    }

    /** Those to which nothing happened since this act, which nobody else changes until the end of this transaction. */
    List<Request> lock(long act) {
        return jdbc.sql("select " + REQUEST + " from assessment.request r " + NAMES + """
                where r.id in (select e.request_id from assessment.request_entry e where e.act = :act
                               and not exists (select 1 from assessment.request_entry l
                                               where l.request_id = e.request_id and l.id > e.id))
                order by r.id for update of r
                """)
                .param("act", act)
                .query((row, number) -> request(row))
                .list();
    }

    /** Those that are open about any of these, which nobody else changes until the end of this transaction. */
    List<Request> lockOpen(Collection<Judged> judged) {
        return jdbc.sql("select " + REQUEST + " from assessment.request r " + NAMES + """
                join unnest(cast(:people as bigint[]), cast(:statements as bigint[])) j (person_id, statement_id)
                    on j.person_id = r.person_id and j.statement_id = r.statement_id
                where r.state = any(:open) order by r.id for update of r
                """)
                .param(
                        "people",
                        judged.stream().map(one -> one.person().value()).toArray(Long[]::new))
                .param(
                        "statements",
                        judged.stream().map(one -> one.statement().value()).toArray(Long[]::new))
                .param("open", slugs(RequestState.OPEN))
                .query((row, number) -> request(row))
                .list();
    }

    /** Those that are open between an assessor and a learner. */
    public List<Request> open(AccountId assessor, PersonId learner) {
        return open(assessor, learner, "");
    }

    /** The same, which nobody else changes until the end of this transaction. */
    List<Request> lockOpen(AccountId assessor, PersonId learner) {
        return open(assessor, learner, " for update of r");
    }

    private List<Request> open(AccountId assessor, PersonId learner, String lock) {
        return jdbc.sql("select " + REQUEST + " from assessment.request r " + NAMES + """
                where r.assessor_id = :assessor and r.person_id = :learner and r.state = any(:open)
                  and r.state <> 'unplaced'
                order by r.id
                """ + lock)
                .param("assessor", assessor.value())
                .param("learner", learner.value())
                .param("open", slugs(RequestState.OPEN))
                .query((row, number) -> request(row))
                .list();
    }

    /** Those of a learner's that are nobody's, which nobody else changes until the end of this transaction. */
    List<Request> lockUnplaced(PersonId learner) {
        return jdbc.sql("select " + REQUEST + " from assessment.request r " + NAMES
                        + " where r.person_id = :learner and r.state = 'unplaced' order by r.id for update of r")
                .param("learner", learner.value())
                .query((row, number) -> request(row))
                .list();
    }

    /** Remembers where requests stand, until what settles them is taken back. */
    void rememberBefore(Collection<Request> requests, long act, Map<RequestId, Long> settledBy) {
        jdbc.sql("""
                insert into assessment.request_settled (request_id, claim_id, act, state, claim_before)
                select r.id, s.claim_id, :act, r.state, r.claim_id
                from unnest(cast(:ids as bigint[]), cast(:claims as bigint[])) s (id, claim_id)
                    join assessment.request r on r.id = s.id
                """)
                .param("act", act)
                .param("ids", ids(requests))
                .param(
                        "claims",
                        requests.stream().map(Request::id).map(settledBy::get).toArray(Long[]::new))
                .update();
    }

    /** Puts back what these sign-offs had settled to where it stood; but not what the learner has asked anew since. */
    List<Request> reopen(Collection<Long> signOffs) {
        var ids = jdbc.sql("""
                update assessment.request r
                set state = s.state, claim_id = s.claim_before, revision = r.revision + 1
                from assessment.request_settled s
                where s.claim_id = any(:signOffs) and r.id = s.request_id and r.claim_id = s.claim_id
                  and r.state = 'settled'
                  and not exists (select 1 from assessment.request n where n.person_id = r.person_id
                                  and n.statement_id = r.statement_id and n.state = any(:open))
                returning r.id
                """)
                .param("signOffs", signOffs.toArray(Long[]::new))
                .param("open", slugs(RequestState.OPEN))
                .query((row, number) -> new RequestId(row.getLong("id")))
                .list();
        return lock(ids);
    }

    /** The acts in which these were ever settled. */
    List<Long> settledIn(Collection<Request> requests) {
        return jdbc.sql("select distinct act from assessment.request_settled where request_id = any(:ids)")
                .param("ids", ids(requests))
                .query((row, number) -> row.getLong("act"))
                .list();
    }

    /** All that was said and done about a request, from the beginning. */
    public List<RequestEntry> thread(RequestId id) {
        return jdbc.sql("""
                select e.kind, e.made_by, a.name, e.made_at, e.words, g.id as session_id, g.title as session
                from assessment.request_entry e join access.holder a on a.account_id = e.made_by
                    left join assessment.group_sign_off g on g.id = e.act and e.kind = 'settled'
                where e.request_id = :id order by e.id
                """)
                .param("id", id.value())
                .query((row, number) -> new RequestEntry(
                        RequestEntry.Kind.ofSlug(row.getString("kind")),
                        new AccountId(row.getLong("made_by")),
                        row.getString("name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("words"),
                        row.getObject("session_id") == null
                                ? null
                                : new RequestEntry.Session(row.getLong("session_id"), row.getString("session"))))
                .list();
    }

    /** The evidence a request stands on, but for what its owner has put in the bin. */
    public List<RequestEvidence> evidence(RequestId id) {
        return jdbc.sql("""
                select w.evidence_id, w.kind, w.title, w.revision > e.revision as changed,
                       exists (select 1 from portfolio.open_share s join assessment.request r on r.id = e.request_id
                               where s.evidence_id = e.evidence_id and s.account_id = r.assessor_id) as open
                from assessment.request_evidence e join portfolio.words_of w on w.evidence_id = e.evidence_id
                where e.request_id = :id order by w.evidence_id
                """)
                .param("id", id.value())
                .query((row, number) -> new RequestEvidence(
                        new EvidenceId(row.getLong("evidence_id")),
                        EvidenceKind.ofSlug(row.getString("kind")).orElseThrow(),
                        row.getString("title"),
                        row.getBoolean("changed"),
                        row.getBoolean("open")))
                .list();
    }

    long nextAct() {
        return jdbc.sql("select nextval('assessment.act')").query(Long.class).single();
    }

    /** Adds a request for each of these statements. */
    List<RequestId> add(
            long act,
            PersonId learner,
            OrganisationId organisation,
            VersionId version,
            Collection<StatementId> statements,
            AccountId assessor) {
        return jdbc.sql("""
                insert into assessment.request (asking, person_id, organisation_id, version_id, statement_id,
                                                assessor_id, state, asked_at, waiting_since)
                select :act, :learner, :organisation, :version, s.id, :assessor, 'waiting', :now, :now
                from unnest(cast(:statements as bigint[])) with ordinality s (id, position) order by s.position
                returning id
                """)
                .param("act", act)
                .param("learner", learner.value())
                .param("organisation", organisation.value())
                .param("version", version.value())
                .param("statements", statements.stream().map(StatementId::value).toArray(Long[]::new))
                .param("assessor", assessor.value())
                .param("now", now())
                .query((row, number) -> new RequestId(row.getLong("id")))
                .list();
    }

    /** Moves requests on, all to the same state. */
    void move(Collection<Request> requests, RequestState to, Judgement judgement, @Nullable AccountId assessor) {
        jdbc.sql("""
                update assessment.request r
                set state = :to, revision = r.revision + 1, claim_id = m.claim_id,
                    assessor_id = coalesce(:assessor, r.assessor_id),
                    waiting_since = case when :to = 'waiting' and r.state <> 'waiting' and :fresh then :now
                                         else r.waiting_since end
                from unnest(cast(:ids as bigint[]), cast(:claims as bigint[])) m (id, claim_id)
                where r.id = m.id
                """)
                .param("to", to.slug())
                .param("assessor", assessor == null ? null : assessor.value(), Types.BIGINT)
                .param("fresh", judgement.fresh())
                .param("now", now())
                .param("ids", ids(requests))
                .param("claims", judgement.claims(requests))
                .update();
    }

    /**
     * What becomes of the judgement in force.
     *
     * @param claims by request; one that is missing has none any more
     * @param fresh true when what comes back to the assessor has waited since now, false when it had waited before
     */
    record Judgement(Map<RequestId, Long> claims, boolean fresh) {
        static final Judgement NONE = new Judgement(Map.of(), true);

        @Nullable
        Long[] claims(Collection<Request> requests) {
            return requests.stream()
                    .map(request -> claims.get(request.id()))
                    .toArray((java.util.function.IntFunction<@Nullable Long[]>) Long[]::new);
        }
    }

    /** Notes that somebody did something about requests. */
    void note(Collection<RequestId> requests, long act, AccountId by, RequestEntry.Kind kind, String words) {
        jdbc.sql("""
                insert into assessment.request_entry (request_id, act, made_by, made_at, kind, words)
                select id, :act, :by, :now, :kind, :words from unnest(cast(:ids as bigint[])) id
                """)
                .param("act", act)
                .param("by", by.value())
                .param("now", now())
                .param("kind", kind.slug())
                .param("words", words)
                .param("ids", requests.stream().map(RequestId::value).toArray(Long[]::new))
                .update();
    }

    /** Lets requests stand on these pieces of evidence too, as they read now. */
    void support(Collection<RequestId> requests, List<EvidenceId> evidence, List<ShareId> shares) {
        jdbc.sql("""
                insert into assessment.request_evidence (request_id, evidence_id, revision, share_id)
                select r.id, w.evidence_id, w.revision, s.share_id
                from unnest(cast(:requests as bigint[])) r (id),
                     unnest(cast(:evidence as bigint[]), cast(:shares as bigint[])) s (evidence_id, share_id)
                     join portfolio.words_of w on w.evidence_id = s.evidence_id
                on conflict (request_id, evidence_id)
                do update set revision = excluded.revision, share_id = excluded.share_id
                """)
                .param("requests", requests.stream().map(RequestId::value).toArray(Long[]::new))
                .param("evidence", evidence.stream().map(EvidenceId::value).toArray(Long[]::new))
                .param("shares", shares.stream().map(ShareId::value).toArray(Long[]::new))
                .update();
    }

    /** By which the assessor may look at what these requests stand on. */
    List<ShareId> shares(Collection<Request> requests) {
        return jdbc.sql("""
                select distinct share_id from assessment.request_evidence
                where request_id = any(:ids) and share_id is not null
                """)
                .param("ids", ids(requests))
                .query((row, number) -> new ShareId(row.getLong("share_id")))
                .list();
    }

    /** From now on the assessor of these requests looks by these shares, and by no others. */
    void share(Collection<Request> requests, Map<EvidenceId, ShareId> shares) {
        var items = List.copyOf(shares.entrySet());
        jdbc.sql("""
                update assessment.request_evidence e
                set share_id = (select s.share_id
                                from unnest(cast(:evidence as bigint[]), cast(:shares as bigint[])) s (evidence_id, share_id)
                                where s.evidence_id = e.evidence_id)
                where e.request_id = any(:ids)
                """)
                .param("ids", ids(requests))
                .param(
                        "evidence",
                        items.stream().map(item -> item.getKey().value()).toArray(Long[]::new))
                .param(
                        "shares",
                        items.stream().map(item -> item.getValue().value()).toArray(Long[]::new))
                .update();
    }

    /** What these requests stand on, and the learner has not put in the bin since. */
    List<EvidenceId> support(Collection<Request> requests) {
        return jdbc.sql("""
                select distinct e.evidence_id from assessment.request_evidence e
                    join portfolio.words_of w on w.evidence_id = e.evidence_id
                where e.request_id = any(:ids) order by e.evidence_id
                """)
                .param("ids", ids(requests))
                .query((row, number) -> new EvidenceId(row.getLong("evidence_id")))
                .list();
    }

    /** Those of these shares that no request needs any more. */
    List<ShareId> idle(Collection<ShareId> shares) {
        return jdbc.sql("""
                select id from unnest(cast(:shares as bigint[])) id
                where id not in (select e.share_id from assessment.request_evidence e
                                 where e.share_id = any(:shares))
                """)
                .param("shares", shares.stream().map(ShareId::value).toArray(Long[]::new))
                .query((row, number) -> new ShareId(row.getLong("id")))
                .list();
    }

    /** Forgets what a request stood on, so that the learner may delete it. */
    void noLongerSupport(Collection<Request> requests) {
        jdbc.sql("delete from assessment.request_evidence where request_id = any(:ids)")
                .param("ids", ids(requests))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Long[] ids(Collection<Request> requests) {
        return requests.stream().map(request -> request.id().value()).toArray(Long[]::new);
    }

    private static String[] slugs(Set<RequestState> states) {
        return states.stream().map(RequestState::slug).toArray(String[]::new);
    }

    private static Long[] organisationIds(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toArray(Long[]::new);
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                new RequestId(row.getLong("id")),
                row.getLong("asking"),
                new Person(
                        new PersonId(row.getLong("person_id")),
                        new AccountId(row.getLong("learner_account")),
                        row.getString("learner")),
                new OrganisationId(row.getLong("organisation_id")),
                new VersionId(row.getLong("version_id")),
                new StatementId(row.getLong("statement_id")),
                new AccountId(row.getLong("assessor_id")),
                row.getString("assessor"),
                RequestState.ofSlug(row.getString("state")),
                row.getInt("revision"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
                (@Nullable Long) row.getObject("claim_id", Long.class));
    }
}
