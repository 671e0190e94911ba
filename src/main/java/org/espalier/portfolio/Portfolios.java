package org.espalier.portfolio;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody's evidence. Whoever asks says whose it is; what is somebody else's is not found. */
@Component
public class Portfolios {
    private static final int EXCERPT = 160;
    private static final String SUPPORTS = """
            array(select s.version_id from portfolio.support s where s.evidence_id = e.id order by s.statement_id)
                as supported_versions,
            array(select s.statement_id from portfolio.support s where s.evidence_id = e.id order by s.statement_id)
                as supported_statements
            """;
    private static final String LINE = """
            select e.id, e.kind, e.title, e.happened_on, e.valid_until, e.hours, e.kept_at is null as draft, e.removed_at,
                   (select count(*) from portfolio.file f where f.evidence_id = e.id and f.removed_at is null) as files,
                   left(array_to_string(e.parts, ' '), %d) as excerpt,
            """.formatted(EXCERPT) + SUPPORTS;

    private final JdbcClient jdbc;
    private final EvidenceFiles files;
    private final Clock clock;

    Portfolios(JdbcClient jdbc, EvidenceFiles files, Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.clock = clock;
    }

    /** A page of a person's evidence, the latest first, drafts without a date on top. One SQL statement. */
    public PortfolioPage page(PersonId person, PortfolioQuery query) {
        var conditions = new StringBuilder("person_id = :person and removed_at is null");
        var words = PortfolioQuery.textSearch(query.words());
        if (words != null) {
            conditions.append(" and words @@ to_tsquery('english', :words)");
        }
        if (query.kind() != null) {
            conditions.append(" and kind = :kind");
        }
        if (query.from() != null) {
            conditions.append(" and happened_on >= :from");
        }
        if (query.to() != null) {
            conditions.append(" and happened_on <= :to");
        }
        if (query.statements() != null) {
            conditions.append(
                    " and id in (select evidence_id from portfolio.support where statement_id = any(:statements))");
        }
        var total = new int[1];
        var lines = jdbc.sql(LINE + """
                , page.total from (
                    select id, coalesce(happened_on, 'infinity') as day, count(*) over () as total
                    from portfolio.evidence where %s
                    order by day desc, id desc limit :size offset :offset
                ) page join portfolio.evidence e using (id) order by page.day desc, e.id desc
                """.formatted(conditions))
                .param("person", person.value())
                .param("words", words)
                .param("kind", query.kind() == null ? null : query.kind().slug())
                .param("from", query.from())
                .param("to", query.to())
                .param("statements", query.statements() == null ? null : ids(query.statements()))
                .param("size", PortfolioPage.SIZE)
                .param("offset", (query.page() - 1) * PortfolioPage.SIZE)
                .query((row, number) -> {
                    total[0] = row.getInt("total");
                    return line(row);
                })
                .list();
        return new PortfolioPage(lines, total[0], query.page());
    }

    /** The versions whose statements a person's evidence supports. */
    public List<VersionId> frameworks(PersonId person) {
        return jdbc.sql("""
                select distinct s.version_id from portfolio.support s join portfolio.evidence e on e.id = s.evidence_id
                where e.person_id = :person and e.removed_at is null order by s.version_id
                """)
                .param("person", person.value())
                .query((row, number) -> new VersionId(row.getLong("version_id")))
                .list();
    }

