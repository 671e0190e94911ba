package org.espalier.development.conversation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything in the conversations about somebody's own development, for themselves; not those about others. */
@Component
public class OwnConversations {
    private final People people;
    private final Appraisals appraisals;
    private final ReadAppraisal readAppraisal;
    private final Supervisions supervisions;
    private final Preceptorships preceptorships;

    OwnConversations(
            People people,
            Appraisals appraisals,
            ReadAppraisal readAppraisal,
            Supervisions supervisions,
            Preceptorships preceptorships) {
        this.people = people;
        this.appraisals = appraisals;
        this.readAppraisal = readAppraisal;
        this.supervisions = supervisions;
        this.preceptorships = preceptorships;
    }

    /**
     * As the person may see them.
     *
     * @param names of the other sides
     */
    public record Own(
            List<AppraisalView> appraisals,
            List<Supervision> supervisions,
            List<Preceptorship> preceptorships,
            Map<PersonId, Person> names) {

        public boolean isEmpty() {
            return appraisals.isEmpty() && supervisions.isEmpty() && preceptorships.isEmpty();
        }

        /** The name of somebody on the other side. */
        public String name(PersonId other) {
            var person = names.get(other);
            return person == null ? "" : person.name();
        }
    }

    @Transactional(readOnly = true)
    public Own of(Actor actor) {
        var me = people.of(actor);
        var supervised = supervisions.with(me).stream()
                .filter(one -> one.person().equals(me))
                .flatMap(one -> supervisions.find(one.id()).stream())
                .toList();
        var accompanied = preceptorships.with(me).stream()
                .filter(one -> one.person().equals(me))
                .flatMap(one -> preceptorships.find(one.id()).stream())
                .toList();
        return new Own(
                appraisals.with(me).stream()
                        .filter(one -> one.person().equals(me))
                        .map(one -> readAppraisal.by(actor, one.id()))
                        .toList(),
                supervised,
                accompanied,
                people.find(Stream.concat(
                                supervised.stream().map(Supervision::other),
                                accompanied.stream().map(Preceptorship::other))
                        .toList()));
    }
}
