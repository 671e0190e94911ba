package org.espalier.assessment.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.assessment.Claims;
import org.espalier.assessment.CompetenceSignedOff;
import org.espalier.assessment.SignOffRevoked;
import org.espalier.assessment.request.Tellings;
import org.espalier.assessment.session.Cohort.Fate;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs a group off after a session: whether the assessor may is asked at that moment for every person and statement
 * (PRODUCT.md, rule 11), and what is signed off already is not repeated. Nobody is told for a minute, in which all of it
 * can be undone; later each person can be taken out with a reason. History stays (rule 13).
 */
@Component
public class SignOffGroup {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final PutGroupTogether putTogether;
    private final GroupDrafts drafts;
    private final GroupSignOffs groups;
    private final PublishedVersions versions;
    private final Claims claims;
    private final Grants grants;
    private final Tellings tellings;
    private final ApplicationEventPublisher events;

    SignOffGroup(
            PutGroupTogether putTogether,
            GroupDrafts drafts,
            GroupSignOffs groups,
            PublishedVersions versions,
            Claims claims,
            Grants grants,
            Tellings tellings,
            ApplicationEventPublisher events) {
        this.putTogether = putTogether;
        this.drafts = drafts;
        this.groups = groups;
        this.versions = versions;
        this.claims = claims;
        this.grants = grants;
        this.tellings = tellings;
        this.events = events;
    }

    /** What came of it. */
    public sealed interface Result {}

    public record SignedOff(GroupSignOffId id) implements Result {}

    /** Somebody's standing, or whom the role reaches, has changed since the assessor looked; nothing was recorded. */
    public record ChangedSince() implements Result {}

    /** Everybody is left out or signed off already; nothing was recorded. */
    public record NothingToSignOff() implements Result {}

    /** @param seal of the cohort as the assessor saw it */
    @Transactional
    public Result signOff(Actor actor, GroupDraftId id, String seal) {
        var draft = putTogether.lock(actor, id);
        var cohort = putTogether.cohort(actor, draft);
        if (!cohort.seal().equals(seal)) {
            return new ChangedSince();
        }
        var judged = cohort.judged();
        if (judged.isEmpty()) {
            return new NothingToSignOff();
        }
        var made = claims.signOff(judged, actor.account(), end(draft.occasion().validUntil()));
        var group = groups.add(draft, judged, made);
        drafts.remove(draft.id());
        var title = versions.find(draft.version()).orElseThrow().title();
        tellings.later(
                group.value(),
                cohort.rows().stream()
                        .filter(row -> row.count(Fate.SIGNED_OFF) > 0)
                        .map(row -> tell(
                                row.person(),
                                group,
                                "assessment.tell.session",
                                row.count(Fate.SIGNED_OFF),
                                actor,
                                title,
                                draft.occasion()))
                        .toList());
        events.publishEvent(new CompetenceSignedOff(actor, group.value(), judged, made));
        return new SignedOff(group);
    }

    private static @Nullable Instant end(@Nullable LocalDate lastDay) {
        return lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(UK).toInstant();
    }

    private static Notification tell(
            Person person,
            GroupSignOffId group,
            String messageKey,
            int count,
            Actor actor,
            String framework,
            Occasion occasion) {
        return Notification.to(
                person.account(),
                "/me/sessions/" + group,
                messageKey + (count == 1 ? ".one" : ".other"),
                actor.name(),
                String.valueOf(count),
                framework,
                occasion.title());
    }

    /** Undoes all of it as long as nobody has been told. */
    @Transactional
    public void undo(Actor actor, GroupSignOffId id) {
        var group = mine(actor, id);
        revoke(actor, groups.takeBack(id, null, ""), "");
        if (!tellings.keepBack(group.id().value())) {
            throw new Problem.Conflict("assessment.problem.groupToldAlready");
        }
    }

    /** Takes one person out again with a reason, which they are told. Whoever signed off does, while they assess there. */
    @Transactional
    public void takeBack(Actor actor, GroupSignOffId id, PersonId person, String reason) {
        if (reason.isBlank()) {
            throw new Problem.Invalid("assessment.problem.noWords");
        }
        var group = mine(actor, id);
        if (!grants.of(actor.account()).isIn(group.organisation(), Role.ASSESSOR)) {
            throw new Problem.Forbidden("assessment.problem.groupOutOfReach");
        }
        var lines = groups.takeBack(id, person, reason.strip());
        if (lines.isEmpty()) {
            throw new Problem.Conflict("assessment.problem.groupTakenBack");
        }
        revoke(actor, lines, reason.strip());
        var learner = lines.getFirst().person();
        tellings.keepBack(id.value(), learner.account());
        tellings.now(tell(
                learner,
                id,
                "assessment.tell.session.revoked",
                lines.size(),
                actor,
                versions.find(group.version()).orElseThrow().title(),
                group.occasion()));
    }

    private void revoke(Actor actor, List<GroupLine> lines, String reason) {
        var taken = lines.stream().map(GroupLine::claim).toList();
        claims.revoke(taken, actor.account(), reason);
        events.publishEvent(new SignOffRevoked(actor, taken, reason));
    }

    private GroupSignOff mine(Actor actor, GroupSignOffId id) {
        return groups.find(id)
                .filter(group -> group.assessor().equals(actor.account()))
                .orElseThrow(PutGroupTogether::notFound);
    }
}
