package org.espalier.importing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.reviewing.Edit;
import org.espalier.importing.reviewing.Review;
import org.espalier.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drafts under review: each edit is stored at once and the draft's document computed anew, so that a closed browser
 * loses nothing and every step can be undone.
 */
@Component
public class Reviews {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DraftFrameworks drafts;
    private final PublishedVersions published;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(DraftFrameworks drafts, PublishedVersions published, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.published = published;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of a step. */
    public sealed interface Step {
        /** It is saved. */
        record Saved() implements Step {}

        /** It was not made, and why, in a sentence. */
        record Refused(String reason) implements Step {}
    }

    private record Source(String fileName, List<SourceLine> lines, FrameworkDocument imported) {}

    private record Log(List<Edit> standing, int undone) {}

    /** The draft with its source; empty when this version is no draft. */
    public Optional<DraftUnderReview> find(Actor actor, VersionId version) {
        return drafts.load(actor, version).map(draft -> {
            var source = source(version).orElse(new Source("", List.of(), draft.document()));
            var log = log(version);
            return new DraftUnderReview(
                    version,
                    draft.slug(),
                    published
                            .current(draft.slug())
                            .map(current -> current.number() + 1)
                            .orElse(1),
                    draft.revision(),
                    draft.document(),
                    source.fileName(),
                    source.lines(),
                    log.standing().size(),
                    log.undone() > 0);
        });
    }

    /** Makes one edit, behind those still standing; steps undone before are gone for good. */
    @Transactional
    public Step edit(Actor actor, VersionId version, Edit edit) {
        var draft = lock(actor, version);
        var lines = source(version).map(Source::lines).orElse(List.of());
        return switch (Review.apply(draft.document(), lines, edit)) {
            case Review.Outcome.Refused(var reason) -> new Step.Refused(reason);
            case Review.Outcome.Applied(var document) -> {
                keepSource(actor, draft);
                jdbc.sql("delete from importing.edit where version_id = :version and undone")
                        .param("version", version.value())
                        .update();
                jdbc.sql("""
                                insert into importing.edit (version_id, step, edit, made_by, made_at)
                                select :version, coalesce(max(step), 0) + 1, :edit::jsonb, :account, :now
                                from importing.edit where version_id = :version
                                """)
                        .param("version", version.value())
                        .param("edit", JSON.writerFor(Edit.class).writeValueAsString(edit))
                        .param("account", actor.account().value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
                yield save(actor, draft, document);
            }
        };
    }

    /** Takes the last standing step back. */
    @Transactional
    public Step undo(Actor actor, VersionId version) {
        return replay(actor, version, """
                update importing.edit set undone = true where version_id = :version
                and step = (select max(step) from importing.edit where version_id = :version and not undone)
                """, "There is nothing to undo.");
    }

    /** Makes the step undone last again. */
    @Transactional
    public Step redo(Actor actor, VersionId version) {
        return replay(actor, version, """
                update importing.edit set undone = false where version_id = :version
                and step = (select min(step) from importing.edit where version_id = :version and undone)
                """, "There is nothing to do again.");
    }

    private Step replay(Actor actor, VersionId version, String change, String nothing) {
        var draft = lock(actor, version);
        if (jdbc.sql(change).param("version", version.value()).update() == 0) {
            return new Step.Refused(nothing);
        }
        var source = source(version).orElseThrow();
        var review = new Review(source.imported(), source.lines(), log(version).standing());
        return save(actor, draft, review.document());
    }

    private Step save(Actor actor, DraftFrameworks.Draft draft, FrameworkDocument document) {
        return switch (drafts.save(actor, draft.version(), draft.revision(), document)) {
            case DraftFrameworks.Saved saved -> new Step.Saved();
            case DraftFrameworks.Conflict conflict -> throw new Problem.Conflict("importing.problem.changedMeanwhile");
            case DraftFrameworks.NoLongerDraft gone -> throw new Problem.Conflict("importing.problem.endedMeanwhile");
        };
    }

    private DraftFrameworks.Draft lock(Actor actor, VersionId version) {
        jdbc.sql("select pg_advisory_xact_lock(20, :version)")
                .param("version", (int) version.value())
                .query((row, number) -> 0)
                .list();
        return drafts.load(actor, version).orElseThrow(() -> new Problem.NotFound("importing.problem.noDraft"));
    }

    /** A draft that no import made gets itself as its source, so that its first edit can be undone too. */
    private void keepSource(Actor actor, DraftFrameworks.Draft draft) {
        if (source(draft.version()).isEmpty()) {
            storeSource(actor, draft.version(), "", draft.document(), List.of());
        }
    }

    void storeSource(
            Actor actor, VersionId version, String fileName, FrameworkDocument imported, List<SourceLine> lines) {
        var source = imported.source();
        jdbc.sql("""
                        insert into importing.source
                          (version_id, file_name, sha256, lines, imported, imported_by, imported_at)
                        values (:version, :file, :sha256, :lines::jsonb, :imported::jsonb, :account, :now)
                        """)
                .param("version", version.value())
                .param("file", fileName)
                .param("sha256", source == null || source.sha256() == null ? "" : source.sha256())
                .param("lines", JSON.writeValueAsString(lines))
                .param("imported", FrameworkFormat.compactJson(imported))
                .param("account", actor.account().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<Source> source(VersionId version) {
        return jdbc.sql("""
                        select file_name, lines::text as lines, imported::text as imported
                        from importing.source where version_id = :version
                        """)
                .param("version", version.value())
                .query((row, number) -> new Source(
                        row.getString("file_name"),
                        JSON.readValue(row.getString("lines"), new TypeReference<List<SourceLine>>() {}),
                        FrameworkFormat.readStored(row.getString("imported"))))
                .optional();
    }

    private Log log(VersionId version) {
        record Row(Edit edit, boolean undone) {}
        var rows = jdbc.sql("""
                        select edit::text as edit, undone from importing.edit
                        where version_id = :version order by step
                        """)
                .param("version", version.value())
                .query((row, number) ->
                        new Row(JSON.readValue(row.getString("edit"), Edit.class), row.getBoolean("undone")))
                .list();
        return new Log(rows.stream().filter(row -> !row.undone()).map(Row::edit).toList(), (int)
                rows.stream().filter(Row::undone).count());
    }
}
