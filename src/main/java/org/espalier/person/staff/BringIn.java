package org.espalier.person.staff;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.access.Account;
import org.espalier.access.AccountId;
import org.espalier.access.Accounts;
import org.espalier.access.CreateAccount;
import org.espalier.access.Notification;
import org.espalier.access.PasswordLinks;
import org.espalier.access.SecretToken;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings somebody into an organisation, at once or by invitation. Somebody who has an account already is always asked:
 * nobody is made to belong to an organisation behind their back.
 */
@Component
public class BringIn {
    /** How long an invitation works. */
    public static final Duration INVITATION_VALID_FOR = Invitations.VALID_FOR;

    private final Accounts accounts;
    private final CreateAccount createAccount;
    private final PasswordLinks links;
    private final People people;
    private final Memberships memberships;
    private final Invitations invitations;
    private final Employees employees;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    BringIn(
            Accounts accounts,
            CreateAccount createAccount,
            PasswordLinks links,
            People people,
            Memberships memberships,
            Invitations invitations,
            Employees employees,
            Organisations organisations,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.createAccount = createAccount;
        this.links = links;
        this.people = people;
        this.memberships = memberships;
        this.invitations = invitations;
        this.employees = employees;
        this.organisations = organisations;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** What came of it. */
    public sealed interface Result {
        /** They belong to it now, and have to set their first password. */
        record Added(PersonId person) implements Result {}

        /** They have been invited, and answer on their own page. */
        record Asked() implements Result {}

        /** They have been invited with this link. */
        record Invited(SecretToken token) implements Result {}

        /** Somebody with this address belongs to it. */
        record IsHere() implements Result {}

        /** Somebody else has this staff number. */
        record NumberTaken() implements Result {}

        /** The post is not in this organisation. */
        record NoSuchPost() implements Result {}
    }

    /** Adds somebody without an account at once, with a new one; asks somebody who has one. */
    @Transactional
    public Result now(Insider insider, Newcomer newcomer) {
        var refusal = refusal(insider, newcomer);
        if (refusal != null) {
            return refusal;
        }
        var account = createAccount
                .forNewcomers(Map.of(newcomer.email(), newcomer.name()))
                .get(newcomer.email());
        if (account == null) {
            return ask(insider, newcomer, accounts.find(newcomer.email()).orElseThrow());
        }
        var person = people.of(account, newcomer.name());
        join(insider.organisation().id(), person, newcomer);
        return new Result.Added(person);
    }

    /** Invites somebody, by a link unless they have an account. */
    @Transactional
    public Result byInvitation(Insider insider, Newcomer newcomer) {
        var refusal = refusal(insider, newcomer);
        if (refusal != null) {
            return refusal;
        }
        var account = accounts.find(newcomer.email());
        if (account.isPresent()) {
            return ask(insider, newcomer, account.get());
        }
        var token = SecretToken.random();
        invitations.add(insider, newcomer, token);
        return new Result.Invited(token);
    }

    /** The invitations that wait for an answer. */
    public List<Invitation> open(Insider insider) {
        insider.requireAdministrator();
        return invitations.of(insider.organisation().id());
    }

    @Transactional
    public void withdraw(Insider insider, long invitation) {
        insider.requireAdministrator();
        if (!invitations.close(insider.organisation().id(), invitation, null)) {
            throw Insiders.notFound();
        }
    }

    /**
     * A link for somebody who has not set a password yet, to be handed to them. Refused for whoever belongs to another
     * organisation too: that one may have brought them in.
     */
    @Transactional
    public SecretToken firstSignIn(Insider insider, PersonId person) {
        insider.requireAdministrator();
        var member = employees.member(insider, person);
        if (memberships.of(person).size() > 1) {
            throw Insiders.notFound();
        }
        return links.issueFirst(member.account()).orElseThrow(Insiders::notFound);
    }

    /** How somebody sets their first password. */
    public record FirstSignIn(StaffMember member, SecretToken token) {}

    /** As {@link #firstSignIn}, for everybody who belongs here alone and has not set a password yet, by name. */
    @Transactional
    public List<FirstSignIn> firstSignIns(Insider insider) {
        var waiting = employees.waiting(insider);
        var tokens = links.issueFirst(waiting.stream().map(StaffMember::account).toList());
        return waiting.stream()
                .flatMap(member ->
                        Stream.ofNullable(tokens.get(member.account())).map(token -> new FirstSignIn(member, token)))
                .toList();
    }

    /** Asks several people who have accounts, and tells each. The caller has planned it with all it knows. */
    @Transactional
    public void askAll(Insider insider, Map<AccountId, Newcomer> newcomers) {
        insider.requireAdministrator();
        invitations.addAll(insider, newcomers.values());
        newcomers.keySet().forEach(account -> tellOfInvitation(insider, account));
    }

    private Result ask(Insider insider, Newcomer newcomer, Account account) {
        invitations.add(insider, newcomer, null);
        tellOfInvitation(insider, account.id());
        return new Result.Asked();
    }

    private void tellOfInvitation(Insider insider, AccountId account) {
        events.publishEvent(Notification.to(
                account,
                "/me/organisations",
                "person.notice.invited",
                insider.organisation().name(),
                insider.actor().name()));
    }

    private @Nullable Result refusal(Insider insider, Newcomer newcomer) {
        insider.requireAdministrator();
        var organisation = insider.organisation();
        if (newcomer.post() != null
                && organisations.structure(organisation).post(newcomer.post()).isEmpty()) {
            return new Result.NoSuchPost();
        }
        record Taken(boolean address, boolean number) {}
        var taken = jdbc.sql("""
                select coalesce(bool_or(h.email = :email), false) as address,
                       coalesce(bool_or(upper(m.staff_number) = upper(:number)), false) as number
                from person.membership m
                    join person.person n on n.id = m.person_id
                    join access.holder h on h.account_id = n.account_id
                where m.organisation_id = :organisation and m.left_at is null
                  and (h.email = :email or upper(m.staff_number) = upper(:number))
                """)
                .param("email", newcomer.email().value())
                .param("number", newcomer.staffNumber(), Types.VARCHAR)
                .param("organisation", organisation.id().value())
                .query((row, number) -> new Taken(row.getBoolean("address"), row.getBoolean("number")))
                .single();
        if (taken.address()) {
            return new Result.IsHere();
        }
        return taken.number() ? new Result.NumberTaken() : null;
    }

    /** Makes somebody belong to an organisation, with what the newcomer brings. */
    void join(OrganisationId organisation, PersonId person, Newcomer newcomer) {
        memberships.join(person, organisation, null);
        if (newcomer.staffNumber() != null) {
            memberships.number(person, organisation, newcomer.staffNumber());
        }
        if (newcomer.post() != null) {
            memberships.hold(person, organisation, newcomer.post(), newcomer.since());
        }
    }
}
