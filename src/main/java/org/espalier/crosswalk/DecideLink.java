package org.espalier.crosswalk;

import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A framework author agrees to a link that somebody else proposed, refuses it, or takes one back. */
@Component
public class DecideLink {
    private final Links links;
    private final ApplicationEventPublisher events;

    DecideLink(Links links, ApplicationEventPublisher events) {
        this.links = links;
        this.events = events;
    }

    @Transactional
    public void agree(Actor actor, LinkId id) {
        var link = reviewable(actor, id);
        move(link, LinkState.Step.AGREE, "", actor);
        tell(link, "crosswalk.notice.agreed", actor);
    }

    /** @param reason what the proposer reads */
    @Transactional
    public void refuse(Actor actor, LinkId id, String reason) {
        var link = reviewable(actor, id);
        move(link, LinkState.Step.REFUSE, reason, actor);
        tell(link, "crosswalk.notice.refused", actor);
    }

    /** @param reason what everybody reads in the link’s history */
    @Transactional
    public void withdraw(Actor actor, LinkId id, String reason) {
        var link = link(actor, id);
        if (!link.mayBeWithdrawnBy(actor.account())) {
            throw new Problem.Conflict("crosswalk.problem.notWithdrawable");
        }
        move(link, LinkState.Step.WITHDRAW, reason, actor);
        if (!link.proposedBy().equals(actor.account())) {
            tell(link, "crosswalk.notice.withdrawn", actor);
        }
    }

    private Link reviewable(Actor actor, LinkId id) {
        var link = link(actor, id);
        if (link.proposedBy().equals(actor.account())) {
            throw new Problem.Forbidden("crosswalk.problem.ownProposal");
        }
        if (!link.mayBeReviewedBy(actor.account())) {
            throw new Problem.Conflict("crosswalk.problem.decided");
        }
        return link;
    }

    private Link link(Actor actor, LinkId id) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        return links.find(id).orElseThrow(() -> new Problem.NotFound("crosswalk.problem.noLink"));
    }

    private void move(Link link, LinkState.Step step, String words, Actor actor) {
        var to = link.state().after(step).orElseThrow(() -> new Problem.Conflict("crosswalk.problem.decided"));
        if (!links.move(link, step, to, words, actor.account())) {
            throw new Problem.Conflict("crosswalk.problem.decided");
        }
    }

    private void tell(Link link, String messageKey, Actor actor) {
        events.publishEvent(
                Notification.to(link.proposedBy(), "/crosswalk/links/" + link.id(), messageKey, actor.name()));
    }
}
