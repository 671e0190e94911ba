package org.espalier.pathway.stories;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All career stories. Whoever asks for one that is not public must have made sure that they may. */
@Component
public class Stories {
    public static final int PAGE = 10;

    private static final String STORY = """
            select s.id, s.person_id, s.title, s.words, s.shown_as, s.state, s.changed_at, s.byline, s.consented_at, s.reason,
                   array(select p.framework || coalesce('/' || p.level, '') from pathway.story_place p
                         where p.story_id = s.id order by p.position) as places
            from pathway.story s
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Stories(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page of what everybody may read, the latest first; one more than a page holds says that there is a next one.
     *
     * @param place only stories about this role or level; without a level, all of a framework
     */
    public List<Story> published(@Nullable StoryPlace place, int page) {
        return jdbc.sql(STORY + """
                where s.state = 'published'
                  and (:framework::text is null or exists (
                      select 1 from pathway.story_place p where p.story_id = s.id and p.framework = :framework
                        and (:level::text is null or p.level = :level)))
                order by s.consented_at desc, s.id desc limit :size offset :offset
                """)
                .param("framework", place == null ? null : place.framework())
                .param("level", place == null ? null : place.level())
                .param("size", PAGE + 1)
                .param("offset", (page - 1L) * PAGE)
                .query(Stories::story)
                .list();
    }

    /** A story that everybody may read. */
    public Optional<Story> findPublished(StoryId id) {
        return find(id).filter(Story::isPublic);
    }

    /** A person's own, the latest change first. */
    public List<Story> of(PersonId person) {
        return jdbc.sql(STORY + "where s.person_id = :person order by s.changed_at desc, s.id desc")
                .param("person", person.value())
                .query(Stories::story)
                .list();
    }

    Optional<Story> find(StoryId id) {
        return jdbc.sql(STORY + "where s.id = :id")
                .param("id", id.value())
                .query(Stories::story)
                .optional();
    }

    StoryId add(PersonId person, StoryText text) {
        var id = new StoryId(jdbc.sql("""
                insert into pathway.story (person_id, title, words, shown_as, state, changed_at)
                values (:person, :title, :words, :shownAs, 'draft', :now) returning id
                """)
                .param("person", person.value())
                .param("title", text.title())
                .param("words", text.words())
                .param("shownAs", text.shownAs().slug())
                .param("now", now())
                .query(Long.class)
                .single());
        place(id, text.places());
        return id;
    }

    /** Writes it anew, as a draft. */
    void write(StoryId id, StoryText text) {
        jdbc.sql("""
                update pathway.story set title = :title, words = :words, shown_as = :shownAs, state = 'draft',
                    changed_at = :now, reason = null, taken_down_at = null, taken_down_by = null
                where id = :id
                """)
                .param("id", id.value())
                .param("title", text.title())
                .param("words", text.words())
                .param("shownAs", text.shownAs().slug())
                .param("now", now())
                .update();
        jdbc.sql("delete from pathway.story_place where story_id = :id")
                .param("id", id.value())
                .update();
        place(id, text.places());
    }

    private void place(StoryId id, List<StoryPlace> places) {
        jdbc.sql("""
                insert into pathway.story_place (story_id, position, framework, level)
                select :id, given.position, given.framework, nullif(given.level, '')
                from unnest(cast(:frameworks as text[]), cast(:levels as text[]))
                     with ordinality as given (framework, level, position)
                """)
                .param("id", id.value())
                .param("frameworks", places.stream().map(StoryPlace::framework).toArray(String[]::new))
                .param(
                        "levels",
                        places.stream()
                                .map(place -> place.level() == null ? "" : place.level())
                                .toArray(String[]::new))
                .update();
    }

    void publish(StoryId id, @Nullable String byline) {
        jdbc.sql("""
                update pathway.story set state = 'published', byline = :byline, consented_at = :now, withdrawn_at = null
                where id = :id
                """)
                .param("id", id.value())
                .param("byline", byline, Types.VARCHAR)
                .param("now", now())
                .update();
    }

    void withdraw(StoryId id) {
        jdbc.sql("update pathway.story set state = 'withdrawn', withdrawn_at = :now where id = :id")
                .param("id", id.value())
                .param("now", now())
                .update();
    }

    void delete(StoryId id) {
        jdbc.sql("delete from pathway.story where id = :id")
                .param("id", id.value())
                .update();
    }

    void takeDown(StoryId id, AccountId by, String reason) {
        jdbc.sql("""
                update pathway.story set state = 'taken-down', taken_down_at = :now, taken_down_by = :by, reason = :reason
                where id = :id
                """)
                .param("id", id.value())
                .param("by", by.value())
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    /** Adds a report; false when there are so many that one more says nothing new. */
    boolean report(StoryId id, @Nullable AccountId by, String words) {
        return jdbc.sql("""
                insert into pathway.story_report (story_id, reported_by, reported_at, words)
                select :id, :by, :now, :words
                where (select count(*) from pathway.story_report where story_id = :id and answered_at is null) < 20
                """)
                        .param("id", id.value())
                        .param("by", by == null ? null : by.value(), Types.BIGINT)
                        .param("words", words)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** What is open, by story, the longest open first; of stories that are public. */
    List<Report> openReports() {
        return jdbc.sql("""
                select r.story_id, r.words, r.reported_at from pathway.story_report r
                join pathway.story s on s.id = r.story_id
                where r.answered_at is null and s.state = 'published' order by r.reported_at, r.id limit 500
                """)
                .query((row, number) -> new Report(
                        new StoryId(row.getLong("story_id")),
                        row.getString("words"),
                        requireNonNull(instant(row, "reported_at"))))
                .list();
    }

    /** What somebody says is wrong with a story. */
    public record Report(StoryId story, String words, Instant at) {}

    /** These stories, in one statement. */
    List<Story> find(List<StoryId> ids) {
        return jdbc.sql(STORY + "where s.id = any (:ids)")
                .param("ids", ids.stream().map(StoryId::value).distinct().toArray(Long[]::new))
                .query(Stories::story)
                .list();
    }

    void answerReports(StoryId id, AccountId by) {
        jdbc.sql("""
                update pathway.story_report set answered_at = :now, answered_by = :by
                where story_id = :id and answered_at is null
                """)
                .param("id", id.value())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Story story(ResultSet row, int number) throws SQLException {
        var places = new ArrayList<StoryPlace>();
        for (var place : (String[]) row.getArray("places").getArray()) {
            StoryPlace.ofValue(place).ifPresent(places::add);
        }
        return new Story(
                new StoryId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                new StoryText(
                        row.getString("title"),
                        row.getString("words"),
                        ShownAs.ofSlug(row.getString("shown_as")).orElseThrow(),
                        places),
                StoryState.ofSlug(row.getString("state")),
                requireNonNull(instant(row, "changed_at")),
                row.getString("byline"),
                instant(row, "consented_at"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
