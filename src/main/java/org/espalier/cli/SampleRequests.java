package org.espalier.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.access.Account;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.assessment.request.AskAssessor;
import org.espalier.assessment.request.AskAssessor.Asked;
import org.espalier.assessment.request.Assessors;
import org.espalier.assessment.request.JudgeRequests;
import org.espalier.assessment.request.Request;
import org.espalier.assessment.request.RequestId;
import org.espalier.assessment.request.Requests;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.person.Aims;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceOf;
import org.springframework.stereotype.Component;

/** What a made-up practitioner has asked a made-up assessor: some signed off, one sent back, some still waiting. */
@Component
class SampleRequests {
    private static final int ASKED = 5;

    private final SetUpSteps steps;
    private final Accounts accounts;
    private final People people;
    private final Aims aims;
    private final PublishedVersions versions;
    private final EvidenceOf evidenceOf;
    private final Assessors assessors;
    private final AskAssessor askAssessor;
    private final JudgeRequests judgeRequests;
    private final Requests requests;

    SampleRequests(
            SetUpSteps steps,
            Accounts accounts,
            People people,
            Aims aims,
            PublishedVersions versions,
            EvidenceOf evidenceOf,
            Assessors assessors,
            AskAssessor askAssessor,
            JudgeRequests judgeRequests,
            Requests requests) {
        this.steps = steps;
        this.accounts = accounts;
        this.people = people;
        this.aims = aims;
        this.versions = versions;
        this.evidenceOf = evidenceOf;
        this.assessors = assessors;
        this.askAssessor = askAssessor;
        this.judgeRequests = judgeRequests;
        this.requests = requests;
    }

    /** Once there are people in an organisation. */
    void add() {
        steps.once("sample/requests", () -> {
            var learner = actor("maya");
            var person = people.of(learner);
            aims.of(person).stream().findFirst().ifPresent(aim -> versions.find(aim.version())
                    .ifPresent(version -> {
                        var asked = (aim.level() == null
                                        ? version.expectationsOfRole()
                                        : version.expectationsAt(aim.level()))
                                .stream().limit(ASKED).toList();
                        ask(learner, version, asked);
                    }));
        });
    }

    private void ask(Actor learner, FrameworkVersion version, List<Statement> asked) {
        var person = new Person(people.of(learner), learner.account(), learner.name());
        var evidence = new HashSet<EvidenceId>();
        evidenceOf
                .statements(person.id(), asked.stream().map(Statement::id).toList())
                .values()
                .forEach(items -> items.forEach(item -> evidence.add(item.id())));
        var assessor = assessors.offered(person, version, asked).stream().findFirst();
        if (assessor.isEmpty()) {
            return;
        }
        askAssessor.ask(
                learner,
                new Asked(
                        version.id(),
                        asked.stream().map(Statement::id).toList(),
                        assessor.get().account(),
                        assessor.get().organisation().id(),
                        Set.copyOf(evidence),
                        CliMessages.text("cli.request.purpose"),
                        CliMessages.text("cli.request.words")));
        var waiting = requests.of(person.id());
        var judge = new Actor(assessor.get().account(), assessor.get().name(), Set.of());
        judgeRequests.signOff(judge, seen(waiting.get(0)), null, "");
        judgeRequests.sendBack(judge, seen(waiting.get(1)), false, CliMessages.text("cli.request.notYet"));
    }

    private static Map<RequestId, Integer> seen(Request request) {
        return Map.of(request.id(), request.revision());
    }

    private Actor actor(String who) {
        Account account = accounts.find(SamplePeople.email(who)).orElseThrow();
        return new Actor(account.id(), account.name(), Set.of());
    }
}
