package org.espalier.framework;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.framework.DraftFrameworks.Draft;
import org.espalier.framework.DraftFrameworks.Save;
import org.espalier.framework.DraftFrameworks.Saved;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that made a draft what it is: it is the document that it began as, and the steps still standing, on
 * whichever page they were made (decision 4). So each can be taken back and made again, as far back as it was begun.
 */
@Component
public class DraftSteps {
    private final DraftFrameworks drafts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Kind> kinds;

    DraftSteps(DraftFrameworks drafts, JdbcClient jdbc, Clock clock, ObjectProvider<Kind> kinds) {
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.kinds = kinds.stream().collect(Collectors.toMap(Kind::name, Function.identity()));
    }

    /** One kind of step, of the module whose pages make it. */
    public interface Kind {
        /** Its name in the log; never changed. */
        String name();

        /** How steps of this kind are made on this draft. */
        Making on(VersionId draft);
    }

    /** Makes a step, given as JSON; one that no longer applies changes nothing. The document stays what it was. */
    @FunctionalInterface
    public interface Making {
        FrameworkDocument make(FrameworkDocument document, String step);
    }

    /**
     * One step in the log.
     *
     * @param kind the name of its {@link Kind}
     * @param change as JSON
     */
    public record Step(String kind, String change) {}

    /**
     * Where a draft is on its way.
     *
     * @param standing how many steps stand
     * @param last the one that {@link #undo} takes back, null when none stands
     * @param next the one that {@link #redo} makes again, null when none was taken back
     */
    public record Way(
            int standing, @Nullable Step last, @Nullable Step next) {}

    /** Where this draft is on its way. One statement. */
    public Way of(Draft draft) {
        return jdbc.sql("""
                        WITH log AS (
                          SELECT s.* FROM framework.draft_step s JOIN framework.draft_beginning b USING (version_id)
                          WHERE version_id = :version AND b.revision = :revision)
                        SELECT (SELECT count(*) FROM log WHERE NOT undone) AS standing,
                          last.kind AS last_kind, last.change::text AS last, next.kind AS next_kind, next.change::text AS next
                        FROM (SELECT) AS one
                        LEFT JOIN LATERAL (SELECT * FROM log WHERE NOT undone ORDER BY step DESC LIMIT 1) AS last ON true
                        LEFT JOIN LATERAL (SELECT * FROM log WHERE undone ORDER BY step LIMIT 1) AS next ON true
                        """)
                .param("version", draft.version().value())
                .param("revision", draft.revision())
                .query((row, n) -> new Way(
                        row.getInt("standing"),
                        step(row.getString("last_kind"), row.getString("last")),
                        step(row.getString("next_kind"), row.getString("next"))))
                .single();
    }

    private static @Nullable Step step(@Nullable String kind, @Nullable String change) {
        return kind == null || change == null ? null : new Step(kind, change);
    }

    /** Saves what a step has made of a draft, and the step; those taken back before are gone for good. */
    @Transactional
    public Save make(Actor actor, Draft before, Step step, FrameworkDocument after) {
        var saved = drafts.save(actor, before.version(), before.revision(), after);
        if (saved instanceof Saved(var revision)) {
            begin(before);
            jdbc.sql("DELETE FROM framework.draft_step WHERE version_id = :version AND undone")
                    .param("version", before.version().value())
                    .update();
            jdbc.sql("""
                            INSERT INTO framework.draft_step (version_id, step, kind, change, made_by, made_at)
                            SELECT :version, coalesce(max(step), 0) + 1, :kind, :change::jsonb, :account, :now
                            FROM framework.draft_step WHERE version_id = :version
                            """)
                    .param("version", before.version().value())
                    .param("kind", step.kind())
                    .param("change", step.change())
                    .param("account", actor.account().value())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            leadsTo(before.version(), revision);
        }
        return saved;
    }

    /** A draft begins as it is, unless its steps lead to just this. */
    private void begin(Draft draft) {
        jdbc.sql("DELETE FROM framework.draft_beginning WHERE version_id = :version AND revision <> :revision")
                .param("version", draft.version().value())
                .param("revision", draft.revision())
                .update();
        jdbc.sql("""
                        INSERT INTO framework.draft_beginning (version_id, document, revision)
                        VALUES (:version, :document::jsonb, :revision) ON CONFLICT DO NOTHING
                        """)
                .param("version", draft.version().value())
                .param("document", FrameworkFormat.compactJson(draft.document()))
                .param("revision", draft.revision())
                .update();
    }

    private void leadsTo(VersionId version, long revision) {
        jdbc.sql("UPDATE framework.draft_beginning SET revision = :revision WHERE version_id = :version")
                .param("version", version.value())
                .param("revision", revision)
                .update();
    }

    /** Takes the last standing step back; empty when there is none. */
    @Transactional
    public Optional<Save> undo(Actor actor, Draft draft) {
        return turn(actor, draft, """
                UPDATE framework.draft_step SET undone = true WHERE version_id = :version
                AND step = (SELECT max(step) FROM framework.draft_step WHERE version_id = :version AND NOT undone)
                """);
    }

    /** Makes the step that was taken back last again; empty when there is none. */
    @Transactional
    public Optional<Save> redo(Actor actor, Draft draft) {
        return turn(actor, draft, """
                UPDATE framework.draft_step SET undone = false WHERE version_id = :version
                AND step = (SELECT min(step) FROM framework.draft_step WHERE version_id = :version AND undone)
                """);
    }

    private Optional<Save> turn(Actor actor, Draft draft, String change) {
        var beginning = jdbc.sql("""
                        SELECT document::text FROM framework.draft_beginning
                        WHERE version_id = :version AND revision = :revision FOR UPDATE
                        """)
                .param("version", draft.version().value())
                .param("revision", draft.revision())
                .query(String.class)
                .optional();
        if (beginning.isEmpty()
                || jdbc.sql(change).param("version", draft.version().value()).update() == 0) {
            return Optional.empty();
        }
        var document = again(draft.version(), FrameworkFormat.readStored(beginning.get()));
        var saved = drafts.save(actor, draft.version(), draft.revision(), document);
        if (saved instanceof Saved(var revision)) {
            leadsTo(draft.version(), revision);
        }
        return Optional.of(saved);
    }

    private FrameworkDocument again(VersionId version, FrameworkDocument beginning) {
        var makings = new HashMap<String, Making>();
        var document = beginning;
        for (var step : standing(version)) {
            document = makings.computeIfAbsent(step.kind(), kind -> kind(kind).on(version))
                    .make(document, step.change());
        }
        return document;
    }

    private Kind kind(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalStateException("Nobody makes steps of the kind " + name);
        }
        return kind;
    }

    private List<Step> standing(VersionId version) {
        return jdbc.sql("""
                        SELECT kind, change::text AS change FROM framework.draft_step
                        WHERE version_id = :version AND NOT undone ORDER BY step
                        """)
                .param("version", version.value())
                .query((row, n) -> new Step(row.getString("kind"), row.getString("change")))
                .list();
    }
}
