package org.espalier.portfolio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person shows items of theirs to somebody with an account, for a purpose and up to a day, and ends that whenever they
 * like (PRODUCT.md, rule 19). Whoever is shown something is told, and told again when it ends early.
 */
@Component
public class ShareEvidence {
    static final int LONGEST_PURPOSE = 200;

    private final People people;
    private final Portfolios portfolios;
    private final Shares shares;
    private final Today today;
    private final ApplicationEventPublisher events;

    ShareEvidence(People people, Portfolios portfolios, Shares shares, Today today, ApplicationEventPublisher events) {
        this.people = people;
        this.portfolios = portfolios;
        this.shares = shares;
        this.today = today;
        this.events = events;
    }

    /**
     * Shares all of these, or none.
     *
     * @param items the actor's own, no drafts
     * @param purpose in the person's words, up to 200 characters
     * @param until the last day, today at the earliest
     * @return one share for each item, in the same order
     */
    @Transactional
    public List<ShareId> share(
            Actor actor, Collection<EvidenceId> items, AccountId with, String purpose, LocalDate until) {
        var wanted = List.copyOf(new LinkedHashSet<>(items));
        var added = shareAlong(actor, wanted, with, purpose, until);
        events.publishEvent(Notification.to(
                with,
                wanted.size() == 1
                        ? EvidencePaths.SHARED_WITH_ME + "/" + wanted.getFirst()
                        : EvidencePaths.SHARED_WITH_ME,
                wanted.size() == 1 ? "portfolio.notice.shared.one" : "portfolio.notice.shared.other",
                actor.name(),
                Integer.toString(wanted.size()),
                purpose.strip()));
        return added;
    }

    /** As {@link #share}, along with something of which the caller tells. */
    @Transactional
    public List<ShareId> shareAlong(
            Actor actor, Collection<EvidenceId> items, AccountId with, String purpose, LocalDate until) {
        if (with.equals(actor.account())) {
            throw new Problem.Invalid("portfolio.problem.shareWithOneself");
        }
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE || until.isBefore(today.date())) {
            throw new Problem.Invalid("portfolio.problem.noPurpose");
        }
        var wanted = List.copyOf(new LinkedHashSet<>(items));
        var mine = new HashSet<>(portfolios.shareable(people.of(actor), wanted));
        if (!mine.containsAll(wanted)) {
            throw new Problem.NotFound("portfolio.problem.notShareable");
        }
        return shares.add(wanted, actor.account(), with, purpose.strip(), until);
    }

    /**
     * Lets somebody else open what was shared for something that they take over, for the same purpose and period; what has
     * ended stays ended. The caller tells the owner.
     *
     * @return the new share of each item
     */
    @Transactional
    public Map<EvidenceId, ShareId> handOver(Collection<ShareId> taken, AccountId to) {
        return shares.copy(taken, to);
    }

    /** Ends shares that went along with something which has ended; the caller tells. */
    @Transactional
    public void end(Collection<ShareId> ended) {
        shares.end(ended);
    }

    /** Ends shares of the actor's own evidence; those that have ended already stay as they are. */
    @Transactional
    public void withdraw(Actor actor, Collection<ShareId> withdrawn) {
        for (var ended : shares.withdraw(actor.account(), withdrawn)) {
            events.publishEvent(Notification.to(
                    ended.with(),
                    EvidencePaths.SHARED_WITH_ME,
                    "portfolio.notice.withdrawn",
                    actor.name(),
                    ended.title()));
        }
    }
}
