package org.espalier.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.database.Question;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people aim for now. Several frameworks at a time are usual; in each there is one aim. */
@Component
public class Aims {
    private static final String ALL = """
            select version_id, level, set_at from person.target
            where person_id = ? and ended_at is null
            order by set_at desc, id desc
            """;

    private final JdbcClient jdbc;
    private final PublishedVersions versions;
    private final Clock clock;

    Aims(JdbcClient jdbc, PublishedVersions versions, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.clock = clock;
    }

    /** All of a person's aims, the one they set last first. One statement. */
    public List<Aim> of(PersonId person) {
        return jdbc.sql(ALL).param(person.value()).query(Aims::aim).list();
    }

    /** The aims of each of these people; who has none is missing. One statement. */
    public Map<PersonId, List<Aim>> of(Collection<PersonId> people) {
        var aims = new LinkedHashMap<PersonId, List<Aim>>();
        jdbc.sql("""
                select person_id, version_id, level, set_at from person.target
                where person_id = any (:people) and ended_at is null
                order by person_id, set_at desc, id desc
                """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(row -> {
                    aims.computeIfAbsent(new PersonId(row.getLong("person_id")), id -> new ArrayList<>())
                            .add(aim(row, 0));
                });
        return aims;
    }

    /** The same as {@link #of(PersonId)}, to be asked together with other things. */
    public Question<List<Aim>> ask(PersonId person) {
        return new Question<>(ALL, List.of(person.value()), new RowMapperResultSetExtractor<>(Aims::aim)::extractData);
    }

    /** Of all these aims the one in the framework at this address. */
    public Optional<Aim> under(List<Aim> all, String slug) {
        return firstAt(versionsUnder(slug), all);
    }

    /** The aim at this version. */
    public Optional<Aim> of(PersonId person, VersionId version) {
        return jdbc.sql("""
                select version_id, level, set_at from person.target
                where person_id = :person and version_id = :version and ended_at is null
                """)
                .param("person", person.value())
                .param("version", version.value())
                .query(Aims::aim)
                .optional();
    }

    /** The aim in the framework at this address, whichever of its versions it was set in. One statement. */
    public Optional<Aim> under(PersonId person, String slug) {
        return firstAt(versionsUnder(slug), of(person));
    }

    /** Everybody who aims for something in the framework at this address, in whichever version. One statement. */
    public List<AccountId> accountsAimingIn(String slug) {
        return jdbc.sql("""
                select distinct p.account_id from person.target t join person.person p on p.id = t.person_id
                where t.version_id = any (:versions) and t.ended_at is null order by p.account_id
                """)
                .param(
                        "versions",
                        versionsUnder(slug).stream().map(VersionId::value).toArray(Long[]::new))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list();
    }

    private List<VersionId> versionsUnder(String slug) {
        return versions.versionsOf(slug).stream().map(PublishedVersion::id).toList();
    }

    private static Optional<Aim> firstAt(List<VersionId> versions, List<Aim> aims) {
        return aims.stream().filter(aim -> versions.contains(aim.version())).findFirst();
    }

    /** Adds an aim and ends those at any of these versions; nothing happens when it is there already. */
    void set(PersonId person, VersionId version, @Nullable String level, Collection<VersionId> replaced) {
        var already = of(person, version);
        if (already.isPresent() && Objects.equals(already.get().level(), level)) {
            return;
        }
        end(person, replaced);
        jdbc.sql("""
                insert into person.target (person_id, version_id, level, set_at) values (:person, :version, :level, :now)
                on conflict (person_id, version_id) where ended_at is null do update set level = excluded.level
                """)
                .param("person", person.value())
                .param("version", version.value())
                .param("level", level)
                .param("now", now())
                .update();
    }

    void end(PersonId person, Collection<VersionId> ended) {
        jdbc.sql("""
                update person.target set ended_at = :now
                where person_id = :person and version_id = any (:versions) and ended_at is null
                """)
                .param("person", person.value())
                .param("versions", ended.stream().map(VersionId::value).toArray(Long[]::new))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Aim aim(ResultSet row, int number) throws SQLException {
        return new Aim(
                new VersionId(row.getLong("version_id")),
                row.getString("level"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
