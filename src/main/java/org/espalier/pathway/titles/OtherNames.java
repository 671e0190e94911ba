package org.espalier.pathway.titles;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All other names. Those in use are held in memory and read again every other second, and at once after a change here. */
@Component
public class OtherNames {
    private static final Duration HOLDS = Duration.ofSeconds(2);
    private static final String NAME = """
            select n.id, n.framework, n.level, n.words, added.name as added_by, n.added_at, removed.name as removed_by,
                   n.removed_at
            from pathway.other_name n
            join access.holder added on added.account_id = n.added_by
            left join access.holder removed on removed.account_id = n.removed_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Held held;

    OtherNames(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Held(EverydayWords words, long readAt) {}

    /** Those in use, ready to be looked through. */
    EverydayWords inUse() {
        var known = held;
        var now = System.nanoTime();
        if (known == null || now - known.readAt() > HOLDS.toNanos()) {
            known = new Held(
                    new EverydayWords(jdbc.sql(NAME + "where n.removed_at is null order by n.id")
                            .query(OtherNames::name)
                            .list()),
                    now);
            held = known;
        }
        return known.words();
    }

    /** Those in use for a framework and its levels, by words. */
    public List<OtherName> of(String framework) {
        return jdbc.sql(NAME + "where n.framework = :framework and n.removed_at is null order by lower(n.words), n.id")
                .param("framework", framework)
                .query(OtherNames::name)
                .list();
    }

    /** Everything that was ever added or taken out here, the latest first. */
    public List<OtherName> history(String framework) {
        return jdbc.sql(NAME + """
                where n.framework = :framework order by coalesce(n.removed_at, n.added_at) desc, n.id desc limit 200
                """)
                .param("framework", framework)
                .query(OtherNames::name)
                .list();
    }

    /** A name in use here, by its number. */
    Optional<OtherName> find(String framework, long id) {
        return jdbc.sql(NAME + "where n.framework = :framework and n.id = :id and n.removed_at is null")
                .param("framework", framework)
                .param("id", id)
                .query(OtherNames::name)
                .optional();
    }

    /** False when it is there already. */
    boolean add(String framework, @Nullable String level, String words, AccountId by) {
        var added = jdbc.sql("""
                insert into pathway.other_name (framework, level, words, added_by, added_at)
                values (:framework, :level, :words, :by, :now) on conflict do nothing
                """)
                        .param("framework", framework)
                        .param("level", level, Types.VARCHAR)
                        .param("words", words)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
        held = null;
        return added;
    }

    void remove(OtherName name, AccountId by) {
        jdbc.sql("""
                update pathway.other_name set removed_by = :by, removed_at = :now where id = :id and removed_at is null
                """)
                .param("id", name.id())
                .param("by", by.value())
                .param("now", now())
                .update();
        held = null;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static OtherName name(ResultSet row, int number) throws SQLException {
        return new OtherName(
                row.getLong("id"),
                row.getString("framework"),
                row.getString("level"),
                row.getString("words"),
                row.getString("added_by"),
                requireNonNull(instant(row, "added_at")),
                row.getString("removed_by"),
                instant(row, "removed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
