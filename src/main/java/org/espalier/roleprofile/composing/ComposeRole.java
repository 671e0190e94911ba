package org.espalier.roleprofile.composing;

import java.util.List;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.DraftFrameworks.Draft;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and revises role profiles, and saves each step of their authors at once; the last one can be taken back. */
@Component
public class ComposeRole {
    private final DraftFrameworks drafts;
    private final PublishedVersions published;
    private final JdbcClient jdbc;

    ComposeRole(DraftFrameworks drafts, PublishedVersions published, JdbcClient jdbc) {
        this.drafts = drafts;
        this.published = published;
        this.jdbc = jdbc;
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
            case Composition.Outcome.Applied(var document) -> save(actor, draft, document);
        };
    }

    /** Whether the step that led to this revision can be taken back. */
    public boolean canUndo(Draft draft) {
        return before(draft).isPresent();
    }

    /** Takes the last step back; doing so again makes it anew. */
    @Transactional
    public Result undo(Actor actor, VersionId version, long revision) {
        var draft = draft(actor, version);
        if (draft.revision() != revision) {
            return new Result.Conflict();
        }
        return before(draft)
                .map(document -> save(actor, draft, document))
                .orElseGet(() -> new Result.Refused("roleprofile.refused.noUndo", List.of()));
    }

    private Optional<FrameworkDocument> before(Draft draft) {
        return jdbc.sql("""
                select document::text from roleprofile.draft_before where version_id = :version and revision = :revision
                """)
                .param("version", draft.version().value())
                .param("revision", draft.revision())
                .query(String.class)
                .optional()
                .map(FrameworkFormat::readStored);
    }

    private Result save(Actor actor, Draft draft, FrameworkDocument document) {
        return switch (drafts.save(actor, draft.version(), draft.revision(), document)) {
            case DraftFrameworks.Saved(var revision) -> {
                jdbc.sql("""
                        insert into roleprofile.draft_before (version_id, revision, document)
                        values (:version, :revision, :document::jsonb)
                        on conflict (version_id) do update set revision = excluded.revision, document = excluded.document
                        """)
                        .param("version", draft.version().value())
                        .param("revision", revision)
                        .param("document", FrameworkFormat.compactJson(draft.document()))
                        .update();
                yield new Result.Saved(revision);
            }
            case DraftFrameworks.Conflict conflict -> new Result.Conflict();
            case DraftFrameworks.NoLongerDraft gone -> throw new Problem.NotFound("roleprofile.problem.noDraft");
        };
    }
}
