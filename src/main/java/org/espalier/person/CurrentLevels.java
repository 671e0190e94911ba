package org.espalier.person;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people said last about the level at which they work. */
@Component
public class CurrentLevels {
    private final JdbcClient jdbc;
    private final Clock clock;

    CurrentLevels(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a person said about this version; empty when they have not been asked yet. */
    public Optional<StatedLevels> of(PersonId person, VersionId version) {
        return Optional.ofNullable(of(person).get(version));
    }

    /** What a person said, by version. One statement. */
    public Map<VersionId, StatedLevels> of(PersonId person) {
        var found = new LinkedHashMap<VersionId, StatedLevels>();
        jdbc.sql("""
                select c.version_id, c.root_group, c.level, c.stated_at
                from person.current_level c
                where c.person_id = :person
                  and c.stated_at = (select max(l.stated_at) from person.current_level l
                                     where l.person_id = c.person_id and l.version_id = c.version_id)
                order by c.version_id, c.root_group nulls first
                """).param("person", person.value()).query(row -> {
            var version = new VersionId(row.getLong("version_id"));
            var level = row.getString("level");
            var group = row.getString("root_group");
            var statedAt = row.getObject("stated_at", OffsetDateTime.class).toInstant();
            found.merge(version, stated(group, level, statedAt), CurrentLevels::both);
        });
        return found;
    }

    /** Adds what a person says now. */
    void add(PersonId person, VersionId version, @Nullable String whole, Map<String, String> byGroup) {
        jdbc.sql("""
                insert into person.current_level (person_id, version_id, root_group, level, stated_at)
                select :person, :version, given.root_group, given.level, :now
                from unnest(cast(:groups as text[]), cast(:levels as text[])) as given (root_group, level)
                """)
                .param("person", person.value())
                .param("version", version.value())
                .param("groups", column(null, byGroup.keySet()))
                .param("levels", column(whole, byGroup.values()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable String[] column(@Nullable String first, Iterable<String> rest) {
        var column = new ArrayList<@Nullable String>();
        column.add(first);
        rest.forEach(column::add);
        return column.toArray(String[]::new);
    }

    private static StatedLevels stated(@Nullable String group, @Nullable String level, Instant statedAt) {
        return group == null || level == null
                ? new StatedLevels(level, Map.of(), statedAt)
                : new StatedLevels(null, Map.of(group, level), statedAt);
    }

    private static StatedLevels both(StatedLevels one, StatedLevels other) {
        var byGroup = new HashMap<>(one.byGroup());
        byGroup.putAll(other.byGroup());
        return new StatedLevels(one.whole() == null ? other.whole() : one.whole(), byGroup, one.statedAt());
    }
}
