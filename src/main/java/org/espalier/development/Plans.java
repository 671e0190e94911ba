package org.espalier.development;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.database.Question;
import org.espalier.development.Objective.Action;
import org.espalier.development.Objective.Note;
import org.espalier.development.Objective.Trace;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All development plans. Removing hides, and bringing back shows again. */
@Component
public class Plans {
    private final JdbcClient jdbc;
    private final Clock clock;

    Plans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A person's plan; four SQL statements, however long it is. */
    public Plan of(PersonId person) {
        Map<Long, List<Trace>> traces = new HashMap<>();
        jdbc.sql("""
                select s.objective_id, s.version_id, s.statement_id
                from development.objective_statement s join development.objective o on o.id = s.objective_id
                where o.person_id = :person and o.removed_at is null and s.removed_at is null
                order by s.objective_id, s.position, s.statement_id
                """).param("person", person.value()).query(row -> {
            traces.computeIfAbsent(row.getLong("objective_id"), id -> new ArrayList<>())
                    .add(new Trace(
                            new VersionId(row.getLong("version_id")), new StatementId(row.getLong("statement_id"))));
        });
        Map<Long, List<Action>> actions = new HashMap<>();
        jdbc.sql("""
                select a.objective_id, a.id, a.text, a.due, a.done_on
                from development.action a join development.objective o on o.id = a.objective_id
                where o.person_id = :person and o.removed_at is null and a.removed_at is null
                order by a.objective_id, a.position, a.id
                """).param("person", person.value()).query(row -> {
            actions.computeIfAbsent(row.getLong("objective_id"), id -> new ArrayList<>())
                    .add(action(row));
        });
        Map<Long, List<Note>> notes = new HashMap<>();
        jdbc.sql("""
                select n.objective_id, n.id, n.noted_on, n.text
                from development.progress_note n join development.objective o on o.id = n.objective_id
                where o.person_id = :person and o.removed_at is null and n.removed_at is null
                order by n.objective_id, n.noted_on desc, n.id desc
                """).param("person", person.value()).query(row -> {
            notes.computeIfAbsent(row.getLong("objective_id"), id -> new ArrayList<>())
                    .add(new Note(
                            new NoteId(row.getLong("id")),
                            row.getObject("noted_on", LocalDate.class),
                            row.getString("text")));
        });
        return new Plan(jdbc.sql("""
                select id, title, reason, support, due, completed_on, learning, impact_method, impact from development.objective
                where person_id = :person and removed_at is null order by position, id
                """)
                .param("person", person.value())
                .query((row, number) -> objective(row, traces, actions, notes))
                .list());
    }

    /** The statements that a person's open objectives are about, to be asked together with other things. */
    public Question<Set<StatementId>> askPlannedStatements(PersonId person) {
        return new Question<>("""
                select s.statement_id
                from development.objective_statement s join development.objective o on o.id = s.objective_id
                where o.person_id = ? and o.removed_at is null and o.completed_on is null
                  and s.removed_at is null
                """, List.of(person.value()), rows -> {
            Set<StatementId> planned = new HashSet<>();
            while (rows.next()) {
                planned.add(new StatementId(rows.getLong(1)));
            }
            return planned;
        });
    }

    /** How many open objectives a person has about each version; one SQL statement. */
    public Map<VersionId, Integer> openObjectives(PersonId person) {
        Map<VersionId, Integer> open = new HashMap<>();
        jdbc.sql("""
                select s.version_id, count(distinct o.id) as objectives
                from development.objective_statement s join development.objective o on o.id = s.objective_id
                where o.person_id = :person and o.removed_at is null and o.completed_on is null
                  and s.removed_at is null
                group by s.version_id
                """).param("person", person.value()).query(row -> {
            open.put(new VersionId(row.getLong("version_id")), row.getInt("objectives"));
        });
        return open;
    }