    /** How many kept items a person has for each of these versions, where there are any. One SQL statement. */
    public Map<VersionId, Integer> countByVersion(PersonId person, Collection<VersionId> of) {
        return jdbc
                .sql("""
                select s.version_id, count(distinct e.id) as items
                from portfolio.evidence e join portfolio.support s on s.evidence_id = e.id
                where e.person_id = :person and e.removed_at is null and e.kept_at is not null
                  and s.version_id = any(:versions)
                group by s.version_id
                """)
                .param("person", person.value())
                .param("versions", of.stream().map(VersionId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new VersionId(row.getLong("version_id")), row.getInt("items")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a person has removed, the last first. */
    public List<EvidenceLine> bin(PersonId person) {
        return jdbc.sql(LINE + """
                from portfolio.evidence e where e.person_id = :person and e.removed_at is not null
                order by e.removed_at desc, e.id desc
                """)
                .param("person", person.value())
                .query((row, number) -> line(row))
                .list();
    }

    /** One of a person's own items, also one in the bin. */
    public EvidenceView get(PersonId person, EvidenceId id) {
        return find(id).filter(view -> view.owner().equals(person))
                .orElseThrow(() -> new Problem.NotFound("portfolio.problem.noEvidence"));
    }

    /** Anybody's; whoever calls this has made sure that it may be seen. Two SQL statements. */
    Optional<EvidenceView> find(EvidenceId id) {
        var its = files.of(id);
        return jdbc.sql("select e.*, " + SUPPORTS + " from portfolio.evidence e where e.id = :id")
                .param("id", id.value())
                .query((row, number) -> view(row, its))
                .optional();
    }

    /** The next so many of a person's items after this one, in the order of their numbers. Two SQL statements. */
    List<EvidenceView> batch(PersonId person, long after, int size) {
        var found = jdbc.sql("select e.*, " + SUPPORTS + """
                from portfolio.evidence e
                where e.person_id = :person and e.removed_at is null and e.id > :after order by e.id limit :size
                """)
                .param("person", person.value())
                .param("after", after)
                .param("size", size)
                .query((row, number) -> view(row, List.of()))
                .list();
        var their = files.of(found.stream().map(EvidenceView::id).toList());
        return found.stream()
                .map(view -> view.with(their.getOrDefault(view.id(), List.of())))
                .toList();
    }

    TakePortfolio.Amount amount(PersonId person) {
        return jdbc.sql("""
                select count(distinct e.id) as items, coalesce(sum(f.size), 0) as bytes
                from portfolio.evidence e
                    left join portfolio.file f on f.evidence_id = e.id and f.removed_at is null
                where e.person_id = :person and e.removed_at is null
                """)
                .param("person", person.value())
                .query((row, number) -> new TakePortfolio.Amount(row.getInt("items"), row.getLong("bytes")))
                .single();
    }

    /** Those of these items that are a person's own, kept, and not in the bin. */
    List<EvidenceId> shareable(PersonId person, Collection<EvidenceId> ids) {
        return jdbc.sql("""
                select id from portfolio.evidence
                where id = any(:ids) and person_id = :person and kept_at is not null and removed_at is null
                """)
                .param("ids", ids.stream().map(EvidenceId::value).toArray(Long[]::new))
                .param("person", person.value())
                .query((row, number) -> new EvidenceId(row.getLong("id")))
                .list();
    }

    EvidenceId add(PersonId person, EvidenceKind kind, @Nullable LocalDate date) {
        return jdbc.sql("""
                insert into portfolio.evidence (person_id, kind, happened_on, added_at, changed_at)
                values (:person, :kind, :date, :now, :now) returning id
                """)
                .param("person", person.value())
                .param("kind", kind.slug())
                .param("date", date)
                .param("now", now())
                .query((row, number) -> new EvidenceId(row.getLong("id")))
                .single();
    }

    /** Removes drafts in which nobody wrote anything, an hour after they were begun. */
    void dropUntouched(PersonId person) {
        jdbc.sql("""
                delete from portfolio.evidence e
                where person_id = :person and kept_at is null and revision = 1 and removed_at is null
                  and added_at < :before and not exists (select 1 from portfolio.file f where f.evidence_id = e.id)
                """)
                .param("person", person.value())
                .param("before", clock.instant().minusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes what a person says of their own item, out of the bin; true when there is such an item. */
    boolean write(PersonId person, EvidenceId id, EvidenceContent content, boolean keep) {
        return jdbc.sql("""
                update portfolio.evidence
                set title = :title, happened_on = :date, structure = :structure, parts = :parts, source = :source,
                    link = :link, valid_until = :validUntil, hours = :hours, participatory = :participatory,
                    words = setweight(to_tsvector('english', :title), 'A')
                        || to_tsvector('english', left(:texts, 200000)),
                    revision = revision + 1, changed_at = :now,
                    kept_at = case when :keep then coalesce(kept_at, :now) else kept_at end
                where id = :id and person_id = :person and removed_at is null
                """)
                        .param("title", content.title())
                        .param("date", content.date())
                        .param("structure", content.structure().slug())
                        .param("parts", content.parts().toArray(String[]::new))
                        .param("source", content.source())
                        .param("link", content.link())
                        .param("validUntil", content.validUntil())
                        .param("hours", content.hours())
                        .param("participatory", content.participatory())
                        .param("texts", String.join("\n", content.texts()))
                        .param("keep", keep)
                        .param("now", now())
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    void support(EvidenceId id, Collection<Support> supports) {
        jdbc.sql("""
                insert into portfolio.support (evidence_id, statement_id, version_id, added_at)
                select :id, s.statement_id, s.version_id, :now
                from unnest(cast(:statements as bigint[]), cast(:versions as bigint[])) s (statement_id, version_id)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param(
                        "statements",
                        ids(supports.stream().map(Support::statement).toList()))
                .param(
                        "versions",
                        supports.stream()
                                .map(support -> support.version().value())
                                .toArray(Long[]::new))
                .param("now", now())
                .update();
    }

    void noLongerSupport(EvidenceId id, Collection<StatementId> statements) {
        jdbc.sql("delete from portfolio.support where evidence_id = :id and statement_id = any(:statements)")
                .param("id", id.value())
                .param("statements", ids(statements))
                .update();
    }

    /** Puts one of a person's items in the bin or takes it out; true when there is such an item. */
    boolean remove(PersonId person, EvidenceId id, boolean removed) {
        return jdbc.sql("""
                update portfolio.evidence set removed_at = case when :removed then coalesce(removed_at, :now) end
                where id = :id and person_id = :person
                """)
                        .param("removed", removed)
                        .param("now", now())
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Deletes what is in a person's bin for good; true when it was there. */
    boolean delete(PersonId person, EvidenceId id) {
        return jdbc.sql("""
                delete from portfolio.evidence where id = :id and person_id = :person and removed_at is not null
                """)
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static Long[] ids(Collection<StatementId> statements) {
        return statements.stream().map(StatementId::value).toArray(Long[]::new);
    }

    private static EvidenceLine line(ResultSet row) throws SQLException {
        return new EvidenceLine(
                new EvidenceId(row.getLong("id")),
                kind(row),
                row.getString("title"),
                day(row, "happened_on"),
                day(row, "valid_until"),
                row.getBigDecimal("hours"),
                row.getString("excerpt"),
                row.getBoolean("draft"),
                instant(row, "removed_at"),
                supports(row),
                row.getInt("files"));
    }

    private static EvidenceView view(ResultSet row, List<EvidenceFile> files) throws SQLException {
        return new EvidenceView(
                new EvidenceId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                kind(row),
                new EvidenceContent(
                        row.getString("title"),
                        day(row, "happened_on"),
                        Structure.ofSlug(row.getString("structure")).orElseThrow(),
                        List.of((String[]) row.getArray("parts").getArray()),
                        row.getString("source"),
                        row.getString("link"),
                        day(row, "valid_until"),
                        row.getBigDecimal("hours"),
                        row.getObject("participatory", Boolean.class)),
                row.getInt("revision"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                instant(row, "kept_at"),
                instant(row, "removed_at"),
                supports(row),
                files);
    }

    private static EvidenceKind kind(ResultSet row) throws SQLException {
        return EvidenceKind.ofSlug(row.getString("kind")).orElseThrow();
    }

    private static List<Support> supports(ResultSet row) throws SQLException {
        var versions = (Long[]) row.getArray("supported_versions").getArray();
        var statements = (Long[]) row.getArray("supported_statements").getArray();
        var supports = new ArrayList<Support>();
        for (var n = 0; n < versions.length; n++) {
            supports.add(new Support(new VersionId(versions[n]), new StatementId(statements[n])));
        }
        return supports;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var day = (@Nullable Date) row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = (@Nullable OffsetDateTime) row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
