package org.espalier.development.conversation;

import java.util.List;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.development.PlanViews;
import org.espalier.person.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads an appraisal for one of its two sides. Seven SQL statements at most, however much is in it. */
@Component
public class ReadAppraisal {
    private final People people;
    private final Appraisals appraisals;
    private final PlanViews plans;

    ReadAppraisal(People people, Appraisals appraisals, PlanViews plans) {
        this.people = people;
        this.appraisals = appraisals;
        this.plans = plans;
    }

    @Transactional(readOnly = true)
    public AppraisalView by(Actor actor, AppraisalId id) {
        var appraisal = appraisals.find(id).orElseThrow(HoldAppraisal::notFound);
        var side = appraisal.sideOf(people.of(actor)).orElseThrow(HoldAppraisal::notFound);
        var names = people.find(List.of(appraisal.person(), appraisal.other()));
        var signed = appraisal.signatures().isEmpty() ? Optional.<Snapshot>empty() : appraisals.snapshot(id);
        var planShown =
                side == Side.PERSON || appraisal.preparation(Side.PERSON).isShown();
        var live = planShown && !appraisal.stage().isOver()
                ? ObjectiveShown.all(plans.of(appraisal.person()))
                : List.<ObjectiveShown>of();
        var theirs = appraisal.preparation(side.opposite());
        return new AppraisalView(
                id,
                appraisal.stage(),
                side,
                Optional.ofNullable(names.get(appraisal.person())).orElseThrow(),
                Optional.ofNullable(names.get(appraisal.other())).orElseThrow(),
                appraisal.startedBy(),
                appraisal.preparation(side),
                theirs.isShown() ? theirs : null,
                signed.map(Snapshot::agreement).orElse(appraisal.agreement()),
                appraisal.revision(),
                signed.map(Snapshot::plan).orElse(live),
                planShown,
                !appraisal.stage().isOver()
                        && signed.map(kept -> !kept.plan().equals(live)).orElse(false),
                appraisal.signatures().get(side),
                appraisal.signatures().get(side.opposite()),
                appraisal.maySign(side));
    }
}