    ObjectiveId add(PersonId person, String title, List<Trace> traces) {
        var now = now();
        var id = jdbc.sql("""
                insert into development.objective (person_id, position, title, created_at, changed_at)
                values (:person,
                        coalesce((select max(position) + 1 from development.objective where person_id = :person), 0),
                        :title, :now, :now)
                returning id
                """)
                .param("person", person.value())
                .param("title", title)
                .param("now", now)
                .query((row, number) -> new ObjectiveId(row.getLong("id")))
                .single();
        trace(id, traces);
        return id;
    }

    /** Adds statements to an objective; those it has already, or had and lost, stand there once. */
    void trace(ObjectiveId objective, List<Trace> traces) {
        jdbc.sql("""
                insert into development.objective_statement (objective_id, statement_id, version_id, position)
                select :objective, given.statement_id, given.version_id,
                       given.position + coalesce((select max(position) from development.objective_statement
                                                  where objective_id = :objective), 0)
                from unnest(cast(:statements as bigint[]), cast(:versions as bigint[]))
                     with ordinality as given (statement_id, version_id, position)
                on conflict (objective_id, statement_id) do update set removed_at = null
                """)
                .param("objective", objective.value())
                .param(
                        "statements",
                        traces.stream().map(trace -> trace.statement().value()).toArray(Long[]::new))
                .param(
                        "versions",
                        traces.stream().map(trace -> trace.version().value()).toArray(Long[]::new))
                .update();
    }

    void write(Objective objective) {
        jdbc.sql("""
                update development.objective
                set title = :title, reason = :reason, support = :support, due = :due, completed_on = :completed,
                    learning = :learning, impact_method = :method, impact = :impact,
                    changed_at = :now
                where id = :id
                """)
                .param("id", objective.id().value())
                .param("title", objective.title())
                .param("reason", objective.reason())
                .param("support", objective.support())
                .param("due", objective.due(), java.sql.Types.DATE)
                .param("completed", objective.completedOn(), java.sql.Types.DATE)
                .param("learning", objective.learning())
                .param(
                        "method",
                        objective.impact().method() == null
                                ? null
                                : objective.impact().method().slug(),
                        java.sql.Types.VARCHAR)
                .param("impact", objective.impact().result())
                .param("now", now())
                .update();
        if (!objective.notes().isEmpty()) {
            write(objective.id(), objective.notes());
        }
        var actions = objective.actions();
        jdbc.sql("""
                update development.action a
                set text = given.text, due = cast(nullif(given.due, '') as date),
                    done_on = cast(nullif(given.done_on, '') as date), position = given.position
                from unnest(cast(:ids as bigint[]), cast(:texts as text[]), cast(:dues as text[]), cast(:dones as text[]))
                     with ordinality as given (id, text, due, done_on, position)
                where a.id = given.id and a.objective_id = :objective
                """)
                .param("objective", objective.id().value())
                .param(
                        "ids",
                        actions.stream().map(action -> action.id().value()).toArray(Long[]::new))
                .param("texts", actions.stream().map(Action::text).toArray(String[]::new))
                .param(
                        "dues",
                        actions.stream().map(action -> text(action.due())).toArray(String[]::new))
                .param(
                        "dones",
                        actions.stream().map(action -> text(action.doneOn())).toArray(String[]::new))
                .update();
    }

    private void write(ObjectiveId objective, List<Note> notes) {
        jdbc.sql("""
                update development.progress_note n
                set text = given.text, noted_on = cast(given.noted_on as date)
                from unnest(cast(:ids as bigint[]), cast(:texts as text[]), cast(:days as text[]))
                     as given (id, text, noted_on)
                where n.id = given.id and n.objective_id = :objective
                """)
                .param("objective", objective.value())
                .param("ids", notes.stream().map(note -> note.id().value()).toArray(Long[]::new))
                .param("texts", notes.stream().map(Note::text).toArray(String[]::new))
                .param("days", notes.stream().map(note -> note.on().toString()).toArray(String[]::new))
                .update();
    }

