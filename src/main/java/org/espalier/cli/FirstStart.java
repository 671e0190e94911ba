package org.espalier.cli;

import java.util.List;
import java.util.Set;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.springframework.stereotype.Component;

/** What a new installation begins with: somebody who may do everything, starter frameworks and a sample organisation. */
@Component
class FirstStart {
    private static final EmailAddress ADMINISTRATOR = new EmailAddress("administrator@espalier.example");

    private final SetUpSteps steps;
    private final SignIns signIns;
    private final CreateAccount createAccount;
    private final Accounts accounts;
    private final StarterFrameworks starterFrameworks;
    private final SamplePeople samplePeople;
    private final SampleOrganisation sampleOrganisation;
    private final SampleLocalRoles sampleLocalRoles;
    private final SampleConversations sampleConversations;
    private final SampleRequests sampleRequests;
    private final SampleSessions sampleSessions;
    private final SampleRecords sampleRecords;
    private final SampleRoutes sampleRoutes;
    private final SampleTeam sampleTeam;
    private final SampleLearning sampleLearning;
    private final StarterNames starterNames;
    private final SampleStories sampleStories;

    FirstStart(
            SetUpSteps steps,
            SignIns signIns,
            CreateAccount createAccount,
            Accounts accounts,
            StarterFrameworks starterFrameworks,
            SamplePeople samplePeople,
            SampleOrganisation sampleOrganisation,
            SampleLocalRoles sampleLocalRoles,
            SampleConversations sampleConversations,
            SampleRequests sampleRequests,
            SampleSessions sampleSessions,
            SampleRecords sampleRecords,
            SampleRoutes sampleRoutes,
            SampleTeam sampleTeam,
            SampleLearning sampleLearning,
            StarterNames starterNames,
            SampleStories sampleStories) {
        this.steps = steps;
        this.signIns = signIns;
        this.createAccount = createAccount;
        this.accounts = accounts;
        this.starterFrameworks = starterFrameworks;
        this.samplePeople = samplePeople;
        this.sampleOrganisation = sampleOrganisation;
        this.sampleLocalRoles = sampleLocalRoles;
        this.sampleConversations = sampleConversations;
        this.sampleRequests = sampleRequests;
        this.sampleSessions = sampleSessions;
        this.sampleRecords = sampleRecords;
        this.sampleRoutes = sampleRoutes;
        this.sampleTeam = sampleTeam;
        this.sampleLearning = sampleLearning;
        this.starterNames = starterNames;
        this.sampleStories = sampleStories;
    }

    /**
     * Puts in what is missing, each thing once in the life of a database.
     *
     * @param samples false for the administrator alone
     * @return how the people put in can sign in, as far as this data directory knows
     */
    List<SignIns.SignIn> prepare(boolean samples) {
        var operator = operator();
        if (samples) {
            starterFrameworks.publish(operator);
            samplePeople.add();
            sampleOrganisation.add();
            sampleLocalRoles.add();
            sampleConversations.add();
            sampleRequests.add();
            sampleSessions.add();
            sampleRecords.add();
            sampleRoutes.add(operator);
            sampleTeam.add();
            sampleLearning.add();
            starterNames.add(operator);
            sampleStories.add();
        }
        return signIns.all();
    }

    /** The first administrator, in whose name the command line acts: whoever can run it owns the database. */
    Actor operator() {
        steps.once(
                "administrator",
                () -> add(
                        ADMINISTRATOR, CliMessages.text("cli.person.administrator"), Set.copyOf(Role.OF_INSTALLATION)));
        return accounts.all().stream()
                .filter(account -> account.roles().contains(Role.ADMINISTRATOR))
                .min((one, other) -> Long.compare(one.id().value(), other.id().value()))
                .map(account -> new Actor(account.id(), account.name(), Set.copyOf(Role.OF_INSTALLATION)))
                .orElseThrow();
    }

    private void add(EmailAddress email, String name, Set<Role> roles) {
        createAccount.atSetUp(email, name, roles, signIns.passwordFor(email.value(), name));
    }
}
