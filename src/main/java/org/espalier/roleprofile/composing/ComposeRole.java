package org.espalier.roleprofile.composing;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.espalier.access.Actor;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.DraftFrameworks.Draft;
import org.espalier.framework.DraftSteps;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and revises role profiles, and saves each step of their authors at once; each can be taken back. */
@Component
public class ComposeRole {
    private final DraftFrameworks drafts;
    private final PublishedVersions published;
    private final DraftSteps steps;

    ComposeRole(DraftFrameworks drafts, PublishedVersions published, DraftSteps steps) {
        this.drafts = drafts;
        this.published = published;
        this.steps = steps;
    }

    /** What became of a step. */
    public sealed interface Result {
        /** It is stored. */
        record Saved(long revision) implements Result {}

        /** It cannot be made, and why, as a message of the interface; nothing was stored. */
        record Refused(String messageKey, List<Object> arguments) implements Result {
            public Refused {
                arguments = List.copyOf(arguments);
            }
        }

        /** Somebody else saved in between; nothing was stored. */
        record Conflict() implements Result {}
    }

    /**
     * Starts a new profile with these layers; empty when one with this title and publisher is published already, which
     * is to be revised instead.
     */
    @Transactional
    public Optional<VersionId> begin(
            Actor actor, String title, @Nullable String publisher, String namedRole, List<Section> layers) {
        var taken = published.allCurrent().stream()
                .anyMatch(version -> version.title().equalsIgnoreCase(title)
                        && orEmpty(version.document().publisher()).equalsIgnoreCase(orEmpty(publisher)));
        return taken
                ? Optional.empty()
                : Optional.of(drafts.store(actor, Composition.begin(title, publisher, "en", namedRole, layers)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** A draft of the profile's next version, which begins as the one in force. */
    @Transactional
    public VersionId revise(Actor actor, String slug) {
        var current = published
                .current(slug)
                .filter(version -> version.document().role() != null)
                .orElseThrow(() -> new Problem.NotFound("roleprofile.problem.noRole"));
        return drafts.storeAsRevisionOf(slug, actor, current.document())
                .orElseThrow(() -> new Problem.NotFound("roleprofile.problem.noRole"));
    }

    /** The draft of a role profile. */
    public Draft draft(Actor actor, VersionId version) {
        return drafts.load(actor, version)
                .filter(draft -> draft.document().role() != null)
                .orElseThrow(() -> new Problem.NotFound("roleprofile.problem.noDraft"));
    }

    /** Makes one step, if the draft still is what the author saw. */
    @Transactional
    public Result make(Actor actor, VersionId version, long revision, Change change) {
        var draft = draft(actor, version);
        if (draft.revision() != revision) {
            return new Result.Conflict();
        }
        return switch (Composition.apply(draft.document(), change)) {
            case Composition.Outcome.Refused(var messageKey, var arguments) ->
                new Result.Refused(messageKey, arguments);
            case Composition.Outcome.Applied(var document) ->
                result(steps.make(actor, draft, ComposingSteps.of(change), document));
        };
    }

    /**
     * Where an author is in a draft.
     *
     * @param undo the step that can be taken back, as a message of the interface; null when there is none
     * @param redo the one that can be made again
     */
    public record Way(
            int steps, @Nullable String undo, @Nullable String redo) {}

    /** Where the author of this draft is. */
    public Way way(Draft draft) {
        var way = steps.of(draft);
        return new Way(way.standing(), ComposingSteps.said(way.last()), ComposingSteps.said(way.next()));
    }

    /** Takes the last standing step back, as far back as the draft was begun. */
    @Transactional
    public Result undo(Actor actor, VersionId version, long revision) {
        return turn(actor, version, revision, "roleprofile.refused.noUndo", steps::undo);
    }

    /** Makes the step that was taken back last again. */
    @Transactional
    public Result redo(Actor actor, VersionId version, long revision) {
        return turn(actor, version, revision, "roleprofile.refused.noRedo", steps::redo);
    }

    private Result turn(
            Actor actor,
            VersionId version,
            long revision,
            String nothing,
            BiFunction<Actor, Draft, Optional<DraftFrameworks.Save>> turn) {
        var draft = draft(actor, version);
        return draft.revision() == revision
                ? turn.apply(actor, draft)
                        .map(ComposeRole::result)
                        .orElseGet(() -> new Result.Refused(nothing, List.of()))
                : new Result.Conflict();
    }

    private static Result result(DraftFrameworks.Save save) {
        return switch (save) {
            case DraftFrameworks.Saved(var revision) -> new Result.Saved(revision);
            case DraftFrameworks.Conflict conflict -> new Result.Conflict();
            case DraftFrameworks.NoLongerDraft gone -> throw new Problem.NotFound("roleprofile.problem.noDraft");
        };
    }
}
