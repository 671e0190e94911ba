package org.espalier.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.Place;
import org.espalier.organisation.PostId;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

@EspalierTest
class MembershipsSqlTests {
    @Autowired
    ApplicationContext application;

    @Autowired
    Organisations organisations;

    @Autowired
    Memberships memberships;

    @Autowired
    LineManagement line;

    @Autowired
    Grants grants;

    @Autowired
    Insiders insiders;

    private Larkfield larkfield;

    @BeforeEach
    void newOrganisation() {
        larkfield = Larkfield.in(application);
    }

    @Test
    void knowsWhereSomebodyStands() throws Exception {
        var other = Larkfield.in(application);
        var maya = larkfield.member(larkfield.therapist);
        other.join(maya, null);

        var statements = SqlStatements.during(() -> memberships.of(larkfield.person(maya)));

        assertThat(statements).hasSize(1);
        assertThat(memberships.of(larkfield.person(maya)))
                .extracting(Membership::organisation)
                .containsExactly(larkfield.organisation, other.organisation);
        assertThat(memberships.places(larkfield.person(maya)))
                .containsExactly(
                        new Place(
                                larkfield.organisation.id(),
                                List.of(larkfield.top, larkfield.therapy, larkfield.north)),
                        new Place(other.organisation.id(), List.of(other.top)));
        assertThat(memberships
                        .of(larkfield.person(maya), larkfield.organisation.id())
                        .orElseThrow()
                        .posts())
                .extracting(HeldPost::title, HeldPost::unitName)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Therapist", "North"));
    }

    @Test
    void keepsEveryRowWithinItsOrganisation() {
        var other = Larkfield.in(application);
        var maya = larkfield.member(null);

        assertThatThrownBy(() -> memberships.hold(
                        larkfield.person(maya), larkfield.organisation.id(), other.lead, java.time.LocalDate.now()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> larkfield.give(maya, Role.MANAGER, new Scope.UnitAndBelow(other.north)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(
                        () -> organisations.addPost(larkfield.organisation, larkfield.north, "Clerk", other.lead, null))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void knowsWhoManagesWhom() {
        var owen = larkfield.member(larkfield.lead);
        var maya = larkfield.member(larkfield.therapist);
        var tom = larkfield.member(larkfield.therapist);

        assertThat(managersOf(maya)).containsExactly(person(owen));
        assertThat(reportsOf(owen)).containsExactlyInAnyOrder(person(maya), person(tom));
        assertThat(managersOf(owen)).isEmpty();
        assertThat(line.manages(person(owen), person(tom))).isTrue();
        assertThat(line.manages(person(maya), person(tom))).isFalse();
    }

    @Test
    void passesOverAVacantPost() {
        var owen = larkfield.member(larkfield.lead);
        var clerk =
                organisations.addPost(larkfield.organisation, larkfield.north, "Assistant", larkfield.therapist, null);
        var tom = larkfield.member(clerk);

        assertThat(managersOf(tom)).containsExactly(person(owen));
        assertThat(reportsOf(owen)).containsExactly(person(tom));

        var maya = larkfield.member(larkfield.therapist);
        assertThat(managersOf(tom)).containsExactly(person(maya));
        assertThat(reportsOf(owen)).containsExactly(person(maya));
    }

    @Test
    void seesTheSameLineFromAboveAndFromBelow() {
        var random = new Random(7);
        for (var round = 0; round < 8; round++) {
            var here = Larkfield.in(application);
            var posts = new ArrayList<>(List.of(here.lead, here.therapist));
            for (var i = 0; i < 12; i++) {
                PostId above = posts.get(random.nextInt(posts.size()));
                posts.add(organisations.addPost(here.organisation, here.south, "Post " + i, above, null));
            }
            var people = new ArrayList<Actor>();
            for (var i = 0; i < 8; i++) {
                people.add(here.member(posts.get(random.nextInt(posts.size()))));
            }
            for (var one : people) {
                assertThat(managersOf(one)).doesNotContain(person(one));
                for (var other : people) {
                    assertThat(managersOf(one).contains(person(other)))
                            .isEqualTo(reportsOf(other).contains(person(one)));
                }
            }
        }
    }

    @Test
    void readsAllRolesInForceInOneStatement() throws Exception {
        var elin = larkfield.with(Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.therapy));
        larkfield.give(elin, Role.ASSESSOR, new Scope.Pillar("orchard", "trees"));
        larkfield.give(elin, Role.EDUCATOR, new Scope.WholeOrganisation());
        var ended = larkfield.give(elin, Role.MANAGER, new Scope.WholeOrganisation());
        grants.end(grants.find(larkfield.organisation.id(), ended).orElseThrow(), elin.account());

        var statements = SqlStatements.during(() -> grants.of(elin.account()));

        assertThat(statements).hasSize(1);
        var authority = grants.of(elin.account());
        assertThat(authority.inForce()).hasSize(3);
        assertThat(authority.isIn(larkfield.organisation.id(), Role.MANAGER)).isFalse();
        var maya = larkfield.member(larkfield.therapist);
        assertThat(authority.mayAssess(memberships.places(person(maya)), "vineyard", "soil"))
                .isTrue();
        assertThat(authority.mayAssess(memberships.places(person(larkfield.member(null))), "orchard", "trees"))
                .isTrue();
        assertThat(authority.mayAssess(memberships.places(person(larkfield.member(null))), "vineyard", "soil"))
                .isFalse();
        assertThat(grants.inForce(larkfield.organisation.id(), Role.ASSESSOR)).hasSize(2);
        assertThat(grants.ever(elin.account(), larkfield.organisation.id())).hasSize(4);
        assertThat(grants.find(Larkfield.in(application).organisation.id(), ended))
                .isEmpty();
    }

    @Test
    void letsOnlyInsidersIn() {
        var slug = larkfield.organisation.slug();
        var maya = larkfield.member(null);
        var stranger = Larkfield.in(application).with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());

        assertThat(insiders.enter(maya, slug).administers()).isFalse();
        assertThatThrownBy(() -> insiders.enter(maya, slug).requireAdministrator())
                .isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> insiders.enter(stranger, slug)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> insiders.enter(TestAccounts.actor(application), slug))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> insiders.enter(maya, "nowhere")).isInstanceOf(Problem.NotFound.class);
    }

    private PersonId person(Actor actor) {
        return larkfield.person(actor);
    }

    private List<PersonId> managersOf(Actor actor) {
        return line.managersOf(person(actor)).stream().map(Person::id).toList();
    }

    private List<PersonId> reportsOf(Actor actor) {
        return line.reportsOf(person(actor)).stream().map(Person::id).toList();
    }
}
