package org.espalier.cli;

import java.util.Optional;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.roleprofile.local.ChangeLocalRole;
import org.espalier.roleprofile.local.LocalRole;
import org.espalier.roleprofile.local.LocalRoles;
import org.espalier.roleprofile.local.Objection;
import org.espalier.roleprofile.local.PublishLocalRole;
import org.springframework.stereotype.Component;

/** What the made-up organisation adds to a starter role profile, and somebody who aims for both parts. */
@Component
class SampleLocalRoles {
    private static final String SAFEGUARDING = "Support the safeguarding of individuals";

    private final SetUpSteps steps;
    private final Accounts accounts;
    private final People people;
    private final Memberships memberships;
    private final Insiders insiders;
    private final PublishedVersions versions;
    private final LocalRoles localRoles;
    private final ChangeLocalRole changeLocalRole;
    private final PublishLocalRole publishLocalRole;
    private final SetAim setAim;

    SampleLocalRoles(
            SetUpSteps steps,
            Accounts accounts,
            People people,
            Memberships memberships,
            Insiders insiders,
            PublishedVersions versions,
            LocalRoles localRoles,
            ChangeLocalRole changeLocalRole,
            PublishLocalRole publishLocalRole,
            SetAim setAim) {
        this.steps = steps;
        this.accounts = accounts;
        this.people = people;
        this.memberships = memberships;
        this.insiders = insiders;
        this.versions = versions;
        this.localRoles = localRoles;
        this.changeLocalRole = changeLocalRole;
        this.publishLocalRole = publishLocalRole;
        this.setAim = setAim;
    }

    /** Adds it to a database that has not seen it, once its people belong to their organisation. */
    void add() {
        steps.once("sample/local-roles", () -> versions.current(SamplePeople.LIAISON_MANAGER)
                .ifPresent(this::write));
    }

    private void write(FrameworkVersion national) {
        var hana = actor("hana");
        var insider = insiders.enter(
                hana, memberships.of(people.of(hana)).getFirst().organisation().slug());
        var slug = national.slug();
        changeLocalRole.begin(insider, slug);
        expectNone(changeLocalRole.call(insider, slug, CliMessages.text("cli.local.name")));
        expectNone(changeLocalRole.addOwn(insider, slug, CliMessages.text("cli.local.welsh")));
        expectNone(changeLocalRole.addOwn(insider, slug, CliMessages.text("cli.local.custody")));
        national.statements().stream()
                .filter(statement -> statement.text().equals(SAFEGUARDING))
                .findFirst()
                .map(Statement::key)
                .ifPresent(key -> expectNone(
                        changeLocalRole.addNote(insider, slug, key, CliMessages.text("cli.local.safeguarding"))));
        expectNone(changeLocalRole.addNote(insider, slug, null, CliMessages.text("cli.local.whole")));
        publish(insider, slug);
        aim(insider, slug);
    }

    private void publish(Insider insider, String slug) {
        var revision = role(insider, slug).revision();
        if (!(publishLocalRole.publish(insider, slug, revision) instanceof PublishLocalRole.Published)) {
            throw new IllegalStateException("The sample's local additions cannot be published");
        }
    }

    /** Owen aims for the national part already. */
    private void aim(Insider insider, String slug) {
        Optional.ofNullable(role(insider, slug).published())
                .flatMap(edition -> Optional.ofNullable(edition.version()))
                .flatMap(versions::find)
                .ifPresent(local -> setAim.to(actor("owen"), local, null));
    }

    private LocalRole role(Insider insider, String slug) {
        return localRoles.find(insider.organisation().id(), slug).orElseThrow();
    }

    private static void expectNone(Optional<Objection> objection) {
        objection.ifPresent(why -> {
            throw new IllegalStateException("A sample addition is refused: " + why);
        });
    }

    private Actor actor(String who) {
        var account = accounts.find(SamplePeople.email(who)).orElseThrow();
        return new Actor(account.id(), account.name(), account.roles());
    }
}
