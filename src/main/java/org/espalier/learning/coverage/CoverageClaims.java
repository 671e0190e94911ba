package org.espalier.learning.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.learning.OfferId;
import org.espalier.learning.ProviderId;
import org.espalier.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All claims of coverage. The writing methods ask nobody for permission: they are called by use cases that have. */
@Component
public class CoverageClaims {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String CLAIM = "select c.* from learning.coverage c ";

    /** What is said of the latest version of which the provider says it; what that was carried over from is history. */
    private static final String LATEST = """
             and c.ended_at is null and not exists (select 1 from learning.coverage n where n.carried_from = c.id)
            """;

    /** Of what everybody can see: in force, confirmed, on its days, and of published learning. */
    private static final String SEEN = """
            c.ended_at is null and not c.to_confirm and (c.starts_on is null or c.starts_on <= :today)
            and (c.ends_on is null or c.ends_on >= :today)
            and (c.offer_id is null or exists (select 1 from learning.offer o
                                               where o.id = c.offer_id and o.status = 'PUBLISHED'))
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    CoverageClaims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    public Optional<CoverageClaim> find(CoverageId id) {
        return jdbc.sql(CLAIM + "where c.id = :id")
                .param("id", id.value())
                .query(CoverageClaims::claim)
                .optional();
    }

    /** These, by their number; in one statement. */
    public Map<CoverageId, CoverageClaim> find(Collection<CoverageId> ids) {
        return jdbc
                .sql(CLAIM + "where c.id = any (:ids)")
                .param("ids", ids.stream().map(CoverageId::value).toArray(Long[]::new))
                .query(CoverageClaims::claim)
                .list()
                .stream()
                .collect(Collectors.toMap(CoverageClaim::id, Function.identity()));
    }

    /** All that took each other's place, the latest first. */
    public List<CoverageClaim> line(CoverageId line) {
        return jdbc.sql(CLAIM + "where c.line = :line order by c.id desc")
                .param("line", line.value())
                .query(CoverageClaims::claim)
                .list();
    }

    /** What a provider says now, of this offer or, without one, of itself; its dates do not matter. */
    public List<CoverageClaim> of(ProviderId provider, @Nullable OfferId offer) {
        return jdbc.sql(CLAIM + """
                where c.provider_id = :provider and c.offer_id is not distinct from cast(:offer as bigint)
                """ + LATEST + "order by c.version_id, c.position, c.id")
                .param("provider", provider.value())
                .param("offer", offer == null ? null : offer.value(), Types.BIGINT)
                .query(CoverageClaims::claim)
                .list();
    }

    /** All that a provider says now, drafts included. */
    public List<CoverageClaim> of(ProviderId provider) {
        return jdbc.sql(CLAIM + "where c.provider_id = :provider" + LATEST
                        + "order by c.offer_id nulls first, c.version_id, c.position, c.id")
                .param("provider", provider.value())
                .query(CoverageClaims::claim)
                .list();
    }

    /** What everybody can see of a provider's claims about a version. */
    public List<CoverageClaim> seen(VersionId version, ProviderId provider) {
        return jdbc.sql(CLAIM + "where c.version_id = :version and c.provider_id = :provider and " + SEEN
                        + " order by c.position, c.id")
                .param("version", version.value())
                .param("provider", provider.value())
                .param("today", today())
                .query(CoverageClaims::claim)
                .list();
    }

    /** What everybody can see of the claims about these competencies, or these statements, of a version. */
    public List<CoverageClaim> seen(VersionId version, Collection<String> groups, Collection<StatementId> statements) {
        return jdbc.sql(CLAIM + "where c.version_id = :version and " + SEEN + """
                 and (c.group_key = any (:groups) or c.statement_id = any (:statements)) order by c.kind, c.position, c.id
                """)
                .param("version", version.value())
                .param("groups", groups.toArray(String[]::new))
                .param("statements", statements.stream().map(StatementId::value).toArray(Long[]::new))
                .param("today", today())
                .query(CoverageClaims::claim)
                .list();
    }

    /** The claims that say that learning teaches or supports some of these, but those that were questioned. */
    List<CoverageClaim> teaching(VersionId version, Collection<String> groups, Collection<StatementId> statements) {
        return jdbc.sql(CLAIM + "where c.version_id = :version and c.offer_id is not null"
                        + " and c.kind in ('TEACHES', 'SUPPORTS') and c.review <> 'QUESTIONED' and " + SEEN
                        + " and (c.group_key = any (:groups) or c.statement_id = any (:statements)) order by c.id")
                .param("version", version.value())
                .param("groups", groups.toArray(String[]::new))
                .param("statements", statements.stream().map(StatementId::value).toArray(Long[]::new))
                .param("today", today())
                .query(CoverageClaims::claim)
                .list();
    }

    /** How much a provider has said of a version’s earlier words and has not confirmed. */
    public int waiting(VersionId version, ProviderId provider) {
        return jdbc.sql("""
                select count(*) from learning.coverage c
                where c.version_id = :version and c.provider_id = :provider and c.to_confirm and c.ended_at is null
                  and (c.offer_id is null or exists (select 1 from learning.offer o
                                                     where o.id = c.offer_id and o.status = 'PUBLISHED'))
                """)
                .param("version", version.value())
                .param("provider", provider.value())
                .query(Integer.class)
                .single();
    }

    /** Which versions a provider speaks about now, as everybody sees it. */
    public List<VersionId> versions(ProviderId provider) {
        return jdbc.sql("select distinct c.version_id from learning.coverage c where c.provider_id = :provider and "
                        + SEEN + LATEST + " order by c.version_id")
                .param("provider", provider.value())
                .param("today", today())
                .query((row, number) -> new VersionId(row.getLong("version_id")))
                .list();
    }

    /** Who speaks about a version now, as everybody sees it. */
    public List<ProviderId> providers(VersionId version) {
        return jdbc.sql("select distinct c.provider_id from learning.coverage c where c.version_id = :version and "
                        + SEEN)
                .param("version", version.value())
                .param("today", today())
                .query((row, number) -> new ProviderId(row.getLong("provider_id")))
                .list();
    }

    /** Hands every claim about a version that everybody can see to the map, as it is read. */
    void each(VersionId version, CoverageMap.Claims to) {
        jdbc.sql("""
                select c.provider_id, coalesce(c.offer_id, 0) as offer_id, coalesce(c.statement_id, 0) as statement_id,
                       c.group_key, c.level_key, c.kind, c.review = 'QUESTIONED' as questioned
                from learning.coverage c
                    left join learning.offer o on o.id = c.offer_id
                where c.version_id = :version and c.ended_at is null and not c.to_confirm
                  and (c.starts_on is null or c.starts_on <= :today) and (c.ends_on is null or c.ends_on >= :today)
                  and (c.offer_id is null or o.status = 'PUBLISHED')
                """).param("version", version.value()).param("today", today()).query(row -> {
            to.claim(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    CoverageKind.valueOf(row.getString(6)),
                    row.getBoolean(7));
        });
    }

    /**
     * A new claim, unless the same is in force.
     *
     * @param line what it takes the place of; null when it is the first
     */
    Optional<CoverageId> add(
            @Nullable CoverageId line,
            ProviderId provider,
            @Nullable OfferId offer,
            Subject subject,
            int position,
            CoverageKind kind,
            String note,
            CoverageClaim.Grounds grounds,
            @Nullable AccountId by) {
        return jdbc.sql("""
                insert into learning.coverage (id, line, provider_id, offer_id, version_id, statement_id, group_key,
                    level_key, code, position, kind, note, evidence, link, starts_on, ends_on, added_at, added_by)
                overriding system value
                select n.id, coalesce(cast(:line as bigint), n.id), :provider, cast(:offer as bigint), :version,
                       cast(:statement as bigint), :group, :level, :code, :position, :kind, :note, :evidence, :link,
                       cast(:from as date), cast(:until as date), :now, cast(:by as bigint)
                from (select nextval(pg_get_serial_sequence('learning.coverage', 'id')) as id) n
                on conflict do nothing returning id
                """)
                .param("line", line == null ? null : line.value(), Types.BIGINT)
                .param("provider", provider.value())
                .param("offer", offer == null ? null : offer.value(), Types.BIGINT)
                .param("version", subject.version().value())
                .param(
                        "statement",
                        subject.statement() == null ? null : subject.statement().value(),
                        Types.BIGINT)
                .param("group", subject.group(), Types.VARCHAR)
                .param("level", subject.level(), Types.VARCHAR)
                .param("code", subject.code(), Types.VARCHAR)
                .param("position", position)
                .param("kind", kind.name())
                .param("note", note)
                .param("evidence", grounds.evidence())
                .param("link", grounds.link())
                .param("from", grounds.from(), Types.DATE)
                .param("until", grounds.until(), Types.DATE)
                .param("now", now())
                .param("by", by == null ? null : by.value(), Types.BIGINT)
                .query((row, number) -> new CoverageId(row.getLong("id")))
                .optional();
    }

    /**
     * A claim as it is to be written.
     *
     * @param line what it takes the place of; null when it is the first
     */
    record Written(
            @Nullable CoverageId line,
            @Nullable OfferId offer,
            Subject subject,
            CoverageKind kind,
            CoverageClaim.Grounds grounds) {}

    /** All of these that are not in force yet; how many. One SQL statement. */
    int add(ProviderId provider, List<Written> all, AccountId by) {
        return jdbc.sql("""
                insert into learning.coverage (id, line, provider_id, offer_id, version_id, statement_id, group_key,
                    level_key, kind, evidence, link, starts_on, ends_on, added_at, added_by)
                overriding system value
                select number, coalesce(line, number), :provider, offer_id, version_id, statement_id, group_key,
                    level_key, kind, evidence, link, starts_on, ends_on, :now, :by
                from (select nextval(pg_get_serial_sequence('learning.coverage', 'id')) as number, given.*
                      from jsonb_populate_recordset(cast(null as learning.coverage), cast(:rows as jsonb)) given) numbered
                on conflict do nothing
                """)
                .param("provider", provider.value())
                .param(
                        "rows",
                        JSON.writeValueAsString(
                                all.stream().map(CoverageClaims::row).toList()))
                .param("now", now())
                .param("by", by.value())
                .update();
    }

    /** By column. */
    private static Map<String, @Nullable Object> row(Written one) {
        var subject = one.subject();
        var grounds = one.grounds();
        var row = new HashMap<String, @Nullable Object>();
        row.put("line", one.line() == null ? null : one.line().value());
        row.put("offer_id", one.offer() == null ? null : one.offer().value());
        row.put("version_id", subject.version().value());
        row.put(
                "statement_id",
                subject.statement() == null ? null : subject.statement().value());
        row.put("group_key", subject.group());
        row.put("level_key", subject.level());
        row.put("kind", one.kind().name());
        row.put("evidence", grounds.evidence());
        row.put("link", grounds.link());
        row.put("starts_on", grounds.from() == null ? null : grounds.from().toString());
        row.put("ends_on", grounds.until() == null ? null : grounds.until().toString());
        return row;
    }

    /** Ends all of these that have not ended already; how many. */
    int end(Collection<CoverageId> ids, AccountId by) {
        return jdbc.sql("""
                update learning.coverage set ended_at = :now, ended_by = :by where id = any (:ids) and ended_at is null
                """)
                .param("ids", ids.stream().map(CoverageId::value).toArray(Long[]::new))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** The place of a printed claim in its document. */
    int position(CoverageId id) {
        return jdbc.sql("select position from learning.coverage where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Ends what is said in this line of any version. */
    void endLine(CoverageId line, AccountId by) {
        jdbc.sql("update learning.coverage set ended_at = :now, ended_by = :by where line = :line and ended_at is null")
                .param("line", line.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Ends a claim; false when it has ended already. */
    boolean end(CoverageId id, AccountId by) {
        return end(List.of(id), by) == 1;
    }

    /** The reviews of each of these claims, the latest first. */
    public List<Review> reviews(Collection<CoverageId> claims) {
        return jdbc.sql("""
                select r.coverage_id, r.verdict, r.reason, h.name, e.name as organisation, r.reviewed_at
                from learning.review r join access.holder h on h.account_id = r.reviewed_by
                    left join organisation.employer e on e.organisation_id = r.organisation_id
                where r.coverage_id = any (:claims) order by r.id desc
                """)
                .param("claims", claims.stream().map(CoverageId::value).toArray(Long[]::new))
                .query((row, number) -> new Review(
                        new CoverageId(row.getLong("coverage_id")),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        row.getString("name"),
                        row.getString("organisation"),
                        row.getObject("reviewed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void review(CoverageId claim, Verdict verdict, String reason, AccountId by, @Nullable OrganisationId organisation) {
        jdbc.sql("""
                insert into learning.review (coverage_id, verdict, reason, organisation_id, reviewed_by, reviewed_at)
                values (:claim, :verdict, :reason, cast(:organisation as bigint), :by, :now)
                """)
                .param("claim", claim.value())
                .param("verdict", verdict.name())
                .param("reason", reason)
                .param("organisation", organisation == null ? null : organisation.value(), Types.BIGINT)
                .param("by", by.value())
                .param("now", now())
                .update();
        jdbc.sql("""
                with recursive said (id, carried_from, note) as (
                    select c.id, c.carried_from, c.note from learning.coverage c where c.id = :claim
                    union all
                    select c.id, c.carried_from, c.note
                    from learning.coverage c join said on c.id = said.carried_from and c.note = said.note)
                update learning.coverage c set review = (
                    select r.verdict from learning.review r where r.coverage_id in (select id from said)
                    order by r.organisation_id is null and r.verdict <> 'NOT_REVIEWED' desc, r.id desc limit 1)
                where c.id = :claim
                """).param("claim", claim.value()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The versions whose own mappings have not become claims yet. */
    List<VersionId> notTaken() {
        return jdbc.sql("""
                select e.version_id from framework.edition e
                where not exists (select 1 from learning.taken_version t where t.version_id = e.version_id)
                order by e.version_id
                """)
                .query((row, number) -> new VersionId(row.getLong("version_id")))
                .list();
    }

    /** Notes that a version's mappings have become claims; false when they had. */
    boolean taken(VersionId version) {
        return jdbc.sql("""
                insert into learning.taken_version (version_id, taken_at) values (:version, :now) on conflict do nothing
                """)
                        .param("version", version.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    static CoverageClaim claim(ResultSet row, int number) throws SQLException {
        var offer = row.getObject("offer_id", Long.class);
        var statement = row.getObject("statement_id", Long.class);
        var by = row.getObject("added_by", Long.class);
        var ended = (@Nullable OffsetDateTime) row.getObject("ended_at", OffsetDateTime.class);
        var from = row.getObject("carried_from", Long.class);
        var because = row.getString("ended_because");
        return new CoverageClaim(
                new CoverageId(row.getLong("id")),
                new CoverageId(row.getLong("line")),
                new ProviderId(row.getLong("provider_id")),
                offer == null ? null : new OfferId(offer),
                new Subject(
                        new VersionId(row.getLong("version_id")),
                        statement == null ? null : new StatementId(statement),
                        row.getString("group_key"),
                        row.getString("level_key"),
                        row.getString("code")),
                CoverageKind.valueOf(row.getString("kind")),
                row.getString("note"),
                new CoverageClaim.Grounds(
                        row.getString("evidence"),
                        row.getString("link"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)),
                Verdict.valueOf(row.getString("review")),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new AccountId(by),
                ended == null ? null : ended.toInstant(),
                from == null ? null : new CoverageId(from),
                row.getBoolean("to_confirm"),
                because == null ? null : CoverageClaim.Ending.valueOf(because));
    }

    /** The groups from the innermost of these up to its root: a claim about any of them reaches it. */
    public static List<String> upwards(FrameworkVersion version, String group) {
        var path = new ArrayList<String>();
        version.rootOf(group).ifPresent(root -> path(root, group, path));
        return path;
    }

    private static boolean path(GroupEntry at, String wanted, List<String> path) {
        if (at.id().equals(wanted) || at.groups().stream().anyMatch(child -> path(child, wanted, path))) {
            path.add(at.id());
            return true;
        }
        return false;
    }
}
