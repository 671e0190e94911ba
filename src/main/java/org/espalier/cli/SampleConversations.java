package org.espalier.cli;

import java.util.List;
import org.espalier.access.Account;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.HoldAppraisal;
import org.espalier.development.conversation.HoldPreceptorship;
import org.espalier.development.conversation.HoldSupervision;
import org.espalier.development.conversation.Preceptorship;
import org.espalier.development.conversation.ShowPack;
import org.espalier.development.conversation.Supervision;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.Aims;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.portfolio.choosing.EvidencePicked;
import org.springframework.stereotype.Component;

/** What the sample people talk about: Maya with Owen, her line manager, and with Elin, her preceptor. */
@Component
class SampleConversations {
    private final SetUpSteps steps;
    private final Accounts accounts;
    private final People people;
    private final Aims aims;
    private final PublishedVersions versions;
    private final ChangePlan changePlan;
    private final HoldAppraisal appraisals;
    private final HoldSupervision supervision;
    private final HoldPreceptorship preceptorships;
    private final ShowPack packs;

    SampleConversations(
            SetUpSteps steps,
            Accounts accounts,
            People people,
            Aims aims,
            PublishedVersions versions,
            ChangePlan changePlan,
            HoldAppraisal appraisals,
            HoldSupervision supervision,
            HoldPreceptorship preceptorships,
            ShowPack packs) {
        this.steps = steps;
        this.accounts = accounts;
        this.people = people;
        this.aims = aims;
        this.versions = versions;
        this.changePlan = changePlan;
        this.appraisals = appraisals;
        this.supervision = supervision;
        this.preceptorships = preceptorships;
        this.packs = packs;
    }

    /** Adds them to a database that has not seen them, once their people belong to the sample organisation. */
    void add() {
        steps.once("sample/conversations", this::talk);
    }

    private void talk() {
        var maya = actor("maya");
        var owen = actor("owen");
        var elin = actor("elin");
        plan(maya);
        appraisal(maya, owen);
        supervision(maya, owen, elin);
        preceptorship(maya, elin);
        var picked = packs.choice(maya).objectives().stream()
                .map(option -> option.key())
                .toList();
        if (!picked.isEmpty()) {
            var pack = packs.make(
                    maya,
                    id(elin),
                    words("pack"),
                    picked,
                    EvidencePicked.of(List.of()),
                    changePlan.today().plusDays(30));
            packs.show(maya, pack);
        }
    }

    private void plan(Actor maya) {
        for (var aim : aims.of(people.of(maya))) {
            versions.find(aim.version()).ifPresent(version -> {
                var asked = version.expectationsAt(aim.level() == null ? "" : aim.level());
                if (asked.size() > 3) {
                    var objective = changePlan.addTogether(maya, version.id(), words("objective"), asked.subList(0, 2));
                    changePlan.addAction(maya, objective, words("action.1"));
                    changePlan.addAction(maya, objective, words("action.2"));
                }
            });
        }
    }

    private void appraisal(Actor maya, Actor owen) {
        var appraisal = appraisals.startOwn(maya, id(owen), changePlan.today().plusDays(12));
        appraisals.prepare(maya, appraisal, words("maya.well"), words("maya.hard"), words("maya.next"));
        appraisals.prepare(owen, appraisal, words("owen.well"), words("owen.hard"), words("owen.next"));
        appraisals.show(owen, appraisal);
    }

    private void supervision(Actor maya, Actor owen, Actor elin) {
        var today = changePlan.today();
        var clinical = supervision.startOwn(maya, id(elin), Supervision.Kind.CLINICAL, today.plusDays(20));
        supervision.record(
                maya,
                clinical,
                today.minusDays(40),
                Supervision.Attendance.HELD,
                60,
                words("clinical"),
                today.plusDays(20));
        supervision.record(
                elin, clinical, today.minusDays(10), Supervision.Attendance.CALLED_OFF, 0, "", today.plusDays(20));
        var managerial = supervision.startOf(owen, people.of(maya), Supervision.Kind.MANAGERIAL, today.plusDays(6));
        supervision.record(
                owen,
                managerial,
                today.minusDays(22),
                Supervision.Attendance.HELD,
                45,
                words("managerial"),
                today.plusDays(6));
    }

    private void preceptorship(Actor maya, Actor elin) {
        var today = changePlan.today();
        var preceptorship = preceptorships.startOwn(maya, id(elin), today.minusMonths(4), today.plusMonths(8), 96 * 60);
        preceptorships.record(
                elin, preceptorship, Preceptorship.Kind.MEETING, today.minusMonths(3), 60, words("meeting"));
        preceptorships.record(
                maya,
                preceptorship,
                Preceptorship.Kind.PROTECTED_TIME,
                today.minusDays(30),
                240,
                words("protectedTime"));
    }

    private static String words(String key) {
        return CliMessages.text("cli.talk." + key);
    }

    private PersonId id(Actor actor) {
        return people.of(actor);
    }

    private Actor actor(String who) {
        Account account = accounts.find(SamplePeople.email(who)).orElseThrow();
        return new Actor(account.id(), account.name(), account.roles());
    }
}
