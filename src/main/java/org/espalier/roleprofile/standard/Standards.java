package org.espalier.roleprofile.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The national standards that this installation knows. Writing is for use cases that have asked for permission. */
@Component
public class Standards {
    /** How many a search finds at most. */
    public static final int PAGE = 50;

    private static final double ALIKE = 0.42;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Standards(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * How many standards stand in one place of the functional map.
     *
     * @param principle null for those that have none
     */
    public record PlaceCount(
            @Nullable String principle,
            @Nullable String principleCode,
            @Nullable String function,
            int standards) {}

    /** All of the functional map in numbers. One statement. */
    public List<PlaceCount> places() {
        return jdbc.sql("""
                select principle, min(principle_code) as principle_code, function, count(*) as standards
                from roleprofile.standard group by principle, function
                order by min(principle_code) nulls last, lower(principle) nulls last, lower(function) nulls last
                """)
                .query((row, n) -> new PlaceCount(
                        row.getString("principle"),
                        row.getString("principle_code"),
                        row.getString("function"),
                        row.getInt("standards")))
                .list();
    }

    /**
     * Some of those of one principle, by function and title. One statement.
     *
     * @param principle null for those that have none
     */
    public List<Standard> ofPrinciple(@Nullable String principle, int from, int most) {
        return jdbc.sql("""
                select * from roleprofile.standard where principle is not distinct from :principle
                order by lower(function) nulls last, lower(title), code limit :most offset :from
                """)
                .param("from", from)
                .param("most", most)
                .param("principle", principle, Types.VARCHAR)
                .query(Standards::standard)
                .list();
    }

    /** Those whose code, title or function has these words, or nearly so; the nearest first. One statement. */
    public List<Standard> search(String words) {
        var wanted = words.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select s.* from roleprofile.standard s,
                     lateral (select greatest(
                         case when s.code = :code then 3 when position(:code in s.code) > 0 then 2 else 0 end,
                         case when position(lower(:words) in lower(s.title)) > 0 then 1.5 else 0 end,
                         (select avg(word_similarity(w, lower(s.title || ' ' || coalesce(s.function, ''))))
                          from unnest(:each) w)) as alike) a
                where a.alike >= :alike
                order by a.alike desc, lower(s.title), s.code limit :page
                """)
                .param("words", wanted)
                .param("each", wanted.toLowerCase(Locale.ROOT).split("\\s+"))
                .param("code", wanted.replaceAll("\\s+", "").toUpperCase(Locale.ROOT))
                .param("alike", ALIKE)
                .param("page", PAGE)
                .query(Standards::standard)
                .list();
    }

    public Optional<Standard> find(StandardCode code) {
        return of(List.of(code)).stream().findFirst();
    }

    /** Those of these codes that are known. One statement. */
    public List<Standard> of(Collection<StandardCode> codes) {
        return jdbc.sql("select * from roleprofile.standard where code = any (:codes) order by code")
                .param("codes", codes.stream().map(StandardCode::value).toArray(String[]::new))
                .query(Standards::standard)
                .list();
    }

    /** Those whose place this standard has taken. */
    public List<Standard> supersededBy(StandardCode code) {
        return jdbc.sql("select * from roleprofile.standard where superseded_by = :code order by code")
                .param("code", code.value())
                .query(Standards::standard)
                .list();
    }

    /** Adds those that are not known yet; of the others nothing changes. */
    void addUnknown(List<Standard> found) {
        batches.batchUpdate("""
                insert into roleprofile.standard (code, title, uri, suite, principle, principle_code, function, superseded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing
                """, found.stream().map(Standards::columns).toList());
    }

    /** Adds them, or lets those that are known follow in all but their titles. */
    void put(List<Standard> standards) {
        batches.batchUpdate("""
                insert into roleprofile.standard as known
                    (code, title, uri, suite, principle, principle_code, function, superseded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update set
                    uri = excluded.uri, suite = excluded.suite, principle = excluded.principle,
                    principle_code = excluded.principle_code, function = excluded.function,
                    superseded_by = excluded.superseded_by, changed_at = now()
                """, standards.stream().map(Standards::columns).toList());
    }

    private static Object[] columns(Standard standard) {
        var supersededBy = standard.supersededBy();
        return new Object[] {
            standard.code().value(),
            standard.title(),
            standard.uri(),
            standard.suite(),
            standard.principle(),
            standard.principleCode(),
            standard.function(),
            supersededBy == null ? null : supersededBy.value()
        };
    }

    private static Standard standard(ResultSet row, int number) throws SQLException {
        var supersededBy = row.getString("superseded_by");
        return new Standard(
                new StandardCode(row.getString("code")),
                row.getString("title"),
                row.getString("uri"),
                row.getString("suite"),
                row.getString("principle"),
                row.getString("principle_code"),
                row.getString("function"),
                supersededBy == null ? null : new StandardCode(supersededBy));
    }
}
