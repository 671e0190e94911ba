package org.espalier.person.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.access.Told;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.Structure;
import org.espalier.organisation.Unit;
import org.espalier.person.Larkfield;
import org.espalier.person.LineManagement;
import org.espalier.person.Memberships;
import org.espalier.person.Person;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class OrganisationPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    Organisations organisations;

    @Autowired
    Memberships memberships;

    @Autowired
    LineManagement line;

    @Autowired
    Grants grants;

    private Larkfield larkfield;
    private String home;
    private Actor hana;
    private Visitor visitor;
    private Told told;

    @AfterEach
    void stopListening() {
        told.close();
    }

    @BeforeEach
    void anOrganisation() {
        told = new Told(application);
        larkfield = Larkfield.in(application);
        home = larkfield.organisation.address();
        hana = larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        visitor = TestAccounts.signedIn(application, port, hana);
    }

    @Test
    void showsAMemberTheirOwnPlaceAndNoMore() {
        var owen = larkfield.member(larkfield.lead);
        var maya = larkfield.member(larkfield.therapist);
        var page = TestAccounts.signedIn(application, port, maya).get(home);

        assertThat(page.heading()).isEqualTo(larkfield.organisation.name());
        assertThat(page.html().select("dl").text()).contains("Therapist, North", owen.name());
        assertThat(page.html().select(".espalier-tree__name").eachText()).containsExactly("Therapy", "North", "South");
        assertThat(page.html().select("main").text()).contains(hana.name());
        assertThat(page.html().select("nav.espalier-inside ul")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/name",
                "/people/new",
                "/people/links",
                "/teams",
                "/teams/new",
                "/posts/new",
                "/roles",
                "/invitations",
                "/import",
                "/import/people.csv"
            })
    void leavesTheWorkToThoseWhoLookAfterIt(String page) {
        var maya = TestAccounts.signedIn(application, port, larkfield.member(larkfield.therapist));
        var owen = TestAccounts.signedIn(
                application, port, larkfield.with(Role.MANAGER, new Scope.UnitAndBelow(larkfield.therapy)));

        assertThat(maya.get(home + page).status()).isEqualTo(403);
        assertThat(owen.get(home + page).status()).isEqualTo(403);
        assertThat(visitor.get(home + page).status()).isEqualTo(200);
    }

    @Test
    void changesItsNameAndKeepsItsAddress() {
        var name = "Larkfield & Moor " + UUID.randomUUID();

        var refused = visitor.submit(visitor.get(home + "/name").form(home + "/name"), Map.of("name", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".govuk-error-summary a").attr("href")).isEqualTo("#name");
        assertThat(visitor.get(home).heading()).isEqualTo(larkfield.organisation.name());

        visitor.submit(visitor.get(home + "/name").form(home + "/name"), Map.of("name", "  " + name));
        assertThat(visitor.get(home).heading()).isEqualTo(name);
        assertThat(visitor.get(home + "/name").html().select("#name").val()).isEqualTo(name);
        assertThat(visitor.get(home + "/people?unit=" + larkfield.top).html().text())
                .contains(name);
    }

    @Test
    void showsManagersThePeopleOfTheirTeamsOnly() {
        var maya = larkfield.member(larkfield.therapist);
        var owen = larkfield.with(Role.MANAGER, new Scope.UnitAndBelow(larkfield.north));
        var manager = TestAccounts.signedIn(application, port, owen);
        var people = manager.get(home + "/people");

        assertThat(people.html().select(".espalier-accounts__account a").eachText())
                .containsExactly(maya.name());
        var page = manager.get(home + "/people/" + larkfield.person(maya));
        assertThat(page.heading()).isEqualTo(maya.name());
        assertThat(page.html().select("main form")).isEmpty();
        assertThat(manager.get(home + "/people/" + larkfield.person(hana)).status())
                .isEqualTo(404);
        var colleague = TestAccounts.signedIn(application, port, larkfield.member(larkfield.therapist));
        assertThat(colleague.get(home + "/people").status()).isEqualTo(404);
        assertThat(colleague.get(home + "/people/" + larkfield.person(maya)).status())
                .isEqualTo(404);
    }

    @Test
    void findsPeopleByNameAddressNumberAndTeam() {
        var maya = larkfield.member(larkfield.therapist);
        memberships.number(larkfield.person(maya), larkfield.organisation.id(), "LK-100%");

        assertThat(names("?q=" + maya.name().replace(" ", "+"))).containsExactly(maya.name());
        assertThat(names("?q=lk-100%25")).containsExactly(maya.name());
        assertThat(names("?q=k%25k")).as("a sign, not a wildcard").isEmpty();
        assertThat(names("?q=_")).isEmpty();
        assertThat(names("?unit=" + larkfield.therapy)).containsExactly(maya.name());
        assertThat(names("?unit=" + larkfield.south)).isEmpty();
        assertThat(names("")).contains(maya.name(), hana.name());
    }

    @Test
    void turnsPagesAndAsksTheDatabaseAsOftenForManyAsForFew() throws Exception {
        visitor.get(home + "/people");
        var few = SqlStatements.during(() -> visitor.get(home + "/people"));
        for (var i = 0; i < 60; i++) {
            larkfield.member(larkfield.therapist);
        }
        var many = SqlStatements.during(() -> visitor.get(home + "/people"));
        var first = visitor.get(home + "/people");

        assertThat(ours(many)).hasSameSizeAs(ours(few)).hasSize(6);
        assertThat(first.html().select(".espalier-accounts__account")).hasSize(50);
        assertThat(first.html().select("[role=status]").text()).startsWith("61 people");
        var second = visitor.get(home + "/people"
                + first.html().select("a[rel=next]").attr("href").split("/people")[1]);
        assertThat(second.html().select(".espalier-accounts__account")).hasSize(11);
        assertThat(visitor.get(home + "/people?page=9").location()).isEqualTo(home + "/people");
    }

    @Test
    void keepsTheNumberOfStatementsOfEveryPage() throws Exception {
        var maya = larkfield.member(larkfield.therapist);
        var person = home + "/people/" + larkfield.person(maya);
        larkfield.give(maya, Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.north));
        var pages = List.of(
                home,
                person,
                home + "/teams",
                home + "/teams/" + larkfield.north,
                home + "/roles",
                home + "/invitations",
                "/me/organisations");
        pages.forEach(visitor::get);
        var before = new ArrayList<Integer>();
        for (var page : pages) {
            before.add(ours(SqlStatements.during(() -> visitor.get(page))).size());
        }

        for (var i = 0; i < 5; i++) {
            var other = larkfield.with(Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.south));
            larkfield.join(other, larkfield.therapist);
            larkfield.give(maya, Role.EDUCATOR, new Scope.UnitAndBelow(i % 2 == 0 ? larkfield.south : larkfield.north));
            organisations.addUnit(larkfield.organisation, larkfield.therapy, Unit.Kind.TEAM, "Team " + i);
        }

        for (var i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            assertThat(ours(SqlStatements.during(() -> visitor.get(page))))
                    .as(page)
                    .hasSize(before.get(i))
                    .hasSizeLessThanOrEqualTo(12);
        }
    }

    @Test
    void givesAPostAndEndsItAndTellsThePerson() {
        var maya = larkfield.member(null);
        var owen = larkfield.member(larkfield.lead);
        var address = home + "/people/" + larkfield.person(maya);

        var nothing = visitor.submit(visitor.get(address).form(address + "/posts"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.errors()).containsExactly("Choose a post in this organisation");
        var given = visitor.follow(visitor.submit(
                visitor.get(address).form(address + "/posts"), Map.of("post", larkfield.therapist.toString())));

        assertThat(given.html().select(".espalier-rows").text()).contains("Therapist", "North");
        assertThat(given.html().select("dl").text()).contains(owen.name());
        assertThat(told.to(maya)).contains("person.notice.post");
        assertThat(line.managersOf(larkfield.person(maya)))
                .extracting(Person::name)
                .containsExactly(owen.name());

        visitor.submit(visitor.get(address).form(address + "/posts/" + larkfield.therapist + "/end"));
        assertThat(visitor.get(address).html().select("main").text()).contains("No post");
        assertThat(line.managersOf(larkfield.person(maya))).isEmpty();
        assertThat(told.to(maya)).contains("person.notice.postEnded");
    }

    @Test
    void givesARoleThatCountsAtOnceAndEndsIt() {
        var maya = larkfield.member(larkfield.therapist);
        var owen = larkfield.member(larkfield.lead);
        var address = home + "/people/" + larkfield.person(owen);
        var form = visitor.get(address + "/roles/new").form(address + "/roles");

        var page = visitor.follow(visitor.submit(
                form, Map.of("role", "ASSESSOR", "where", "unit", "unit", larkfield.therapy.toString())));

        assertThat(page.html().select("main").text()).contains("Assessor", "In Therapy and all below it");
        assertThat(grants.of(owen.account()).mayAssess(memberships.places(larkfield.person(maya)), "orchard", "trees"))
                .isTrue();
        assertThat(told.to(owen)).containsExactly("person.notice.roleGiven.ASSESSOR");
        assertThat(visitor.get(home + "/roles").html().select("main").text()).contains(owen.name());
        var mine = TestAccounts.signedIn(application, port, owen).get("/me/organisations");
        assertThat(mine.html().select("main").text()).contains("Assessor", "In Therapy and all below it");

        var end = page.html().select("form[action*=/roles/]").attr("action");
        visitor.submit(page.form(end));
        assertThat(grants.of(owen.account()).inForce()).isEmpty();
        assertThat(told.to(owen)).contains("person.notice.roleEnded.ASSESSOR");
        assertThat(visitor.get(address).html().select("details").text()).contains("Roles that have ended", "Assessor");
    }

    @Test
    void refusesRolesThatMakeNoSense() {
        var owen = larkfield.member(larkfield.lead);
        var other = Larkfield.in(application);
        var address = home + "/people/" + larkfield.person(owen);
        var form = visitor.get(address + "/roles/new").form(address + "/roles");

        assertThat(visitor.submit(form).errors()).containsExactly("Select a role", "Select where the role counts");
        assertThat(visitor.submit(form, Map.of("role", "ADMINISTRATOR", "where", "everywhere"))
                        .errors())
                .containsExactly("Select a role");
        assertThat(visitor.submit(form, Map.of("role", "MANAGER", "where", "task", "task", "Grafting"))
                        .errors())
                .hasSize(1);
        assertThat(visitor.submit(form, Map.of("role", "MANAGER", "where", "unit", "unit", other.north.toString()))
                        .errors())
                .as("a unit of another organisation")
                .hasSize(1);
        assertThat(visitor.submit(form, Map.of("role", "ASSESSOR", "where", "framework", "framework", "nowhere"))
                        .errors())
                .hasSize(1);
        assertThat(visitor.submit(form, Map.of("role", "MANAGER", "where", "everywhere", "last", "2001-01-01"))
                        .errors())
                .containsExactly("The last day must not be before the first, nor in the past");
        assertThat(visitor.submit(form, Map.of("role", "MANAGER", "where", "everywhere", "first", "31/02/2026"))
                        .errors())
                .containsExactly("Enter the first day, like 21/11/2026");
        visitor.submit(form, Map.of("role", "MANAGER", "where", "everywhere"));
        assertThat(visitor.submit(form, Map.of("role", "MANAGER", "where", "everywhere"))
                        .errors())
                .containsExactly("They have this role there already");
        assertThat(grants.of(owen.account()).inForce()).hasSize(1);
    }

    @Test
    void keepsSomebodyWhoLooksAfterIt() {
        var page = visitor.get(home + "/roles");
        var end = page.html().select("form[action*=/end]").attr("action");

        assertThat(visitor.submit(page.form(end)).status()).isEqualTo(409);
        var leave = "/me/organisations/" + larkfield.organisation.slug() + "/leave";
        assertThat(visitor.submit(visitor.get(leave).form(leave)).status()).isEqualTo(409);
        assertThat(grants.of(hana.account()).mayAdminister(larkfield.organisation.id()))
                .isTrue();
    }

    @Test
    void changesTheTree() {
        visitor.submit(
                visitor.get(home + "/teams/new").form(home + "/teams"),
                Map.of("name", "Reablement", "kind", "UNIT", "parent", larkfield.top.toString()));
        var reablement = structure().units().stream()
                .filter(unit -> unit.name().equals("Reablement"))
                .findFirst()
                .orElseThrow();
        var move = home + "/teams/" + larkfield.therapy;
        visitor.submit(
                visitor.get(move + "/change").form(move),
                Map.of("name", "Therapies", "parent", reablement.id().toString()));

        assertThat(structure().path(larkfield.north))
                .extracting(Unit::name)
                .last()
                .isEqualTo("North");
        assertThat(structure().path(larkfield.north))
                .extracting(Unit::name)
                .containsExactly(larkfield.organisation.name(), "Reablement", "Therapies", "North");
        var maya = larkfield.member(larkfield.therapist);
        assertThat(memberships.places(larkfield.person(maya)).getFirst())
                .as("people's places follow")
                .isEqualTo(structure().place(larkfield.north));

        var circle = visitor.submit(
                visitor.get(home + "/teams/" + reablement.id() + "/change").form(home + "/teams/" + reablement.id()),
                Map.of("parent", larkfield.therapy.toString()));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.errors()).hasSize(1);
        var full = visitor.submit(visitor.get(move).form(move + "/close"));
        assertThat(full.errors()).containsExactly("It is not empty. Move or end what it holds first.");
        var south = home + "/teams/" + larkfield.south;
        assertThat(visitor.submit(visitor.get(south).form(south + "/close")).location())
                .startsWith(home + "/teams");
        assertThat(structure().unit(larkfield.south)).isEmpty();
        assertThat(visitor.get(south).status()).isEqualTo(404);
    }

    @Test
    void changesPosts() {
        var tom = larkfield.member(larkfield.therapist);
        visitor.submit(
                visitor.get(home + "/posts/new").form(home + "/posts"),
                Map.of(
                        "title",
                        "Senior therapist",
                        "unit",
                        larkfield.north.toString(),
                        "reportsTo",
                        larkfield.lead.toString(),
                        "careerTarget",
                        "Lead"));
        var senior = structure().postsIn(larkfield.north).stream()
                .filter(post -> post.title().equals("Senior therapist"))
                .findFirst()
                .orElseThrow();
        var therapist = home + "/posts/" + larkfield.therapist;
        visitor.submit(
                visitor.get(therapist).form(therapist),
                Map.of("reportsTo", senior.id().toString()));
        var gwen = larkfield.member(senior.id());

        assertThat(line.managersOf(larkfield.person(tom)))
                .extracting(Person::name)
                .containsExactly(gwen.name());
        assertThat(visitor.submit(visitor.get(therapist).form(therapist + "/close"))
                        .errors())
                .containsExactly("It is not empty. Move or end what it holds first.");
        var seniorPage = home + "/posts/" + senior.id();
        assertThat(visitor.submit(
                                visitor.get(seniorPage).form(seniorPage),
                                Map.of("reportsTo", larkfield.therapist.toString()))
                        .errors())
                .hasSize(1);
        memberships.giveUp(larkfield.person(gwen), larkfield.organisation.id(), senior.id());
        visitor.submit(visitor.get(seniorPage).form(seniorPage + "/close"));
        assertThat(structure().post(larkfield.therapist).orElseThrow().reportsTo())
                .as("who reported to it reports to the one above")
                .isEqualTo(larkfield.lead);
    }

    @Test
    void addsSomebodyAtOnceWhoSetsAPasswordByALink() {
        var email = UUID.randomUUID() + "@example.org";
        var page = visitor.follow(add("now", email, "LK1"));

        assertThat(page.heading()).isEqualTo("Nia Newcomer");
        var address = page.address().getPath();
        var link = visitor.submit(page.form(address + "/link"));
        var there = URI.create(link.html().select("#link").val()).getPath();
        var nia = Visitor.to(port);
        var welcome = nia.submit(nia.get(there).form(there), Map.of("next", "vivid otter lamp"));
        assertThat(welcome.location()).isEqualTo("/me");
        assertThat(nia.get(home).status()).isEqualTo(200);
        assertThat(visitor.post(address + "/link", List.of(Map.entry("_csrf", csrf())))
                        .status())
                .as("nobody takes over an account that is in use")
                .isEqualTo(404);
    }

    @Test
    void makesFirstLinksForEverybodyWhoBelongsHereAlone() {
        var maya = larkfield.member(larkfield.therapist);
        var both = larkfield.member(null);
        Larkfield.in(application).join(both, null);
        var powerful = TestAccounts.actor(application, Role.FRAMEWORK_AUTHOR);
        larkfield.join(powerful, null);
        var form = visitor.get(home + "/people/links").form(home + "/people/links");

        var file = visitor.submit(form);

        assertThat(file.header("Content-Disposition")).contains("attachment");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.html().text()).contains(emailOf(maya)).doesNotContain(emailOf(both), emailOf(powerful));
        var line = file.html()
                .wholeText()
                .lines()
                .filter(row -> row.contains(emailOf(maya)))
                .findFirst()
                .orElseThrow();
        var there = URI.create(line.substring(line.lastIndexOf(',') + 1)).getPath();
        var own = Visitor.to(port);
        assertThat(own.submit(own.get(there).form(there), Map.of("next", "vivid otter lamp"))
                        .location())
                .isEqualTo("/me");
        assertThat(visitor.submit(form).html().text()).doesNotContain(emailOf(maya));
    }

    @Test
    void refusesANewcomerWhoIsHereOrWhoseNumberIsTaken() {
        var email = UUID.randomUUID() + "@example.org";
        add("now", email, "LK1");

        assertThat(add("now", email, "LK2").errors())
                .containsExactly("Somebody with this email address belongs here already");
        assertThat(add("now", UUID.randomUUID() + "@example.org", "lk1").errors())
                .containsExactly("Somebody else here has this staff number");
        assertThat(add("now", "nobody", "").errors()).hasSize(1);
        assertThat(add("", UUID.randomUUID() + "@example.org", "").errors()).containsExactly("Select how they join");
    }

    @Test
    void asksSomebodyWhoHasAnAccount() {
        var maya = TestAccounts.actor(application);
        var email = emailOf(maya);

        assertThat(add("now", email, "LK7").location()).isEqualTo(home + "/people?done=asked");
        assertThat(memberships.of(larkfield.person(maya)))
                .as("not behind their back")
                .isEmpty();
        assertThat(told.to(maya)).containsExactly("person.notice.invited");

        var own = TestAccounts.signedIn(application, port, maya);
        var page = own.get("/me/organisations");
        var accept = page.html().select("form[action$=/accept]").attr("action");
        var other = TestAccounts.signedIn(application, port);
        assertThat(other.post(accept, List.of(Map.entry("_csrf", csrf(other)))).status())
                .isEqualTo(404);
        own.submit(page.form(accept));
        assertThat(memberships.of(larkfield.person(maya)).getFirst().staffNumber())
                .isEqualTo("LK7");
        assertThat(own.submit(page.form(accept)).status())
                .as("an invitation is used once")
                .isEqualTo(404);
    }

    @Test
    void invitesByALinkThatWorksOnce() {
        var email = UUID.randomUUID() + "@example.org";
        var page = add("invitation", email, "LK9");
        var there = URI.create(page.html().select("#link").val()).getPath();
        var nia = Visitor.to(port);

        var invitation = nia.get(there);
        assertThat(invitation.heading()).isEqualTo("Join " + larkfield.organisation.name());
        var password = nia.submit(invitation.form(there), Map.of("name", "Nia Newcomer"));
        var set = nia.get(password.location());
        nia.submit(set.form(password.location()), Map.of("next", "vivid otter lamp"));

        assertThat(nia.get("/me/organisations").html().select("main").text())
                .contains(larkfield.organisation.name(), "LK9");
        assertThat(nia.get(there).status()).isEqualTo(410);
        assertThat(Visitor.to(port).get(there).status()).isEqualTo(410);
    }

    @Test
    void letsSomebodyJoinByALinkWithTheAccountTheyHave() {
        var page = add("invitation", UUID.randomUUID() + "@example.org", "");
        var there = URI.create(page.html().select("#link").val()).getPath();
        var maya = TestAccounts.actor(application);
        var own = TestAccounts.signedIn(application, port, maya);

        own.submit(own.get(there).form(there));

        assertThat(memberships.of(larkfield.person(maya))).hasSize(1);
    }

    @Test
    void withdrawsAnInvitation() {
        var page = add("invitation", UUID.randomUUID() + "@example.org", "");
        var there = URI.create(page.html().select("#link").val()).getPath();
        var list = visitor.get(home + "/invitations");
        assertThat(list.html().select(".espalier-rows").text()).contains("Nia Newcomer", "By a link");

        visitor.submit(list.form(list.html().select("form[action$=/withdraw]").attr("action")));

        assertThat(Visitor.to(port).get(there).status()).isEqualTo(410);
        assertThat(visitor.get(home + "/invitations").html().select(".espalier-rows li"))
                .isEmpty();
    }

    @Test
    void letsPeopleLeaveWithAllThatIsTheirs() {
        var maya = larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        larkfield.join(maya, larkfield.therapist);
        var own = TestAccounts.signedIn(application, port, maya);
        var leave = "/me/organisations/" + larkfield.organisation.slug() + "/leave";

        var left = own.follow(own.submit(own.get(leave).form(leave)));

        assertThat(left.html().select("main").text()).contains("You have left", "do not belong to an organisation");
        assertThat(grants.of(maya.account()).inForce()).isEmpty();
        assertThat(memberships.holders(larkfield.therapist)).isZero();
        assertThat(own.get(home).status()).isEqualTo(404);
        assertThat(told.to(hana)).containsExactly("person.notice.left");
        assertThat(own.get("/me").status()).isEqualTo(200);
        assertThat(visitor.get(home + "/people/" + larkfield.person(maya)).status())
                .isEqualTo(404);
    }

    @Test
    void takesSomebodyOut() {
        var maya = larkfield.member(larkfield.therapist);
        var leave = home + "/people/" + larkfield.person(maya) + "/leave";

        visitor.submit(visitor.get(leave).form(leave));

        assertThat(memberships.of(larkfield.person(maya))).isEmpty();
        assertThat(told.to(maya)).containsExactly("person.notice.takenOut");
        var self = home + "/people/" + larkfield.person(hana) + "/leave";
        assertThat(visitor.submit(visitor.get(self).form(self)).status()).isEqualTo(409);
    }

    @Test
    void letsAdministratorsOfTheInstallationAddAnOrganisation() {
        var administrator = TestAccounts.signedIn(application, port, Role.ADMINISTRATOR);
        var first = TestAccounts.actor(application);
        var page = administrator.get("/admin/organisations");

        assertThat(administrator
                        .submit(page.form("/admin/organisations"), Map.of("name", "Meadow", "email", "no@example.org"))
                        .errors())
                .hasSize(1);
        administrator.submit(page.form("/admin/organisations"), Map.of("name", "Meadow Care", "email", emailOf(first)));

        var own = TestAccounts.signedIn(application, port, first);
        assertThat(own.get("/organisations/meadow-care/people").status()).isEqualTo(200);
        assertThat(administrator.get("/organisations/meadow-care").status()).isEqualTo(404);
        assertThat(visitor.get("/admin/organisations").status()).isEqualTo(403);
    }

    private Visitor.Page add(String how, String email, String number) {
        return visitor.submit(
                visitor.get(home + "/people/new").form(home + "/people"),
                Map.of("name", "Nia Newcomer", "email", email, "number", number, "how", how));
    }

    private List<String> names(String query) {
        return visitor.get(home + "/people" + query)
                .html()
                .select(".espalier-accounts__account a")
                .eachText();
    }

    private String emailOf(Actor actor) {
        return application.getBean(Accounts.class).get(actor.account()).email().value();
    }

    private String csrf() {
        return csrf(visitor);
    }

    private static String csrf(Visitor visitor) {
        return visitor.get("/account").html().select("input[name=_csrf]").val();
    }

    private Structure structure() {
        return organisations.structure(larkfield.organisation);
    }

    /** Not the session's, which is read anew every few seconds. */
    private static List<String> ours(List<String> statements) {
        return statements.stream()
                .filter(sql -> !sql.contains("access.session"))
                .toList();
    }
}
