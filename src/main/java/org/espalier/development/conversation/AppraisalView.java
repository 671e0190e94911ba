package org.espalier.development.conversation;

import java.time.Instant;
import java.util.List;
import org.espalier.development.conversation.Stage.Step;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * An appraisal as one of its two sides may see it; what the other side has not shown is not in it.
 *
 * @param theirs the other side's preparation; null until they show it
 * @param agreement what is written, or what both have signed
 * @param plan the person's plan: as it is, or as it was signed; empty until they show it
 * @param planChanged true when one has signed and the plan is no more what they signed
 */
public record AppraisalView(
        AppraisalId id,
        Stage stage,
        Side side,
        Person person,
        Person other,
        Side startedBy,
        Preparation mine,
        @Nullable Preparation theirs,
        Agreement agreement,
        int revision,
        List<ObjectiveShown> plan,
        boolean planShown,
        boolean planChanged,
        @Nullable Instant mySignature,
        @Nullable Instant theirSignature,
        boolean maySign) {
    public AppraisalView {
        plan = List.copyOf(plan);
    }

    public boolean isMine() {
        return side == Side.PERSON;
    }

    /** The one whom the reader talks with. */
    public Person them() {
        return side == Side.PERSON ? other : person;
    }

    public Person me() {
        return side == Side.PERSON ? person : other;
    }

    public boolean allows(Step step) {
        return stage.allows(step);
    }

    public boolean isAgreed() {
        return stage == Stage.AGREED;
    }

    /** Where the pages of this appraisal stand. */
    public String address() {
        return HoldAppraisal.path(id);
    }

    public List<ObjectiveShown> done() {
        return plan.stream().filter(ObjectiveShown::isCompleted).toList();
    }

    public List<ObjectiveShown> carriedOver() {
        return plan.stream().filter(objective -> !objective.isCompleted()).toList();
    }
}
