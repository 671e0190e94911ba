package org.espalier.assessment.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.Authority;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.assessment.Claims;
import org.espalier.assessment.request.Assessors;
import org.espalier.assessment.request.Bench;
import org.espalier.assessment.request.Conflicts;
import org.espalier.assessment.session.GroupDraft.Omission;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.VersionStatus;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.UnitId;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An assessor puts a session together, step by step: what it was, the statements, the people, the exceptions. Only those
 * whom the assessor's role reaches are ever offered, and never the assessor. Every step is kept.
 */
@Component
public class PutGroupTogether {
    private final GroupDrafts drafts;
    private final GroupSignOffs groups;
    private final Grants grants;
    private final Organisations organisations;
    private final PublishedVersions versions;
    private final Assessors assessors;
    private final Claims claims;
    private final Conflicts conflicts;

    PutGroupTogether(
            GroupDrafts drafts,
            GroupSignOffs groups,
            Grants grants,
            Organisations organisations,
            PublishedVersions versions,
            Assessors assessors,
            Claims claims,
            Conflicts conflicts) {
        this.drafts = drafts;
        this.groups = groups;
        this.grants = grants;
        this.organisations = organisations;
        this.versions = versions;
        this.assessors = assessors;
        this.claims = claims;
        this.conflicts = conflicts;
    }

    /**
     * Where and against what an actor assesses.
     *
     * @param versions those that can be assessed, the newest of each framework first
     */
    public record Choices(List<Organisation> organisations, List<PublishedVersion> versions) {
        /** Nobody is to be chosen by who assesses nowhere. */
        public boolean isEmpty() {
            return organisations.isEmpty();
        }
    }

    /** People of one team. */
    public record Team(UnitId unit, String name, List<Person> people) {}

    public Choices choices(Actor actor) {
        var authority = grants.of(actor.account());
        return new Choices(
                organisations.all().stream()
                        .filter(one -> authority.isIn(one.id(), Role.ASSESSOR))
                        .toList(),
                versions.allCurrent().stream()
                        .map(FrameworkVersion::slug)
                        .filter(slug -> mayAssessSome(authority, slug))
                        .flatMap(slug -> versions.versionsOf(slug).stream())
                        .filter(version -> version.status() != VersionStatus.WITHDRAWN)
                        .toList());
    }

    private static boolean mayAssessSome(Authority authority, String framework) {
        return authority.inForce().stream()
                .filter(grant -> grant.role() == Role.ASSESSOR)
                .anyMatch(grant -> switch (grant.scope()) {
                    case Scope.WholeOrganisation _, Scope.UnitAndBelow _ -> true;
                    case Scope.OneFramework(var slug) -> slug.equals(framework);
                    case Scope.Pillar(var slug, var _) -> slug.equals(framework);
                    case Scope.DelegatedTask _ -> false;
                });
    }

    @Transactional
    public GroupDraftId begin(Actor actor, OrganisationId organisation, VersionId version, Occasion occasion) {
        requireChoice(actor, organisation, version);
        return drafts.add(actor.account(), organisation, version, occasion);
    }

    /** Says anew what the session was. Other statements are to be chosen from another version, other people elsewhere. */
    @Transactional
    public void describe(
            Actor actor, GroupDraftId id, OrganisationId organisation, VersionId version, Occasion occasion) {
        requireChoice(actor, organisation, version);
        var draft = lock(actor, id);
        var changed = draft.with(organisation, version, occasion);
        if (!version.equals(draft.version())) {
            changed = changed.withStatements(List.of());
        }
        if (!organisation.equals(draft.organisation())) {
            changed = changed.withPeople(List.of());
        }
        drafts.write(changed);
    }

    private void requireChoice(Actor actor, OrganisationId organisation, VersionId version) {
        var choices = choices(actor);
        if (choices.organisations().stream().noneMatch(one -> one.id().equals(organisation))
                || choices.versions().stream().noneMatch(one -> one.id().equals(version))) {
            throw new Problem.Forbidden("assessment.problem.groupOutOfReach");
        }
    }

    /** Chooses these statements and no others, in the framework's order. */
    @Transactional
    public void chooseStatements(Actor actor, GroupDraftId id, Collection<String> keys) {
        var draft = lock(actor, id);
        var chosen = new HashSet<>(keys);
        drafts.write(draft.withStatements(version(draft).statements().stream()
                .filter(Statement::isExpectation)
                .filter(statement -> chosen.contains(statement.key()))
                .map(Statement::id)
                .toList()));
    }

