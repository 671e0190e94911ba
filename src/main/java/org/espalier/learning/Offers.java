package org.espalier.learning;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.learning.Offer.Details;
import org.espalier.learning.Offer.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that is offered. The writing methods ask nobody for permission: they are called by use cases that have. */
@Component
public class Offers {
    /** How many stand on one page of a list. */
    public static final int ON_A_PAGE = 20;

    static final String OFFER = """
            select o.*, array(select c.starts_on from learning.occasion c where c.offer_id = o.id order by c.position)
                       as occasion_days,
                   array(select c.place from learning.occasion c where c.offer_id = o.id order by c.position)
                       as occasion_places
            from learning.offer o
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Offer> find(OfferId id) {
        return jdbc.sql(OFFER + "where o.id = :id")
                .param("id", id.value())
                .query(Offers::offer)
                .optional();
    }

    /** These, by their number; in one statement. */
    public Map<OfferId, Offer> find(Collection<OfferId> ids) {
        return jdbc
                .sql(OFFER + "where o.id = any (:ids)")
                .param("ids", ids.stream().map(OfferId::value).distinct().toArray(Long[]::new))
                .query(Offers::offer)
                .list()
                .stream()
                .collect(Collectors.toMap(Offer::id, Function.identity()));
    }

    /** All of a provider's, drafts and closed ones too, by title. */
    public List<Offer> of(ProviderId provider) {
        return jdbc.sql(OFFER + "where o.provider_id = :provider order by lower(o.title), o.id")
                .param("provider", provider.value())
                .query(Offers::offer)
                .list();
    }

    /**
     * What somebody looks for among all that is published.
     *
     * @param words each has to begin a word of its title, summary, awarding body or provider
     */
    public record Search(
            String words,
            Offer.@Nullable Kind kind,
            Offer.@Nullable Mode mode,
            boolean free,
            boolean priorLearning,
            @Nullable ProviderId provider,
            int page) {
        public boolean isForAll() {
            return words.isBlank() && kind == null && mode == null && !free && !priorLearning && provider == null;
        }
    }

    /** A page of what was found. */
    public record Found(List<Line> lines, int total, int page) {
        public int pages() {
            return Math.max(1, (total + ON_A_PAGE - 1) / ON_A_PAGE);
        }
    }

    /** One of those found, with the name of whose it is. */
    public record Line(Offer offer, String provider, String providerSlug) {}

    /** A page of what is published and looked for, by title. One statement. */
    public Found search(Search search) {
        var total = new int[1];
        var patterns = search.words().isBlank()
                ? new String[0]
                : List.of(search.words().strip().toLowerCase(Locale.UK).split("\\s+")).stream()
                        .limit(10)
                        .map(word -> "% " + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                        .toArray(String[]::new);
        var lines = jdbc.sql("""
                select page.*, array(select c.starts_on from learning.occasion c where c.offer_id = page.id
                                     order by c.position) as occasion_days,
                       array(select c.place from learning.occasion c where c.offer_id = page.id order by c.position)
                           as occasion_places
                from (select o.*, p.name as provider_name, p.slug as provider_slug, count(*) over () as total
                      from learning.offer o join learning.provider p on p.id = o.provider_id
                      where o.status = 'PUBLISHED'
                        and ' ' || lower(regexp_replace(concat_ws(' ', o.title, p.name, o.awarding_body, o.summary),
                                                        '[^[:alnum:]]+', ' ', 'g')) like all (cast(:patterns as text[]))
                        and (cast(:kind as text) is null or o.kind = :kind)
                        and (cast(:mode as text) is null or o.mode = :mode)
                        and (not :free or o.cost_pence = 0)
                        and (not :prior or o.prior_learning <> '')
                        and (cast(:provider as bigint) is null or o.provider_id = :provider)
                      order by lower(o.title), o.id limit :size offset :offset) page
                order by lower(title), id
                """)
                .param("patterns", patterns)
                .param("kind", search.kind() == null ? null : search.kind().name(), Types.VARCHAR)
                .param("mode", search.mode() == null ? null : search.mode().name(), Types.VARCHAR)
                .param("free", search.free())
                .param("prior", search.priorLearning())
                .param(
                        "provider",
                        search.provider() == null ? null : search.provider().value(),
                        Types.BIGINT)
                .param("size", ON_A_PAGE)
                .param("offset", (search.page() - 1L) * ON_A_PAGE)
                .query((row, number) -> {
                    total[0] = row.getInt("total");
                    return new Line(offer(row, number), row.getString("provider_name"), row.getString("provider_slug"));
                })
                .list();
        return new Found(lines, total[0], search.page());
    }

    OfferId add(ProviderId provider, String reference, Details details, Status status, AccountId by) {
        var id = new OfferId(write("""
                insert into learning.offer (provider_id, reference, status, title, kind, summary, scale, level,
                    comparable_scale, comparable_level, comparable_by, credits, awarding_body, accreditation, duration,
                    cost_pence, cost_note, mode, requirements, prior_learning, leads_to, link, added_at, changed_at,
                    changed_by)
                values (:provider, :reference, :status, :title, :kind, :summary, :scale, :level, :comparableScale,
                    :comparableLevel, :comparableBy, :credits, :awardingBody, :accreditation, :duration, :cost,
                    :costNote, :mode, :requirements, :priorLearning, :leadsTo, :link, :now, :now, :by)
                returning id
                """, reference, details, status, by)
                .param("provider", provider.value())
                .query(Long.class)
                .single());
        occasions(id, details);
        return id;
    }

    /** Writes it anew; false when somebody has changed it since this revision. */
    boolean write(OfferId id, int revision, String reference, Details details, Status status, AccountId by) {
        var written = write("""
                update learning.offer set reference = :reference, status = :status, title = :title, kind = :kind,
                    summary = :summary, scale = :scale, level = :level, comparable_scale = :comparableScale,
                    comparable_level = :comparableLevel, comparable_by = :comparableBy, credits = :credits,
                    awarding_body = :awardingBody, accreditation = :accreditation, duration = :duration,
                    cost_pence = :cost, cost_note = :costNote, mode = :mode, requirements = :requirements,
                    prior_learning = :priorLearning, leads_to = :leadsTo, link = :link, changed_at = :now,
                    changed_by = :by, revision = revision + 1
                where id = :id and revision = :revision
                """, reference, details, status, by)
                        .param("id", id.value())
                        .param("revision", revision)
                        .update()
                == 1;
        if (written) {
            jdbc.sql("delete from learning.occasion where offer_id = :id")
                    .param("id", id.value())
                    .update();
            occasions(id, details);
        }
        return written;
    }

    private JdbcClient.StatementSpec write(String sql, String reference, Details details, Status status, AccountId by) {
        var level = details.level();
        var comparable = details.comparable();
        return jdbc.sql(sql)
                .param("reference", reference)
                .param("status", status.name())
                .param("title", details.title())
                .param("kind", name(details.kind()), Types.VARCHAR)
                .param("summary", details.summary())
                .param("scale", level == null ? null : level.scale().name(), Types.VARCHAR)
                .param("level", level == null ? null : level.level(), Types.VARCHAR)
                .param(
                        "comparableScale",
                        comparable == null ? null : comparable.level().scale().name(),
                        Types.VARCHAR)
                .param(
                        "comparableLevel",
                        comparable == null ? null : comparable.level().level(),
                        Types.VARCHAR)
                .param("comparableBy", comparable == null ? "" : comparable.by())
                .param("credits", details.credits(), Types.NUMERIC)
                .param("awardingBody", details.awardingBody())
                .param("accreditation", details.accreditation())
                .param("duration", details.duration())
                .param("cost", details.costPence(), Types.BIGINT)
                .param("costNote", details.costNote())
                .param("mode", name(details.mode()), Types.VARCHAR)
                .param("requirements", details.requirements())
                .param("priorLearning", details.priorLearning())
                .param("leadsTo", details.leadsTo())
                .param("link", details.link())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.value());
    }

    private void occasions(OfferId id, Details details) {
        if (details.occasions().isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into learning.occasion (offer_id, position, starts_on, place)
                select :id, o.position, cast(nullif(o.day, '') as date), o.place
                from unnest(cast(:days as text[]), cast(:places as text[])) with ordinality as o (day, place, position)
                """)
                .param("id", id.value())
                .param(
                        "days",
                        details.occasions().stream()
                                .map(one -> one.startsOn() == null
                                        ? ""
                                        : one.startsOn().toString())
                                .toArray(String[]::new))
                .param(
                        "places",
                        details.occasions().stream().map(Offer.Occasion::place).toArray(String[]::new))
                .update();
    }

    private static @Nullable String name(@Nullable Enum<?> one) {
        return one == null ? null : one.name();
    }

    static Offer offer(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        var mode = row.getString("mode");
        var comparable = level(row, "comparable_scale", "comparable_level");
        return new Offer(
                new OfferId(row.getLong("id")),
                new ProviderId(row.getLong("provider_id")),
                row.getString("reference"),
                Status.valueOf(row.getString("status")),
                row.getInt("revision"),
                new Details(
                        row.getString("title"),
                        kind == null ? null : Offer.Kind.valueOf(kind),
                        row.getString("summary"),
                        level(row, "scale", "level"),
                        comparable == null ? null : new Offer.Comparable(comparable, row.getString("comparable_by")),
                        credits(row),
                        row.getString("awarding_body"),
                        row.getString("accreditation"),
                        row.getString("duration"),
                        row.getObject("cost_pence", Long.class),
                        row.getString("cost_note"),
                        mode == null ? null : Offer.Mode.valueOf(mode),
                        occasions(row.getArray("occasion_days"), row.getArray("occasion_places")),
                        row.getString("requirements"),
                        row.getString("prior_learning"),
                        row.getString("leads_to"),
                        row.getString("link")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable BigDecimal credits(ResultSet row) throws SQLException {
        var credits = (@Nullable BigDecimal) row.getBigDecimal("credits");
        return credits == null ? null : credits.stripTrailingZeros();
    }

    private static @Nullable QualificationLevel level(ResultSet row, String scale, String level) throws SQLException {
        var name = row.getString(scale);
        return name == null ? null : new QualificationLevel(LevelScale.valueOf(name), row.getString(level));
    }

    private static List<Offer.Occasion> occasions(Array days, Array places) throws SQLException {
        var dates = (@Nullable Date[]) days.getArray();
        var names = (String[]) places.getArray();
        var occasions = new ArrayList<Offer.Occasion>();
        for (var n = 0; n < names.length; n++) {
            @Nullable LocalDate day = dates[n] == null ? null : dates[n].toLocalDate();
            occasions.add(new Offer.Occasion(day, names[n]));
        }
        return occasions;
    }
}
