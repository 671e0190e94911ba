package org.espalier.framework;

import java.util.HashMap;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.StatementEntry;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a draft: from then on it is in force, never changes, and the version before it is superseded. */
@Component
public class PublishVersion {
    private final Frameworks frameworks;
    private final PublishedVersions published;
    private final SearchIndex searchIndex;
    private final ApplicationEventPublisher events;

    PublishVersion(
            Frameworks frameworks,
            PublishedVersions published,
            SearchIndex searchIndex,
            ApplicationEventPublisher events) {
        this.frameworks = frameworks;
        this.published = published;
        this.searchIndex = searchIndex;
        this.events = events;
    }

    /** What became of an attempt to publish. */
    public sealed interface Result {}

    /**
     * It is in force.
     *
     * @param keptKeys how many statements carry the key they had in the version before
     */
    public record Published(VersionId version, String slug, int number, int keptKeys) implements Result {}

    /** The draft has flaws that a publication cannot have; nothing changed. */
    public record Flawed(List<Flaw> flaws) implements Result {}

    /** Somebody saved the draft after this revision was looked at; nothing changed. */
    public record Conflict(long revision) implements Result {}

    /** The version is no draft (any more); nothing changed. */
    public record NotADraft(VersionStatus status) implements Result {}

    /**
     * @param revision the one that the actor has seen and means
     */
    @Transactional
    public Result publish(Actor actor, VersionId version, long revision) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        var draft = frameworks.lock(version).orElseThrow(() -> new Problem.NotFound("framework.problem.noDraft"));
        if (draft.status().after(VersionStatus.Step.PUBLISH).isEmpty()) {
            return new NotADraft(draft.status());
        }
        if (draft.revision() != revision) {
            return new Conflict(draft.revision());
        }
        var flaws = Flaw.of(draft.document());
        return flaws.isEmpty() ? freeze(draft, actor.account().value()) : new Flawed(flaws);
    }

    /** Freezes a draft of local additions, which {@link PublishLocalAdditions} has looked at. */
    Published publishLocal(Actor actor, VersionId version) {
        return freeze(frameworks.lock(version).orElseThrow(), actor.account().value());
    }

    private Published freeze(Frameworks.Row draft, long account) {
        var superseded = frameworks.inForce(draft.framework()).orElse(null);
        var before = statementsOf(superseded);
        var contents = Contents.of(draft.document());
        var statements = KeptKeys.of(before, frameworks.keysEverUsed(draft.framework()), contents.statements());
        var document = rekeyed(draft.document(), statements);
        var number = frameworks.nextNumber(draft.framework());
        if (superseded != null) {
            frameworks.supersede(superseded);
            searchIndex.remove(superseded);
        }
        frameworks.describe(draft.framework(), document);
        frameworks.freeze(draft.id(), number, document, statements, account);
        searchIndex.add(draft.id(), document, new Contents(contents.groups(), statements));
        events.publishEvent(new VersionPublished(draft.id(), draft.slug(), number, superseded, document));
        return new Published(draft.id(), draft.slug(), number, KeptKeys.count(before, statements));
    }

    /** The document with the keys that its statements shall have, wherever it names one. */
    private static FrameworkDocument rekeyed(FrameworkDocument document, List<StatementEntry> keyed) {
        var own = keyed.subList(0, document.statements().size());
        var keys = new HashMap<String, String>();
        for (var n = 0; n < own.size(); n++) {
            keys.put(document.statements().get(n).id(), own.get(n).id());
        }
        return document.withStatements(own)
                .withLevels(document.levels().stream()
                        .map(level -> level.withStatementIds(keys))
                        .toList());
    }

    private List<Statement> statementsOf(@Nullable VersionId version) {
        return version == null
                ? List.of()
                : published.find(version).map(FrameworkVersion::statements).orElse(List.of());
    }
}
