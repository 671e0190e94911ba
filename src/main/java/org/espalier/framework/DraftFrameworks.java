package org.espalier.framework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts, which only framework authors see (PRODUCT.md, rule 9): stored by an import, edited in the review, and
 * published by {@link PublishVersion}.
 */
@Component
public class DraftFrameworks {
    private final Frameworks frameworks;

    DraftFrameworks(Frameworks frameworks) {
        this.frameworks = frameworks;
    }

    /**
     * One draft with its document.
     *
     * @param slug the framework's, as in its address
     * @param revision counts saved edits; a save must name the one it was made from
     */
    public record Draft(
            VersionId version, String slug, VersionStatus status, long revision, FrameworkDocument document) {}

    /**
     * One draft in the list of those that are open.
     *
     * @param revises true when the framework has a published version already
     */
    public record Open(
            VersionId version,
            String slug,
            String title,
            @Nullable String publisher,
            FrameworkDocument.Kind kind,
            VersionStatus status,
            Instant changedAt,
            boolean revises) {}

    /** What became of an attempt to save. */
    public sealed interface Save {}

    /**
     * It is stored.
     *
     * @param revision the one to name in the next save
     */
    public record Saved(long revision) implements Save {}

    /** Somebody else saved in between; nothing was stored. */
    public record Conflict(long revision) implements Save {}

    /** The version has been published or discarded in between; nothing was stored. */
    public record NoLongerDraft() implements Save {}

    /**
     * Stores a document as a draft: of the framework with the same title and publisher when there is one, else of a new
     * framework.
     */
    @Transactional
    public VersionId store(Actor actor, FrameworkDocument document) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        var framework = frameworks.frameworkOf(document).orElseGet(() -> frameworks.add(document));
        return frameworks.addDraft(framework, document, actor.account().value());
    }

    /** Stores a document as a new draft of the framework under this slug; empty when there is none. */
    @Transactional
    public Optional<VersionId> storeAsRevisionOf(String slug, Actor actor, FrameworkDocument document) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        return frameworks
                .frameworkUnder(slug)
                .map(framework ->
                        frameworks.addDraft(framework, document, actor.account().value()));
    }

    /** All open drafts, last changed first. */
    public List<Open> open(Actor actor) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        return frameworks.drafts();
    }

    /** The draft, or empty when this version is none (any more). */
    public Optional<Draft> load(Actor actor, VersionId version) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        return frameworks
                .find(version)
                .filter(row -> row.status().isEditable())
                .map(row -> new Draft(row.id(), row.slug(), row.status(), row.revision(), row.document()));
    }

    /** Replaces the draft's document when nobody else has since this revision. */
    @Transactional
    public Save save(Actor actor, VersionId version, long revision, FrameworkDocument document) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        if (frameworks.save(version, revision, document, actor.account().value())) {
            return new Saved(revision + 1);
        }
        return frameworks
                .find(version)
                .filter(row -> row.status().isEditable())
                .<Save>map(row -> new Conflict(row.revision()))
                .orElseGet(NoLongerDraft::new);
    }

    /** The statements that a document stands for once it is published: its own, and the competences of its role. */
    public static List<StatementEntry> statementsOf(FrameworkDocument document) {
        return Contents.of(document).statements();
    }

    /** Throws a draft away, and its framework with it when that has no other version. */
    @Transactional
    public void discard(Actor actor, VersionId version) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        frameworks.discard(version);
    }
}
