package org.espalier.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.assessment.attestation.AttestTogether;
import org.espalier.assessment.attestation.Part;
import org.espalier.assessment.session.Occasion;
import org.espalier.assessment.session.PutGroupTogether;
import org.espalier.assessment.session.SignOffGroup;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.person.Aim;
import org.espalier.person.Aims;
import org.espalier.person.People;
import org.espalier.person.staff.Days;
import org.springframework.stereotype.Component;

/** A session after which made-up support workers were signed off, and something that three made-up people sign. */
@Component
class SampleSessions {
    private static final int SHOWN = 3;

    private final SetUpSteps steps;
    private final Accounts accounts;
    private final People people;
    private final Aims aims;
    private final PublishedVersions versions;
    private final PutGroupTogether putTogether;
    private final SignOffGroup signOffGroup;
    private final AttestTogether attestTogether;
    private final Clock clock;

    SampleSessions(
            SetUpSteps steps,
            Accounts accounts,
            People people,
            Aims aims,
            PublishedVersions versions,
            PutGroupTogether putTogether,
            SignOffGroup signOffGroup,
            AttestTogether attestTogether,
            Clock clock) {
        this.steps = steps;
        this.accounts = accounts;
        this.people = people;
        this.aims = aims;
        this.versions = versions;
        this.putTogether = putTogether;
        this.signOffGroup = signOffGroup;
        this.attestTogether = attestTogether;
        this.clock = clock;
    }

    /** Once there are people in an organisation. */
    void add() {
        steps.once("sample/sessions", () -> {
            aims.of(people.of(actor("tom"))).stream().findFirst().ifPresent(this::session);
            attestation();
        });
    }

    private void session(Aim aim) {
        versions.find(aim.version()).ifPresent(version -> {
            var elin = actor("elin");
            var today = Days.today(clock);
            putTogether.choices(elin).organisations().stream().findFirst().ifPresent(organisation -> {
                var draft = putTogether.begin(
                        elin,
                        organisation.id(),
                        version.id(),
                        new Occasion(CliMessages.text("cli.session.title"), today.minusDays(12), today.plusYears(1)));
                putTogether.chooseStatements(elin, draft, shown(version, aim));
                putTogether.choosePeople(elin, draft, List.of(people.of(actor("tom")), people.of(actor("priya"))));
                signOffGroup.signOff(
                        elin,
                        draft,
                        putTogether.cohort(elin, putTogether.find(elin, draft)).seal());
            });
        });
    }

    private static List<String> shown(FrameworkVersion version, Aim aim) {
        var asked = aim.level() == null ? version.expectationsOfRole() : version.expectationsAt(aim.level());
        return asked.reversed().stream().limit(SHOWN).map(Statement::key).toList();
    }

    private void attestation() {
        var id = attestTogether.begin(
                actor("tom"),
                CliMessages.text("cli.attestation.title"),
                CliMessages.text("cli.attestation.words"),
                Map.of(Part.Role.EDUCATOR, account("elin"), Part.Role.EMPLOYER, account("owen")));
        attestTogether.sign(actor("owen"), id);
    }

    private AccountId account(String who) {
        return actor(who).account();
    }

    private Actor actor(String who) {
        var account = accounts.find(SamplePeople.email(who)).orElseThrow();
        return new Actor(account.id(), account.name(), Set.of());
    }
}
