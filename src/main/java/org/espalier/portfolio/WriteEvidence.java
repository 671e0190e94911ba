package org.espalier.portfolio;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.kernel.Doubt;
import org.espalier.kernel.PatientIdentifiers;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person writes about their own evidence: begins it, saves it as they write, and keeps it. */
@Component
public class WriteEvidence {
    private final People people;
    private final Portfolios portfolios;
    private final SupportStatements supportStatements;
    private final Today today;

    WriteEvidence(People people, Portfolios portfolios, SupportStatements supportStatements, Today today) {
        this.people = people;
        this.portfolios = portfolios;
        this.supportStatements = supportStatements;
        this.today = today;
    }

    /** What came of saving. */
    public sealed interface Result {
        record Saved() implements Result {}

        /** Nothing is saved: these may tell who a patient is, and the person has not yet decided. */
        record MayNamePatient(List<Doubt> doubts) implements Result {
            public MayNamePatient {
                doubts = List.copyOf(doubts);
            }
        }
    }

    /** Begins a draft, for these statements if any; it is about today until the person says otherwise. */
    @Transactional
    public EvidenceId begin(Actor actor, EvidenceKind kind, List<Support> supports) {
        var person = people.of(actor);
        portfolios.dropUntouched(person);
        var date =
                switch (kind) {
                    case PRIOR_ACHIEVEMENT, LIVED_EXPERIENCE, CERTIFICATE -> null;
                    case REFLECTION, OBSERVATION, FEEDBACK, FILE, LINK, CPD -> today.date();
                };
        var id = portfolios.add(person, kind, date);
        if (!supports.isEmpty()) {
            supportStatements.change(actor, id, supports, List.of());
        }
        return id;
    }

    /**
     * Saves an item, unless it newly holds what may tell who a patient is. What stood in it before has been decided on.
     *
     * @param decided true when the person has seen what it holds and wants it so
     * @param keep true when it is no draft any more
     */
    @Transactional
    public Result save(Actor actor, EvidenceId id, EvidenceContent content, boolean decided, boolean keep) {
        var person = people.of(actor);
        var before = portfolios.get(person, id);
        var doubts = decided ? List.<Doubt>of() : doubts(content, before.content());
        if (!doubts.isEmpty()) {
            return new Result.MayNamePatient(doubts);
        }
        if (content.equals(before.content()) && (!keep || !before.isDraft())) {
            return new Result.Saved();
        }
        if (!portfolios.write(person, id, content, keep)) {
            throw new Problem.Conflict("portfolio.problem.inBin");
        }
        return new Result.Saved();
    }

    private List<Doubt> doubts(EvidenceContent content, EvidenceContent before) {
        var now = today.date();
        var known = before.texts().stream()
                .flatMap(text -> PatientIdentifiers.in(text, now).stream())
                .map(PatientIdentifiers.Finding::text)
                .collect(Collectors.toSet());
        var doubts = new ArrayList<Doubt>();
        doubts.addAll(Doubt.in("title", content.title(), now));
        doubts.addAll(Doubt.in("source", requireNonNullElse(content.source(), ""), now));
        doubts.addAll(Doubt.in("link", requireNonNullElse(content.link(), ""), now));
        for (var n = 0; n < content.parts().size(); n++) {
            doubts.addAll(Doubt.in("part-" + (n + 1), content.parts().get(n), now));
        }
        doubts.removeIf(doubt -> known.contains(doubt.finding().text()));
        return doubts;
    }
}
