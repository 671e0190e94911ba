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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.access.AccountId;
import org.espalier.learning.Offer.Details;
import org.espalier.learning.Offer.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

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

    private static final String COLUMNS = """
            reference, status, title, kind, summary, scale, level, comparable_scale, comparable_level, comparable_by, credits,
            awarding_body, accreditation, duration, cost_pence, cost_note, mode, requirements, prior_learning, leads_to, link
            """;

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
     * @param words each has to begin a word of its title, summary, awarding body, accreditation, places, what it leads to or
     *     provider
     * @param level its own, or one that is said to be broadly comparable
     */
    public record Search(
            String words,
            Offer.@Nullable Kind kind,
            Offer.@Nullable Mode mode,
            @Nullable QualificationLevel level,
            boolean free,
            boolean priorLearning,
            boolean toCome,
            @Nullable ProviderId provider,
            int page) {
        public boolean isForAll() {
            return words.isBlank()
                    && kind == null
                    && mode == null
                    && level == null
                    && !free
                    && !priorLearning
                    && !toCome
                    && provider == null;
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
        var level = search.level();
        var patterns = Stream.of(SIGNS.split(search.words().toLowerCase(Locale.UK)))
                .filter(word -> !word.isEmpty())
                .limit(10)
                .map(word -> "% " + word + "%")
                .toArray(String[]::new);
        var lines = jdbc.sql("""
                select page.*, array(select c.starts_on from learning.occasion c where c.offer_id = page.id
                                     order by c.position) as occasion_days,
                       array(select c.place from learning.occasion c where c.offer_id = page.id order by c.position)
                           as occasion_places
                from (select o.*, p.name as provider_name, p.slug as provider_slug, count(*) over () as total
                      from learning.offer o join learning.provider p on p.id = o.provider_id
                      where o.status = 'PUBLISHED'
                        and ' ' || lower(regexp_replace(concat_ws(' ', o.title, p.name, o.awarding_body, o.summary,
                                                                  o.accreditation, o.leads_to,
                                                                  (select string_agg(c.place, ' ') from learning.occasion c
                                                                   where c.offer_id = o.id)),
                                                        '[^[:alnum:]]+', ' ', 'g')) like all (cast(:patterns as text[]))
                        and (cast(:kind as text) is null or o.kind = :kind)
                        and (cast(:mode as text) is null or o.mode = :mode)
                        and (cast(:scale as text) is null or (o.scale = :scale and o.level = :level)
                             or (o.comparable_scale = :scale and o.comparable_level = :level))
                        and (not :toCome or exists (select 1 from learning.occasion c
                                                    where c.offer_id = o.id and c.starts_on >= :today))
                        and (not :free or o.cost_pence = 0)
                        and (not :prior or o.prior_learning <> '')
                        and (cast(:provider as bigint) is null or o.provider_id = :provider)
                      order by lower(o.title), o.id limit :size offset :offset) page
                order by lower(title), id
                """)
                .param("patterns", patterns)
                .param("kind", search.kind() == null ? null : search.kind().name(), Types.VARCHAR)
                .param("mode", search.mode() == null ? null : search.mode().name(), Types.VARCHAR)
                .param("scale", level == null ? null : level.scale().name(), Types.VARCHAR)
                .param("level", level == null ? null : level.level(), Types.VARCHAR)
                .param("toCome", search.toCome())
                .param("today", LocalDate.ofInstant(clock.instant(), HERE))
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

    /**
     * Something on offer, as it is to be written.
     *
     * @param revision the one that was last seen; 0 when it is new
     */
    record Written(OfferId id, int revision, String reference, Details details, Status status) {}

    /** Numbers for so many that are new. */
    List<OfferId> numbers(int howMany) {
        return jdbc.sql("""
                select nextval(pg_get_serial_sequence('learning.offer', 'id')) as id from generate_series(1, :many)
                """)
                .param("many", howMany)
                .query((row, number) -> new OfferId(row.getLong("id")))
                .list();
    }

    /** Adds all that have a reference which none of the provider's has; how many. Two SQL statements. */
    int add(ProviderId provider, List<Written> all, AccountId by) {
        var added = jdbc.sql("insert into learning.offer (id, provider_id, " + COLUMNS + """
                , added_at, changed_at, changed_by) overriding system value
                select id, :provider, """ + COLUMNS + """
                , :now, :now, :by from jsonb_populate_recordset(cast(null as learning.offer), cast(:rows as jsonb))
                on conflict do nothing
                """)
                .param("provider", provider.value())
                .param("rows", rows(all))
                .param("now", now())
                .param("by", by.value())
                .update();
        if (added == all.size()) {
            addOccasions(all);
        }
        return added;
    }

    /** Writes all of these anew that nobody has changed since their revision; how many. Three SQL statements. */
    int write(List<Written> all, AccountId by) {
        var written = jdbc.sql(
                        "update learning.offer o set revision = o.revision + 1, changed_at = :now, changed_by = :by, ("
                                + COLUMNS + ") = (select " + COLUMNS + " from (select n.*) its) " + """
                from jsonb_populate_recordset(cast(null as learning.offer), cast(:rows as jsonb)) n
                where o.id = n.id and o.revision = n.revision
                """)
                .param("rows", rows(all))
                .param("now", now())
                .param("by", by.value())
                .update();
        if (written == all.size()) {
            jdbc.sql("delete from learning.occasion where offer_id = any (:ids)")
                    .param("ids", all.stream().map(one -> one.id().value()).toArray(Long[]::new))
                    .update();
            addOccasions(all);
        }
        return written;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String rows(List<Written> all) {
        return JSON.writeValueAsString(all.stream().map(Offers::row).toList());
    }

    /** By column. */
    private static Map<String, @Nullable Object> row(Written one) {
        var details = one.details();
        var level = details.level();
        var comparable = details.comparable();
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", one.id().value());
        row.put("revision", one.revision());
        row.put("reference", one.reference());
        row.put("status", one.status().name());
        row.put("title", details.title());
        row.put("kind", name(details.kind()));
        row.put("summary", details.summary());
        row.put("scale", level == null ? null : level.scale().name());
        row.put("level", level == null ? null : level.level());
        row.put(
                "comparable_scale",
                comparable == null ? null : comparable.level().scale().name());
        row.put(
                "comparable_level",
                comparable == null ? null : comparable.level().level());
        row.put("comparable_by", comparable == null ? "" : comparable.by());
        row.put("credits", details.credits());
        row.put("awarding_body", details.awardingBody());
        row.put("accreditation", details.accreditation());
        row.put("duration", details.duration());
        row.put("cost_pence", details.costPence());
        row.put("cost_note", details.costNote());
        row.put("mode", name(details.mode()));
        row.put("requirements", details.requirements());
        row.put("prior_learning", details.priorLearning());
        row.put("leads_to", details.leadsTo());
        row.put("link", details.link());
        return row;
    }

    private void addOccasions(List<Written> all) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var one : all) {
            var occasions = one.details().occasions();
            for (var at = 0; at < occasions.size(); at++) {
                var row = new HashMap<String, @Nullable Object>();
                var startsOn = occasions.get(at).startsOn();
                row.put("offer_id", one.id().value());
                row.put("position", at + 1);
                row.put("starts_on", startsOn == null ? null : startsOn.toString());
                row.put("place", occasions.get(at).place());
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            jdbc.sql("""
                    insert into learning.occasion (offer_id, position, starts_on, place)
                    select offer_id, position, starts_on, place
                    from jsonb_populate_recordset(cast(null as learning.occasion), cast(:rows as jsonb))
                    """).param("rows", JSON.writeValueAsString(rows)).update();
        }
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
