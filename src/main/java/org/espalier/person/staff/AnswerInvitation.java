package org.espalier.person.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.Notification;
import org.espalier.access.PasswordLinks;
import org.espalier.access.SecretToken;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who was invited does with it. */
@Component
public class AnswerInvitation {
    private final Invitations invitations;
    private final BringIn bringIn;
    private final People people;
    private final Accounts accounts;
    private final CreateAccount createAccount;
    private final PasswordLinks links;
    private final ApplicationEventPublisher events;

    AnswerInvitation(
            Invitations invitations,
            BringIn bringIn,
            People people,
            Accounts accounts,
            CreateAccount createAccount,
            PasswordLinks links,
            ApplicationEventPublisher events) {
        this.invitations = invitations;
        this.bringIn = bringIn;
        this.people = people;
        this.accounts = accounts;
        this.createAccount = createAccount;
        this.links = links;
        this.events = events;
    }

    /** Those that wait for this person's answer. */
    public List<Invitation> to(Actor actor) {
        return invitations.to(actor.account());
    }

    /** What a link leads to; empty when it is used up, withdrawn or too old. */
    public Optional<Invitation> behind(SecretToken link) {
        return invitations.behind(link);
    }

    /** True when whoever follows this link has to sign in to join, because their address has an account. */
    public boolean asksToSignIn(Invitation invitation) {
        return accounts.find(invitation.newcomer().email()).isPresent();
    }

    /** Joins with the account that is signed in, by a link. */
    @Transactional
    public boolean join(Actor actor, SecretToken link) {
        return invitations
                .behind(link)
                .filter(invitation -> accept(actor, invitation))
                .isPresent();
    }

    /** Joins with the account that is signed in, by an invitation on one's own page. */
    @Transactional
    public void accept(Actor actor, long id) {
        accept(actor, own(actor, id));
    }

    @Transactional
    public void decline(Actor actor, long id) {
        invitations.close(own(actor, id).organisation().id(), id, null);
    }

    /**
     * Joins with a new account, by a link.
     *
     * @return the token of a link with which they set its password; empty when the invitation works no longer
     */
    @Transactional
    public Optional<SecretToken> joinAsNew(SecretToken link, String name) {
        var invitation = invitations.behind(link).orElse(null);
        if (invitation == null) {
            return Optional.empty();
        }
        var email = invitation.newcomer().email();
        var account = createAccount.forNewcomers(Map.of(email, name)).get(email);
        if (account == null) {
            throw new Problem.Conflict("person.problem.accountExists", email);
        }
        var person = people.of(account, name);
        if (!invitations.close(invitation.organisation().id(), invitation.id(), person)) {
            throw new Problem.Conflict("person.problem.invitationUsed");
        }
        bringIn.join(invitation.organisation().id(), person, invitation.newcomer());
        tellInviter(invitation, name);
        return links.issueFirst(account);
    }

    private Invitation own(Actor actor, long id) {
        return invitations.to(actor.account()).stream()
                .filter(invitation -> invitation.id() == id)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("person.problem.invitationGone"));
    }

    private boolean accept(Actor actor, Invitation invitation) {
        var person = people.of(actor);
        var first = invitations.close(invitation.organisation().id(), invitation.id(), person);
        if (first) {
            bringIn.join(invitation.organisation().id(), person, invitation.newcomer());
            tellInviter(invitation, actor.name());
        }
        return first;
    }

    private void tellInviter(Invitation invitation, String name) {
        events.publishEvent(Notification.to(
                invitation.inviter(),
                invitation.organisation().address() + "/people",
                "person.notice.joined",
                name,
                invitation.organisation().name()));
    }
}
