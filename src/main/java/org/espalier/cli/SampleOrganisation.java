package org.espalier.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.espalier.access.Account;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.PostId;
import org.espalier.organisation.Unit;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.person.staff.BringIn;
import org.espalier.person.staff.Days;
import org.espalier.person.staff.Newcomer;
import org.springframework.stereotype.Component;

/** The made-up community service that the sample people work for: its teams, posts, line managers and roles. */
@Component
class SampleOrganisation {
    private static final String NAME = "Larkfield Community Care";

    private final SetUpSteps steps;
    private final Accounts accounts;
    private final Organisations organisations;
    private final People people;
    private final Memberships memberships;
    private final Grants grants;
    private final Insiders insiders;
    private final BringIn bringIn;
    private final Clock clock;

    SampleOrganisation(
            SetUpSteps steps,
            Accounts accounts,
            Organisations organisations,
            People people,
            Memberships memberships,
            Grants grants,
            Insiders insiders,
            BringIn bringIn,
            Clock clock) {
        this.steps = steps;
        this.accounts = accounts;
        this.organisations = organisations;
        this.people = people;
        this.memberships = memberships;
        this.grants = grants;
        this.insiders = insiders;
        this.bringIn = bringIn;
        this.clock = clock;
    }

    /** Adds it to a database that has not seen it, once its people have accounts. */
    void add() {
        steps.once("sample/organisation", this::build);
    }

    private void build() {
        var larkfield = organisations.add(NAME);
        var top = organisations.structure(larkfield).root().id();
        var therapy = organisations.addUnit(larkfield, top, Unit.Kind.UNIT, "Therapy and reablement");
        var north = organisations.addUnit(larkfield, therapy, Unit.Kind.TEAM, "Larkfield North therapy team");
        var south = organisations.addUnit(larkfield, therapy, Unit.Kind.TEAM, "Larkfield South therapy team");
        var liaison = organisations.addUnit(larkfield, top, Unit.Kind.TEAM, "Liaison and diversion");
        var learning = organisations.addUnit(larkfield, top, Unit.Kind.TEAM, "Learning and development");

        var director = organisations.addPost(larkfield, top, "Director of community services", null, null);
        var serviceLead =
                organisations.addPost(larkfield, therapy, "Service lead", director, "Director of community services");
        organisations.addPost(larkfield, liaison, "Strategic manager", director, null);
        // vacant, so that those who report to it are managed from above
        var northLead = organisations.addPost(larkfield, north, "Team lead", serviceLead, "Service lead");
        var therapist = organisations.addPost(
                larkfield, north, "Occupational therapist", northLead, "Advanced occupational therapist");
        var support = organisations.addPost(
                larkfield, north, "Therapy support worker", northLead, "Therapy assistant practitioner");
        var newcomer = organisations.addPost(larkfield, south, "Therapy support worker", serviceLead, null);
        var educator = organisations.addPost(larkfield, learning, "Practice educator", director, null);
        var frameworks = organisations.addPost(larkfield, learning, "Career framework lead", director, null);
        var staff = organisations.addPost(larkfield, learning, "Staff records officer", director, null);

        employ(larkfield, "owen", "LK0101", serviceLead);
        employ(larkfield, "maya", "LK0102", therapist);
        employ(larkfield, "tom", "LK0103", support);
        employ(larkfield, "priya", "LK0104", newcomer);
        employ(larkfield, "elin", "LK0105", educator);
        employ(larkfield, "ceri", "LK0106", frameworks);
        employ(larkfield, "hana", "LK0107", staff);

        give(larkfield, "owen", Role.MANAGER, new Scope.UnitAndBelow(therapy));
        give(larkfield, "elin", Role.ASSESSOR, new Scope.UnitAndBelow(therapy));
        give(larkfield, "elin", Role.EDUCATOR, new Scope.WholeOrganisation());
        give(larkfield, "hana", Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        invite(larkfield, northLead);
    }

    /** Somebody who would fill the vacant post. */
    private void invite(Organisation organisation, PostId post) {
        var hana = account("hana");
        var insider = insiders.enter(new Actor(hana.id(), hana.name(), hana.roles()), organisation.slug());
        bringIn.byInvitation(
                insider, new Newcomer(SamplePeople.email("lowri"), "Lowri Vaughan", "LK0108", post, Days.today(clock)));
    }

    private void employ(Organisation organisation, String who, String staffNumber, PostId post) {
        var account = account(who);
        var person = people.of(account.id(), account.name());
        memberships.join(person, organisation.id(), staffNumber);
        memberships.hold(person, organisation.id(), post, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void give(Organisation organisation, String who, Role role, Scope scope) {
        grants.add(account(who).id(), organisation.id(), role, scope, clock.instant(), null, null);
    }

    private Account account(String who) {
        return accounts.find(SamplePeople.email(who)).orElseThrow();
    }
}
