package org.espalier.development.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.assessment.Standings;
import org.espalier.development.ChangePlan;
import org.espalier.development.PlanViews;
import org.espalier.development.Target;
import org.espalier.development.Targets;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.person.Aims;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.portfolio.Portfolios;
import org.espalier.portfolio.choosing.ChooseEvidence;
import org.espalier.portfolio.choosing.EvidenceChoice;
import org.espalier.portfolio.choosing.EvidencePicked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person picks what somebody else may see of them, looks at it as the other will, shows it, and takes it back. Nobody but
 * the two ever sees it, and the other one only while it is shown.
 */
@Component
public class ShowPack {
    private final People people;
    private final Companions companions;
    private final Packs packs;
    private final PlanViews plans;
    private final Aims aims;
    private final Targets targets;
    private final PublishedVersions versions;
    private final Claims claims;
    private final ChangePlan changePlan;
    private final ChooseEvidence chooseEvidence;
    private final Portfolios portfolios;

    ShowPack(
            People people,
            Companions companions,
            Packs packs,
            PlanViews plans,
            Aims aims,
            Targets targets,
            PublishedVersions versions,
            Claims claims,
            ChangePlan changePlan,
            ChooseEvidence chooseEvidence,
            Portfolios portfolios) {
        this.people = people;
        this.companions = companions;
        this.packs = packs;
        this.plans = plans;
        this.aims = aims;
        this.targets = targets;
        this.versions = versions;
        this.claims = claims;
        this.changePlan = changePlan;
        this.chooseEvidence = chooseEvidence;
        this.portfolios = portfolios;
    }

    /** A pack as one of the two sees it. */
    public record View(Pack pack, Sides sides, LocalDate today) {}

    /** Everything that a person can pick besides evidence. A fixed number of statements. */
    @Transactional(readOnly = true)
    public PackChoice choice(Actor actor) {
        var person = people.of(actor);
        var aimed = new ArrayList<Target>();
        for (var aim : aims.of(person)) {
            versions.find(aim.version())
                    .flatMap(version -> targets.of(version, aim.level()))
                    .ifPresent(aimed::add);
        }
        var ids = aimed.stream().map(target -> target.version().id()).toList();
        var all = claims.of(person, ids);
        var standings = new LinkedHashMap<VersionId, Standings>();
        ids.forEach(id -> standings.put(id, all));
        return PackChoice.of(plans.of(person), aimed, standings);
    }

    /** What they pick from their evidence. One statement. */
    public EvidenceChoice evidence(Actor actor, EvidencePicked picked) {
        return chooseEvidence.from(people.of(actor), picked, List.of());
    }

    /** Puts a pack together for somebody; only its maker sees it until it is shown. */
    @Transactional
    public PackId make(
            Actor actor,
            PersonId other,
            String message,
            Collection<String> picked,
            EvidencePicked evidence,
            LocalDate until) {
        companions.chosen(actor, other);
        var person = people.of(actor);
        var chosen = chooseEvidence.chosen(person, evidence);
        var content = choice(actor)
                .pick(
                        picked,
                        chosen.stream()
                                .map(id -> EvidenceShown.of(portfolios.get(person, id)))
                                .toList());
        if (content.isEmpty()) {
            throw new Problem.Invalid("development.pack.empty");
        }
        var keys = Stream.concat(picked.stream(), chosen.stream().map(PackChoice::key))
                .toList();
        return packs.add(person, other, message, keys, content, until);
    }

    /** For its maker always, for the other side while it is shown, which is remembered. */
    @Transactional
    public View read(Actor actor, PackId id) {
        var pack = packs.find(id).orElseThrow(Sides::notFound);
        var side = Sides.of(people.of(actor), pack.person(), pack.other());
        var today = changePlan.today();
        if (side == Side.OTHER) {
            if (pack.isDraft()) {
                throw Sides.notFound();
            }
            if (!pack.isVisible(today)) {
                throw new Problem.NotFound("development.pack.notAnyMore");
            }
            packs.looked(id);
        }
        return new View(pack, Sides.of(side, pack.person(), pack.other(), people), today);
    }

    @Transactional
    public void show(Actor actor, PackId id) {
        var view = mine(actor, id);
        if (view.pack().isDraft()) {
            packs.show(id);
            companions.tell(
                    view.pack().other(),
                    view.pack().address(),
                    "development.notice.pack.shown",
                    actor.name(),
                    Companions.day(view.pack().until()));
        }
    }

    /** Takes it back at once; one that was never shown is thrown away. */
    @Transactional
    public void withdraw(Actor actor, PackId id) {
        var view = mine(actor, id);
        if (view.pack().isDraft()) {
            packs.discard(id);
        } else if (view.pack().withdrawnAt() == null) {
            packs.withdraw(id);
            companions.tell(view.pack().other(), "/conversations", "development.notice.pack.withdrawn", actor.name());
        }
    }

    private View mine(Actor actor, PackId id) {
        var view = read(actor, id);
        if (!view.sides().isMine()) {
            throw Sides.notFound();
        }
        return view;
    }
}
