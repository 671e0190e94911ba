package org.espalier.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.person.StateLevels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The made-up staff of a made-up community service, so that there is something to look at from the first minute on. */
@Component
class SamplePeople {
    private static final String DOMAIN = "@larkfield.example";

    static final String OCCUPATIONAL_THERAPY = "occupational-therapy-in-social-care-levels-5-to-9-starter-summary";
    static final String SUPPORT_WORK = "allied-health-professions-support-worker-framework-starter-summary";
    static final String SUPPORT_AIM = "intermediate";
    static final String LIAISON_MANAGER = "liaison-and-diversion-service-strategic-manager-level-8-starter-summary";

    private static final List<Sample> SAMPLES = List.of(
            new Sample("ceri", "Ceri Bevan", "author", Set.of(Role.FRAMEWORK_AUTHOR), null),
            new Sample(
                    "maya",
                    "Maya Osei",
                    "practitioner",
                    Set.of(),
                    new Way(OCCUPATIONAL_THERAPY, "level-5", "level-6", 0.7)),
            new Sample(
                    "tom",
                    "Tom Ashby",
                    "support-worker",
                    Set.of(),
                    new Way(SUPPORT_WORK, "entry-level", SUPPORT_AIM, 0.4)),
            new Sample("owen", "Owen Hughes", "manager", Set.of(), new Way(LIAISON_MANAGER, null, null, 0.5)),
            new Sample("priya", "Priya Nair", "newcomer", Set.of(), null),
            new Sample("elin", "Elin Prosser", "assessor", Set.of(), null),
            new Sample("hana", "Hana Whitlock", "organisation-administrator", Set.of(), null));

    /**
     * @param who the end of the message that says who they are
     * @param way null for somebody who has not begun
     */
    private record Sample(
            String address,
            String name,
            String who,
            Set<Role> roles,
            @Nullable Way way) {
        EmailAddress email() {
            return SamplePeople.email(address);
        }
    }

    static EmailAddress email(String who) {
        return new EmailAddress(who + DOMAIN);
    }

    /**
     * Where somebody is on the way to an aim.
     *
     * @param at their level, null when they state none
     * @param aim the level they aim for, null for the role of a role profile
     * @param answered how much of what the aim asks they have answered, from 0 to 1
     */
    private record Way(
            String framework, @Nullable String at, @Nullable String aim, double answered) {}

    private final SetUpSteps steps;
    private final SignIns signIns;
    private final CreateAccount createAccount;
    private final PublishedVersions versions;
    private final People people;
    private final StateLevels stateLevels;
    private final SetAim setAim;
    private final RateStatements rateStatements;
    private final SampleEvidence sampleEvidence;

    SamplePeople(
            SetUpSteps steps,
            SignIns signIns,
            CreateAccount createAccount,
            PublishedVersions versions,
            People people,
            StateLevels stateLevels,
            SetAim setAim,
            RateStatements rateStatements,
            SampleEvidence sampleEvidence) {
        this.steps = steps;
        this.signIns = signIns;
        this.createAccount = createAccount;
        this.versions = versions;
        this.people = people;
        this.stateLevels = stateLevels;
        this.setAim = setAim;
        this.rateStatements = rateStatements;
        this.sampleEvidence = sampleEvidence;
    }

    /** Adds those whom this database has not seen. */
    void add() {
        SAMPLES.forEach(sample -> steps.once("sample/" + sample.address(), () -> add(sample)));
    }

    private void add(Sample sample) {
        var email = sample.email();
        var description = sample.name() + ", " + CliMessages.text("cli.person." + sample.who());
        createAccount
                .atSetUp(email, sample.name(), sample.roles(), signIns.passwordFor(email.value(), description))
                .ifPresent(account -> {
                    var way = sample.way();
                    if (way != null) {
                        var actor = new Actor(account, sample.name(), sample.roles());
                        versions.current(way.framework()).ifPresent(version -> walk(actor, version, way));
                    }
                });
    }

    private void walk(Actor actor, FrameworkVersion version, Way way) {
        if (way.at() != null) {
            stateLevels.everywhere(actor, version, way.at());
        }
        setAim.to(actor, version, way.aim());
        var asked = way.aim() == null ? version.expectationsOfRole() : version.expectationsAt(way.aim());
        var ratings = asked.stream()
                .limit(Math.round(asked.size() * way.answered()))
                .collect(Collectors.toMap(Statement::id, statement -> rating(statement, way.at())));
        rateStatements.rate(actor, people.of(actor), version.id(), ratings);
        sampleEvidence.add(actor, version, asked);
    }

    /** Met at their own level, mixed beyond it. */
    private static Rating rating(Statement statement, @Nullable String at) {
        if (at != null && at.equals(statement.level())) {
            return Rating.MET;
        }
        return switch (statement.text().length() % 4) {
            case 0 -> Rating.NOT_YET;
            case 1 -> Rating.PARTLY;
            default -> Rating.MET;
        };
    }
}
