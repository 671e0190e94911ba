package org.espalier.person;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.database.Question;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people said last about the level at which they work. */
@Component
public class CurrentLevels {
    private static final String ALL = """
            select c.version_id, c.root_group, c.level, c.stated_at
            from person.current_level c
            where c.person_id = ?
              and c.stated_at = (select max(l.stated_at) from person.current_level l
                                 where l.person_id = c.person_id and l.version_id = c.version_id)
            order by c.version_id, c.id
            """;

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
        return byVersion(
                jdbc.sql(ALL).param(person.value()).query(CurrentLevels::row).list());
    }

    /** The same, to be asked together with other things. */
    public Question<Map<VersionId, StatedLevels>> ask(PersonId person) {
        var all = new RowMapperResultSetExtractor<>(CurrentLevels::row);
        return new Question<>(ALL, List.of(person.value()), rows -> byVersion(all.extractData(rows)));
    }

    private static Map<VersionId, StatedLevels> byVersion(List<Row> rows) {
        return rows.stream()
                .collect(groupingBy(
                        Row::version, LinkedHashMap::new, collectingAndThen(toList(), CurrentLevels::stated)));
    }

    /** Adds one level, or none of the levels, for the whole framework. */
    void add(PersonId person, VersionId version, @Nullable String level) {
        insert(person, version, new @Nullable String[] {null}, new @Nullable String[] {level});
    }

    /** Adds a level, or none of the levels, for each of these root groups. */
    void add(PersonId person, VersionId version, Map<String, String> byGroup, Collection<String> atNone) {
        var groups = new ArrayList<@Nullable String>(byGroup.keySet());
        var levels = new ArrayList<@Nullable String>(byGroup.values());
        for (var group : atNone) {
            groups.add(group);
            levels.add(null);
        }
        insert(person, version, groups.toArray(String[]::new), levels.toArray(String[]::new));
    }

    private void insert(PersonId person, VersionId version, @Nullable String[] groups, @Nullable String[] levels) {
        jdbc.sql("""
                insert into person.current_level (person_id, version_id, root_group, level, stated_at)
                select :person, :version, given.root_group, given.level, :now
                from unnest(cast(:groups as text[]), cast(:levels as text[])) as given (root_group, level)
                """)
                .param("person", person.value())
                .param("version", version.value())
                .param("groups", groups)
                .param("levels", levels)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Row(
            VersionId version,
            @Nullable String group,
            @Nullable String level,
            Instant statedAt) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new VersionId(row.getLong("version_id")),
                row.getString("root_group"),
                row.getString("level"),
                row.getObject("stated_at", OffsetDateTime.class).toInstant());
    }

    /** What the rows of one statement say together. */
    private static StatedLevels stated(List<Row> rows) {
        String whole = null;
        var byGroup = new HashMap<String, String>();
        var atNone = new HashSet<String>();
        for (var row : rows) {
            if (row.group() == null) {
                whole = row.level();
            } else if (row.level() == null) {
                atNone.add(row.group());
            } else {
                byGroup.put(row.group(), row.level());
            }
        }
        return new StatedLevels(whole, byGroup, atNone, rows.getFirst().statedAt());
    }
}
