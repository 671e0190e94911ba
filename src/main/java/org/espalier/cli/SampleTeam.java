package org.espalier.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.framework.PublishedVersions;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.PostId;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.person.staff.Days;
import org.springframework.stereotype.Component;

/**
 * Colleagues of Tom's in his post, with his target: as many as it takes for what shows of groups of five alone. They have no
 * passwords.
 */
@Component
class SampleTeam {
    private static final List<String> NAMES = List.of("Ama Boateng", "Bryn Pugh", "Dev Rana", "Carys Lloyd");
    private static final int FIRST_NUMBER = 201;

    private final SetUpSteps steps;
    private final CreateAccount createAccount;
    private final Accounts accounts;
    private final People people;
    private final Memberships memberships;
    private final PublishedVersions versions;
    private final SetAim setAim;
    private final Clock clock;

    SampleTeam(
            SetUpSteps steps,
            CreateAccount createAccount,
            Accounts accounts,
            People people,
            Memberships memberships,
            PublishedVersions versions,
            SetAim setAim,
            Clock clock) {
        this.steps = steps;
        this.createAccount = createAccount;
        this.accounts = accounts;
        this.people = people;
        this.memberships = memberships;
        this.versions = versions;
        this.setAim = setAim;
        this.clock = clock;
    }

    /** Adds them to a database that has not seen them, once Tom is employed. */
    void add() {
        steps.once("sample/team", this::employ);
    }

    private void employ() {
        var tom = accounts.find(SamplePeople.email("tom")).orElseThrow();
        memberships.of(people.of(tom.id(), tom.name())).stream()
                .filter(membership -> !membership.posts().isEmpty())
                .findFirst()
                .ifPresent(membership -> employ(
                        membership.organisation(), membership.posts().getFirst().post()));
    }

    private void employ(Organisation organisation, PostId post) {
        var names = new LinkedHashMap<EmailAddress, String>();
        NAMES.forEach(name -> names.put(address(name), name));
        var added = createAccount.forNewcomers(names);
        var number = FIRST_NUMBER;
        for (var one : names.entrySet()) {
            var account = added.get(one.getKey());
            if (account != null) {
                var person = people.of(account, one.getValue());
                memberships.join(person, organisation.id(), "LK0" + number++);
                memberships.hold(person, organisation.id(), post, Days.today(clock));
                versions.current(SamplePeople.SUPPORT_WORK)
                        .ifPresent(version -> setAim.to(
                                new Actor(account, one.getValue(), Set.of()), version, SamplePeople.SUPPORT_AIM));
            }
        }
    }

    private static EmailAddress address(String name) {
        return SamplePeople.email(name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT));
    }
}
