package org.espalier.person.staff;

import java.time.LocalDate;
import org.espalier.access.Notification;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.PostId;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives one of an organisation's people a post, ends it, and changes their staff number. The person is told. */
@Component
public class ChangePosts {
    private final Employees employees;
    private final Memberships memberships;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;

    ChangePosts(
            Employees employees,
            Memberships memberships,
            Organisations organisations,
            ApplicationEventPublisher events) {
        this.employees = employees;
        this.memberships = memberships;
        this.organisations = organisations;
        this.events = events;
    }

    @Transactional
    public void give(Insider insider, PersonId person, PostId id, LocalDate since) {
        insider.requireAdministrator();
        var member = employees.member(insider, person);
        var post = organisations.structure(insider.organisation()).post(id).orElseThrow(Insiders::notFound);
        memberships.hold(person, insider.organisation().id(), post.id(), since);
        tell(insider, member, "person.notice.post", post.title());
    }

    @Transactional
    public void end(Insider insider, PersonId person, PostId id) {
        insider.requireAdministrator();
        var member = employees.member(insider, person);
        var post = organisations.structure(insider.organisation()).post(id).orElseThrow(Insiders::notFound);
        if (memberships.giveUp(person, insider.organisation().id(), post.id())) {
            tell(insider, member, "person.notice.postEnded", post.title());
        }
    }

    /** @param staffNumber null to take it away */
    @Transactional
    public void number(Insider insider, PersonId person, @Nullable String staffNumber) {
        insider.requireAdministrator();
        employees.member(insider, person);
        if (!memberships.number(person, insider.organisation().id(), staffNumber)) {
            throw new Problem.Conflict("person.problem.staffNumber");
        }
    }

    private void tell(Insider insider, StaffMember member, String messageKey, String post) {
        events.publishEvent(Notification.to(
                member.account(),
                "/me/organisations",
                messageKey,
                post,
                insider.organisation().name(),
                insider.actor().name()));
    }
}