    NoteId addNote(ObjectiveId objective, LocalDate day) {
        return jdbc.sql("""
                insert into development.progress_note (objective_id, noted_on, text) values (:objective, :day, '')
                returning id
                """)
                .param("objective", objective.value())
                .param("day", day)
                .query((row, number) -> new NoteId(row.getLong("id")))
                .single();
    }

    void setRemoved(ObjectiveId objective, NoteId note, boolean removed) {
        jdbc.sql("""
                update development.progress_note set removed_at = case when :removed then cast(:now as timestamptz) end
                where id = :id and objective_id = :objective
                """)
                .param("id", note.value())
                .param("objective", objective.value())
                .param("removed", removed)
                .param("now", now())
                .update();
    }

    ActionId addAction(ObjectiveId objective, String text) {
        return jdbc.sql("""
                insert into development.action (objective_id, position, text)
                values (:objective,
                        coalesce((select max(position) + 1 from development.action where objective_id = :objective), 1),
                        :text)
                returning id
                """)
                .param("objective", objective.value())
                .param("text", text)
                .query((row, number) -> new ActionId(row.getLong("id")))
                .single();
    }

    /** Puts a person's objectives in this order. */
    void arrange(PersonId person, List<ObjectiveId> order) {
        jdbc.sql("""
                update development.objective o set position = given.position
                from unnest(cast(:ids as bigint[])) with ordinality as given (id, position)
                where o.id = given.id and o.person_id = :person
                """)
                .param("person", person.value())
                .param("ids", order.stream().map(ObjectiveId::value).toArray(Long[]::new))
                .update();
    }

    /** Hides or shows an objective of this person; false when they have no such. */
    boolean setRemoved(PersonId person, ObjectiveId objective, boolean removed) {
        return jdbc.sql("""
                update development.objective set removed_at = case when :removed then cast(:now as timestamptz) end
                where id = :id and person_id = :person
                """)
                        .param("id", objective.value())
                        .param("person", person.value())
                        .param("removed", removed)
                        .param("now", now())
                        .update()
                > 0;
    }

    void setRemoved(ObjectiveId objective, ActionId action, boolean removed) {
        jdbc.sql("""
                update development.action set removed_at = case when :removed then cast(:now as timestamptz) end
                where id = :id and objective_id = :objective
                """)
                .param("id", action.value())
                .param("objective", objective.value())
                .param("removed", removed)
                .param("now", now())
                .update();
    }

    void setRemoved(ObjectiveId objective, StatementId statement, boolean removed) {
        jdbc.sql("""
                update development.objective_statement
                set removed_at = case when :removed then cast(:now as timestamptz) end
                where objective_id = :objective and statement_id = :statement
                """)
                .param("objective", objective.value())
                .param("statement", statement.value())
                .param("removed", removed)
                .param("now", now())
                .update();
    }

    Optional<Objective> find(PersonId person, ObjectiveId objective) {
        return of(person).objective(objective);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Objective objective(
            ResultSet row, Map<Long, List<Trace>> traces, Map<Long, List<Action>> actions, Map<Long, List<Note>> notes)
            throws SQLException {
        var id = row.getLong("id");
        return new Objective(
                new ObjectiveId(id),
                row.getString("title"),
                row.getString("reason"),
                row.getString("support"),
                row.getObject("due", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                traces.getOrDefault(id, List.of()),
                actions.getOrDefault(id, List.of()),
                notes.getOrDefault(id, List.of()),
                row.getString("learning"),
                new Impact(Impact.Method.ofSlug(row.getString("impact_method")).orElse(null), row.getString("impact")));
    }

    private static Action action(ResultSet row) throws SQLException {
        return new Action(
                new ActionId(row.getLong("id")),
                row.getString("text"),
                row.getObject("due", LocalDate.class),
                row.getObject("done_on", LocalDate.class));
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
