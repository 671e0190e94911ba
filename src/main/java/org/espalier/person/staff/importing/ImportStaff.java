package org.espalier.person.staff.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.access.AccountId;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Notification;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.PostId;
import org.espalier.organisation.UnitId;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.person.staff.BringIn;
import org.espalier.person.staff.Newcomer;
import org.espalier.person.staff.importing.PlannedRow.Outcome;
import org.espalier.person.staff.importing.StaffPlan.PlannedPerson;
import org.espalier.person.staff.importing.StaffPlan.PlannedPost;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings in people from a file: first as a plan to look at, then as a whole or not at all. */
@Component
public class ImportStaff {
    private final StaffFiles files;
    private final KnownPeople knownPeople;
    private final Organisations organisations;
    private final CreateAccount createAccount;
    private final People people;
    private final Memberships memberships;
    private final BringIn bringIn;
    private final ApplicationEventPublisher events;

    ImportStaff(
            StaffFiles files,
            KnownPeople knownPeople,
            Organisations organisations,
            CreateAccount createAccount,
            People people,
            Memberships memberships,
            BringIn bringIn,
            ApplicationEventPublisher events) {
        this.files = files;
        this.knownPeople = knownPeople;
        this.organisations = organisations;
        this.createAccount = createAccount;
        this.people = people;
        this.memberships = memberships;
        this.bringIn = bringIn;
        this.events = events;
    }

    /**
     * A plan for a file that is kept.
     *
     * @param name the file's own
     */
    public record Planned(String name, StaffPlan plan) {}

    /** Reads a file and keeps its rows for a day; its number. */
    @Transactional
    public long keep(Insider insider, String name, byte[] content) throws Unreadable {
        insider.requireAdministrator();
        return files.add(insider, name, StaffFileReader.read(content));
    }

    /** What a kept file would change now. */
    public Planned plan(Insider insider, long file) {
        insider.requireAdministrator();
        return plan(insider, file, false);
    }

    /** Carries out what a kept file changes now; when a row is refused, nothing. */
    @Transactional
    public StaffPlan apply(Insider insider, long file) {
        insider.requireAdministrator();
        var plan = plan(insider, file, true).plan();
        if (plan.isPossible()) {
            carryOut(insider, plan);
            files.applied(insider, file);
        }
        return plan;
    }

    private Planned plan(Insider insider, long file, boolean toChange) {
        var kept = files.find(insider, file).orElseThrow(Insiders::notFound);
        var structure = toChange
                ? organisations.structureToChange(insider.organisation())
                : organisations.structure(insider.organisation());
        return new Planned(kept.name(), StaffPlanner.plan(kept.rows(), knownPeople.in(structure, kept.rows())));
    }

    private void carryOut(Insider insider, StaffPlan plan) {
        var organisation = insider.organisation();
        var posts = addPosts(organisation, plan, addTeams(organisation, plan));
        var reportsTo = new HashMap<PostId, PostId>();
        plan.reportsTo().forEach((post, above) -> reportsTo.put(id(posts, post), id(posts, above)));
        organisations.report(organisation, reportsTo);
        var persons = persons(plan);
        var staff = new Memberships.Batch();
        for (var planned : plan.people()) {
            var person = persons.get(planned);
            if (person != null) {
                staff.join(person, planned.staffNumber());
                planned.holds().forEach(holding -> staff.hold(person, id(posts, holding.post()), holding.since()));
                planned.ends().forEach(post -> staff.giveUp(person, post));
            }
        }
        memberships.apply(organisation.id(), staff);
        ask(insider, plan, posts);
        tell(insider, plan);
    }

    private Map<List<String>, UnitId> addTeams(Organisation organisation, StaffPlan plan) {
        var structure = organisations.structure(organisation);
        var units = new HashMap<List<String>, UnitId>();
        var teams = new Teams(structure);
        structure.units().forEach(unit -> units.put(teams.key(unit.id()), unit.id()));
        for (var team : plan.newTeams()) {
            var parent = Objects.requireNonNull(units.get(team.parent()));
            units.put(team.key(), organisations.addUnit(organisation, parent, team.kind(), team.name()));
        }
        return units;
    }

    private Map<PlannedPost, PostId> addPosts(
            Organisation organisation, StaffPlan plan, Map<List<String>, UnitId> units) {
        var posts = new HashMap<PlannedPost, PostId>();
        var added = organisations.addPosts(
                organisation,
                plan.newPosts().stream()
                        .map(post -> Objects.requireNonNull(units.get(post.team())))
                        .toList(),
                plan.newPosts().stream().map(PlannedPost::title).toList());
        for (var post : plan.newPosts()) {
            var unit = Objects.requireNonNull(units.get(post.team()));
            posts.put(
                    post,
                    Objects.requireNonNull(added.getOrDefault(unit, Map.of()).get(post.title())));
        }
        return posts;
    }

    private static PostId id(Map<PlannedPost, PostId> added, PlannedPost post) {
        return post.id() == null ? Objects.requireNonNull(added.get(post)) : post.id();
    }

    /** Those who belong here from now on, and those who did already. */
    private Map<PlannedPerson, PersonId> persons(StaffPlan plan) {
        var names = new LinkedHashMap<EmailAddress, String>();
        for (var planned : plan.people()) {
            if (planned.outcome() == Outcome.ADDED) {
                names.put(new EmailAddress(planned.email()), planned.name());
            }
        }
        var accounts = createAccount.forNewcomers(names);
        if (accounts.size() < names.size()) {
            throw new Problem.Conflict("person.problem.addressTaken");
        }
        var byAccount = new HashMap<AccountId, String>();
        accounts.forEach((email, account) -> byAccount.put(account, Objects.requireNonNull(names.get(email))));
        var met = people.of(byAccount);
        var persons = new HashMap<PlannedPerson, PersonId>();
        for (var planned : plan.people()) {
            if (planned.member() != null) {
                persons.put(planned, planned.member().person());
            } else if (planned.outcome() == Outcome.ADDED) {
                persons.put(
                        planned,
                        Objects.requireNonNull(
                                met.get(Objects.requireNonNull(accounts.get(new EmailAddress(planned.email()))))));
            }
        }
        return persons;
    }

    private void ask(Insider insider, StaffPlan plan, Map<PlannedPost, PostId> posts) {
        var asked = new LinkedHashMap<AccountId, Newcomer>();
        for (var planned : plan.people()) {
            if (planned.outcome() == Outcome.INVITED && planned.account() != null) {
                asked.put(planned.account().account(), newcomer(planned, posts));
            }
        }
        bringIn.askAll(insider, asked);
    }

    private static Newcomer newcomer(PlannedPerson planned, Map<PlannedPost, PostId> posts) {
        var holding = planned.holds().isEmpty() ? null : planned.holds().getFirst();
        var post = holding == null ? null : id(posts, holding.post());
        return new Newcomer(
                new EmailAddress(planned.email()),
                planned.name(),
                planned.staffNumber(),
                post,
                holding == null ? LocalDate.EPOCH : holding.since());
    }

    private void tell(Insider insider, StaffPlan plan) {
        for (var planned : plan.people()) {
            var member = planned.member();
            if (member != null && !(planned.holds().isEmpty() && planned.ends().isEmpty())) {
                events.publishEvent(Notification.to(
                        member.account(),
                        "/me/organisations",
                        "person.notice.posts",
                        insider.organisation().name(),
                        insider.actor().name()));
            }
        }
    }
}
