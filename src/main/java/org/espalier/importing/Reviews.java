package org.espalier.importing;

import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.DraftSteps;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.importing.reviewing.Edit;
import org.espalier.importing.reviewing.Review;
import org.espalier.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts under review: each edit is stored at once and the draft's document computed anew, so that a closed browser
 * loses nothing and every step can be undone.
 */
@Component
public class Reviews {
    private final DraftFrameworks drafts;
    private final PublishedVersions published;
    private final DraftSteps steps;
    private final Sources sources;
    private final JdbcClient jdbc;

    Reviews(DraftFrameworks drafts, PublishedVersions published, DraftSteps steps, Sources sources, JdbcClient jdbc) {
        this.drafts = drafts;
        this.published = published;
        this.steps = steps;
        this.sources = sources;
        this.jdbc = jdbc;
    }

    /** What became of a step. */
    public sealed interface Step {
        /** It is saved. */
        record Saved() implements Step {}

        /** It was not made, and why, in a sentence. */
        record Refused(String reason) implements Step {}
    }

    /** The draft with its source; empty when this version is no draft. */
    public Optional<DraftUnderReview> find(Actor actor, VersionId version) {
        return drafts.load(actor, version).map(draft -> {
            var source = sources.of(version);
            var way = steps.of(draft);
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
                    way.standing(),
                    way.next() != null);
        });
    }

    /** Makes one edit, behind those still standing; steps undone before are gone for good. */
    @Transactional
    public Step edit(Actor actor, VersionId version, Edit edit) {
        var draft = lock(actor, version);
        return switch (Review.apply(draft.document(), sources.of(version).lines(), edit)) {
            case Review.Outcome.Refused(var reason) -> new Step.Refused(reason);
            case Review.Outcome.Applied(var document) ->
                saved(steps.make(actor, draft, ReviewSteps.of(edit), document));
        };
    }

    /** Takes the last standing step back. */
    @Transactional
    public Step undo(Actor actor, VersionId version) {
        return steps.undo(actor, lock(actor, version))
                .map(Reviews::saved)
                .orElseGet(() -> new Step.Refused("There is nothing to undo."));
    }

    /** Makes the step undone last again. */
    @Transactional
    public Step redo(Actor actor, VersionId version) {
        return steps.redo(actor, lock(actor, version))
                .map(Reviews::saved)
                .orElseGet(() -> new Step.Refused("There is nothing to do again."));
    }

    private static Step saved(DraftFrameworks.Save save) {
        return switch (save) {
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
}
