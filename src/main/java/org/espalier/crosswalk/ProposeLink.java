package org.espalier.crosswalk;

import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A framework author says how a level or role is linked to another, and why. It counts once somebody else agrees. */
@Component
public class ProposeLink {
    private final Links links;
    private final Ends ends;
    private final PublishedVersions versions;

    ProposeLink(Links links, Ends ends, PublishedVersions versions) {
        this.links = links;
        this.ends = ends;
        this.versions = versions;
    }

    /** What became of a proposal. */
    public sealed interface Result {}

    /** It waits for somebody else to look at it. */
    public record Proposed(LinkId id) implements Result {}

    /** This end is not, or no longer, in force. */
    public record NoSuchEnd(End end) implements Result {}

    /** Both ends are the same. */
    public record SameEnds() implements Result {}

    /** There is a link between these two, in this direction, that waits or counts. */
    public record AlreadyLinked() implements Result {}

    @Transactional
    public Result propose(Actor actor, End from, End to, LinkKind kind, String reason) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A link without a reason");
        }
        if (!isInForce(from)) {
            return new NoSuchEnd(from);
        }
        if (!isInForce(to)) {
            return new NoSuchEnd(to);
        }
        if (from.equals(to)) {
            return new SameEnds();
        }
        return links.add(from, to, kind, reason, actor.account())
                .<Result>map(Proposed::new)
                .orElseGet(AlreadyLinked::new);
    }

    private boolean isInForce(End end) {
        return ends.named(end).isPresent()
                && versions.describe(end.version())
                        .filter(version -> version.status() == VersionStatus.PUBLISHED)
                        .isPresent();
    }
}
