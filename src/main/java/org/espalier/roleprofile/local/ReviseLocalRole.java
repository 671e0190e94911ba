package org.espalier.roleprofile.local;

import java.util.Map;
import java.util.Optional;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.roleprofile.local.Rebase.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes local additions over to the new version of the national profile, as somebody decides. */
@Component
public class ReviseLocalRole {
    private final LocalRoles localRoles;
    private final PublishedVersions versions;
    private final PublishLocalRole publishLocalRole;

    ReviseLocalRole(LocalRoles localRoles, PublishedVersions versions, PublishLocalRole publishLocalRole) {
        this.localRoles = localRoles;
        this.versions = versions;
        this.publishLocalRole = publishLocalRole;
    }

    /**
     * A revision of the national profile that local additions have not followed yet.
     *
     * @param next the version in force; null when the profile was withdrawn
     */
    public record Pending(National base, @Nullable National next, Rebase rebase) {
        /** Names what is pending, so that nobody decides on something they have not seen. */
        public long onto() {
            return next == null ? 0 : next.version().id().value();
        }
    }

    /** What became of an attempt. */
    public enum Result {
        /** The draft stands on the new version. */
        TAKEN_OVER,
        /** The draft stands on the new version, and people see it. */
        PUBLISHED,
        /** The additions stay beside the withdrawn profile, and it is on record why. */
        KEPT,
        /** The additions were taken back, and it is on record why. */
        TAKEN_BACK,
        /** Somebody changed the additions, or the profile was revised again; nothing was stored. */
        CONFLICT
    }

    /** Like {@link #pending}, without looking into any version. */
    public boolean isPending(LocalRole role) {
        var current = versions.versionsOf(role.national()).stream()
                .filter(PublishedVersion::isInForce)
                .map(PublishedVersion::id)
                .findFirst();
        return current.map(version -> !version.equals(role.base())).orElse(role.decided() == null);
    }

    /** What these additions have to follow; empty when they stand on the version in force, or all was decided. */
    public Optional<Pending> pending(LocalRole role) {
        var current = versions.current(role.national()).map(FrameworkVersion::id);
        if (current.filter(role.base()::equals).isPresent() || (current.isEmpty() && role.decided() != null)) {
            return Optional.empty();
        }
        var base = National.of(versions.find(role.base()).orElseThrow());
        var next = current.flatMap(versions::find).map(National::of).orElse(null);
        return Optional.of(new Pending(base, next, Rebase.onto(base, next, role.draft())));
    }

    /**
     * Carries out what was decided on each conflict.
     *
     * @param revision of the draft, as it was seen
     * @param onto the version that it was compared with
     * @param publish whether people shall see it at once
     */
    @Transactional
    public Result carryOut(
            Insider insider,
            String national,
            long revision,
            long onto,
            Map<Integer, Decision> decisions,
            boolean publish) {
        KeepsLocalRoles.require(insider);
        var role = localRoles.lock(insider.organisation().id(), national).orElseThrow(Insiders::notFound);
        var pending = pending(role).orElse(null);
        if (pending == null || pending.onto() != onto || role.revision() != revision) {
            return Result.CONFLICT;
        }
        if (pending.next() == null) {
            throw new IllegalArgumentException("The profile was withdrawn: " + national);
        }
        var draft = pending.rebase().resolved(decisions);
        localRoles.save(role, new VersionId(onto), draft, insider.actor().account());
        if (!publish) {
            return Result.TAKEN_OVER;
        }
        if (draft.isEmpty()) {
            publishLocalRole.takeBack(insider, national);
            return Result.PUBLISHED;
        }
        return switch (publishLocalRole.publish(insider, national, revision + 1)) {
            case PublishLocalRole.Published _ -> Result.PUBLISHED;
            case PublishLocalRole.Nothing _, PublishLocalRole.Conflict _, PublishLocalRole.NationalWithdrawn _ ->
                Result.TAKEN_OVER;
        };
    }

    /**
     * Decides on additions to a profile that was withdrawn. Kept ones stay as they are, readable beside it.
     *
     * @param revision of the draft, as it was seen
     * @param reason stays on record, with who decided and when
     */
    @Transactional
    public Result decideOnWithdrawn(Insider insider, String national, long revision, boolean keep, String reason) {
        KeepsLocalRoles.require(insider);
        var role = localRoles.lock(insider.organisation().id(), national).orElseThrow(Insiders::notFound);
        var pending = pending(role).orElse(null);
        if (pending == null || pending.next() != null || role.revision() != revision) {
            return Result.CONFLICT;
        }
        localRoles.decide(role, keep, reason.strip(), insider.actor().account());
        if (keep) {
            return Result.KEPT;
        }
        publishLocalRole.takeBack(insider, national);
        return Result.TAKEN_BACK;
    }
}