    /** Chooses these people and no others; who cannot be chosen is passed over. */
    @Transactional
    public void choosePeople(Actor actor, GroupDraftId id, Collection<PersonId> people) {
        var draft = lock(actor, id);
        var chosen = new HashSet<>(people);
        drafts.write(draft.withPeople(offer(actor, draft).people().stream()
                .map(Person::id)
                .filter(chosen::contains)
                .toList()));
    }

    /** Makes these exceptions and no others. */
    @Transactional
    public void leaveOut(Actor actor, GroupDraftId id, Set<Omission> leftOut) {
        drafts.write(lock(actor, id).leavingOut(leftOut));
    }

    @Transactional
    public void discard(Actor actor, GroupDraftId id) {
        drafts.remove(lock(actor, id).id());
    }

    /** Those whom the actor's role reaches for one at least of the chosen statements, by team and name. */
    public List<Team> teams(Actor actor, GroupDraft draft) {
        var offer = offer(actor, draft);
        var byUnit = new LinkedHashMap<UnitId, List<Person>>();
        for (var person : offer.people()) {
            offer.bench().places().getOrDefault(person.id(), List.of()).stream()
                    .filter(place -> place.organisation().equals(draft.organisation()))
                    .findFirst()
                    .ifPresent(place -> byUnit.computeIfAbsent(place.units().getLast(), unit -> new ArrayList<>())
                            .add(person));
        }
        var names = organisations.names(byUnit.keySet());
        return byUnit.entrySet().stream()
                .map(entry -> new Team(entry.getKey(), names.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .sorted(Comparator.comparing(Team::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Those who belong there and whom a conflict of interest keeps the actor from judging, by name. */
    public List<Person> tooClose(Actor actor, GroupDraft draft) {
        var people = groups.people(draft.organisation());
        var tooClose =
                conflicts.of(actor.account(), people.stream().map(Person::id).toList());
        return people.stream().filter(one -> tooClose.contains(one.id())).toList();
    }

    private record Offer(List<Person> people, Bench bench) {}

    private Offer offer(Actor actor, GroupDraft draft) {
        var people = groups.people(draft.organisation());
        var version = version(draft);
        var statements = statements(draft, version);
        var bench =
                assessors.bench(actor.account(), people.stream().map(Person::id).toList());
        return new Offer(
                people.stream()
                        .filter(person -> statements.stream()
                                .anyMatch(statement -> bench.refusal(person, draft.organisation(), version, statement)
                                        .isEmpty()))
                        .toList(),
                bench);
    }

    /** Who would get what now. */
    public Cohort cohort(Actor actor, GroupDraft draft) {
        var version = version(draft);
        var chosen = new HashSet<>(draft.people());
        var people = groups.people(draft.organisation()).stream()
                .filter(person -> chosen.contains(person.id()))
                .toList();
        var ids = people.stream().map(Person::id).toList();
        var bench = assessors.bench(actor.account(), ids);
        return Cohort.of(
                version.id(),
                people,
                statements(draft, version),
                claims.of(ids, version.id()),
                (person, statement) -> bench.refusal(person, draft.organisation(), version, statement),
                draft.leftOut());
    }

    /** The version that a session is about; one that has been withdrawn since can be assessed no more. */
    public FrameworkVersion version(GroupDraft draft) {
        if (versions.describe(draft.version()).orElseThrow().status() == VersionStatus.WITHDRAWN) {
            throw new Problem.Conflict("assessment.problem.withdrawnVersion");
        }
        return versions.find(draft.version()).orElseThrow();
    }

    private static List<Statement> statements(GroupDraft draft, FrameworkVersion version) {
        var chosen = new HashSet<StatementId>(draft.statements());
        return version.statements().stream()
                .filter(statement -> chosen.contains(statement.id()))
                .toList();
    }

    GroupDraft lock(Actor actor, GroupDraftId id) {
        return drafts.lock(actor.account(), id).orElseThrow(PutGroupTogether::notFound);
    }

    /** A session that is being put together, for whoever does. */
    public GroupDraft find(Actor actor, GroupDraftId id) {
        return drafts.find(actor.account(), id).orElseThrow(PutGroupTogether::notFound);
    }

    static Problem.NotFound notFound() {
        return new Problem.NotFound("assessment.problem.noGroup");
    }
}
