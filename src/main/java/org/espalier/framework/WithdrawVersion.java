package org.espalier.framework;

import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a published version back: it is no longer in force, and stays readable for the records that point at it. */
@Component
public class WithdrawVersion {
    private final Frameworks frameworks;
    private final SearchIndex searchIndex;
    private final ApplicationEventPublisher events;

    WithdrawVersion(Frameworks frameworks, SearchIndex searchIndex, ApplicationEventPublisher events) {
        this.frameworks = frameworks;
        this.searchIndex = searchIndex;
        this.events = events;
    }

    /** What became of an attempt to withdraw. */
    public sealed interface Result {}

    /** It is withdrawn. */
    public record Withdrawn(String slug, int number) implements Result {}

    /** Only a published or superseded version can be withdrawn; nothing changed. */
    public record NotPublished(VersionStatus status) implements Result {}

    @Transactional
    public Result withdraw(Actor actor, VersionId version) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        return withdrawn(actor, version);
    }

    /** Takes back local additions, as {@link PublishLocalAdditions} was asked to. */
    Result withdrawLocal(Actor actor, VersionId version) {
        return withdrawn(actor, version);
    }

    private Result withdrawn(Actor actor, VersionId version) {
        var row = frameworks.lock(version).orElseThrow(() -> new Problem.NotFound("framework.problem.noSuchVersion"));
        var number = row.number();
        if (number == null || row.status().after(VersionStatus.Step.WITHDRAW).isEmpty()) {
            return new NotPublished(row.status());
        }
        frameworks.withdraw(version, actor.account().value());
        searchIndex.remove(version);
        events.publishEvent(new VersionWithdrawn(version, row.slug(), number));
        return new Withdrawn(row.slug(), number);
    }
}
