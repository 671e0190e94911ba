package org.espalier.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Place;
import org.espalier.organisation.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a role allows, and where; the laws are tried on thousands of made-up roles. */
class AuthorityTests {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final AccountId ELIN = new AccountId(1);
    private static final OrganisationId LARKFIELD = new OrganisationId(1);
    private static final OrganisationId ELSEWHERE = new OrganisationId(2);
    private static final UnitId TOP = new UnitId(1);
    private static final UnitId THERAPY = new UnitId(2);
    private static final UnitId NORTH = new UnitId(3);
    private static final UnitId SOUTH = new UnitId(4);
    private static final List<Place> IN_NORTH = List.of(new Place(LARKFIELD, List.of(TOP, THERAPY, NORTH)));
    private static final List<Place> IN_SOUTH = List.of(new Place(LARKFIELD, List.of(TOP, THERAPY, SOUTH)));

    @Test
    void allowsNothingWithoutARole() {
        var authority = new Authority(ELIN, List.of());

        assertThat(authority.mayAssess(IN_NORTH, "orchard", "trees")).isFalse();
        assertThat(authority.mayManage(IN_NORTH)).isFalse();
        assertThat(authority.mayAdminister(LARKFIELD)).isFalse();
        assertThat(authority.mayPlan(LARKFIELD)).isFalse();
    }

    @Test
    void reachesDownTheTreeAndNotAcross() {
        assertThat(assessor(new Scope.UnitAndBelow(THERAPY)).mayAssess(IN_NORTH, "orchard", "trees"))
                .isTrue();
        assertThat(assessor(new Scope.UnitAndBelow(NORTH)).mayAssess(IN_NORTH, "orchard", "trees"))
                .isTrue();
        assertThat(assessor(new Scope.UnitAndBelow(NORTH)).mayAssess(IN_SOUTH, "orchard", "trees"))
                .isFalse();
        assertThat(assessor(new Scope.UnitAndBelow(NORTH))
                        .mayAssess(List.of(new Place(LARKFIELD, List.of(TOP))), "orchard", "trees"))
                .isFalse();
    }

    @Test
    void keepsToAFrameworkAPillarOrATask() {
        var framework = assessor(new Scope.OneFramework("orchard"));
        var pillar = assessor(new Scope.Pillar("orchard", "trees"));
        var task = assessor(new Scope.DelegatedTask("Grafting"));

        assertThat(framework.mayAssess(IN_NORTH, "orchard", "soil")).isTrue();
        assertThat(framework.mayAssess(IN_NORTH, "vineyard", "soil")).isFalse();
        assertThat(framework.mayAssess(IN_NORTH, "orchard")).isTrue();
        assertThat(framework.mayAssessTask(IN_NORTH, "Grafting")).isFalse();
        assertThat(pillar.mayAssess(IN_NORTH, "orchard", "trees")).isTrue();
        assertThat(pillar.mayAssess(IN_NORTH, "orchard", "soil")).isFalse();
        assertThat(pillar.mayAssess(IN_NORTH, "orchard")).isFalse();
        assertThat(task.mayAssessTask(IN_NORTH, "Grafting")).isTrue();
        assertThat(task.mayAssessTask(IN_NORTH, "Pruning")).isFalse();
        assertThat(task.mayAssess(IN_NORTH, "orchard", "trees")).isFalse();
    }

    @Test
    void reachesWhoeverHoldsAPostInOneOfTwoOrganisations() {
        var elsewhere = new Place(ELSEWHERE, List.of(new UnitId(9)));

        assertThat(assessor(new Scope.WholeOrganisation()).mayAssess(List.of(elsewhere), "orchard", "trees"))
                .isFalse();
        assertThat(assessor(new Scope.WholeOrganisation())
                        .mayAssess(List.of(elsewhere, IN_NORTH.getFirst()), "orchard", "trees"))
                .isTrue();
    }

    @Test
    void asksThatWholeOrganisationsAreLookedAfterAsAWhole() {
        assertThat(holder(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation())
                        .mayAdminister(LARKFIELD))
                .isTrue();
        assertThat(holder(Role.ORGANISATION_ADMINISTRATOR, new Scope.UnitAndBelow(NORTH))
                        .mayAdminister(LARKFIELD))
                .isFalse();
        assertThat(holder(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation())
                        .mayAdminister(ELSEWHERE))
                .isFalse();
    }

    /** PRODUCT.md, rule 11. */
    @ParameterizedTest
    @EnumSource(names = {"MANAGER", "EDUCATOR", "WORKFORCE_PLANNER", "ORGANISATION_ADMINISTRATOR"})
    void makesNobodyAnAssessorForAnotherRole(Role role) {
        var authority = holder(role, new Scope.WholeOrganisation());

        assertThat(authority.mayAssess(IN_NORTH, "orchard", "trees")).isFalse();
        assertThat(authority.mayAssess(IN_NORTH, "orchard")).isFalse();
        assertThat(authority.mayAssessTask(IN_NORTH, "Grafting")).isFalse();
    }

    @Test
    void countsFromItsFirstMomentToBeforeItsLast() {
        var grant = grant(Role.ASSESSOR, LARKFIELD, new Scope.WholeOrganisation(), NOW.plusSeconds(60));

        assertThat(grant.isInForce(NOW.minusSeconds(1))).isFalse();
        assertThat(grant.isInForce(NOW)).isTrue();
        assertThat(grant.isInForce(NOW.plusSeconds(59))).isTrue();
        assertThat(grant.isInForce(NOW.plusSeconds(60))).isFalse();
        assertThatThrownBy(() -> grant(Role.ASSESSOR, LARKFIELD, new Scope.WholeOrganisation(), NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grant(Role.ADMINISTRATOR, LARKFIELD, new Scope.WholeOrganisation(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesRolesOfSomebodyElse() {
        var grant = grant(Role.ASSESSOR, LARKFIELD, new Scope.WholeOrganisation(), null);

        assertThatThrownBy(() -> new Authority(new AccountId(2), List.of(grant)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverLosesByAnotherRoleNorReachesAnotherOrganisation() {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (var round = 0; round < 5_000; round++) {
            var grants = new ArrayList<Grant>();
            for (var n = random.nextInt(4); n >= 0; n--) {
                grants.add(randomGrant(random));
            }
            var before = new Authority(ELIN, grants);
            grants.add(randomGrant(random));
            var after = new Authority(ELIN, grants);

            assertThat(answers(after)).as("%s", grants).containsAll(answers(before));
            if (grants.stream().noneMatch(grant -> grant.organisation().equals(LARKFIELD))) {
                assertThat(answers(after)).as("%s", grants).isEmpty();
            }
            if (grants.stream().noneMatch(grant -> grant.role() == Role.ASSESSOR)) {
                assertThat(answers(after)).as("%s", grants).doesNotContain("assess", "assess all", "task");
            }
        }
    }

    /** All that somebody may do about a person in North. */
    private static List<String> answers(Authority authority) {
        var answers = new ArrayList<String>();
        if (authority.mayAssess(IN_NORTH, "orchard", "trees")) {
            answers.add("assess");
        }
        if (authority.mayAssess(IN_NORTH, "orchard")) {
            answers.add("assess all");
        }
        if (authority.mayAssessTask(IN_NORTH, "Grafting")) {
            answers.add("task");
        }
        if (authority.mayManage(IN_NORTH)) {
            answers.add("manage");
        }
        if (authority.mayEducate(IN_NORTH)) {
            answers.add("educate");
        }
        if (authority.mayPlan(LARKFIELD)) {
            answers.add("plan");
        }
        if (authority.mayAdminister(LARKFIELD)) {
            answers.add("administer");
        }
        return answers;
    }

    private static Grant randomGrant(RandomGenerator random) {
        var scopes = List.of(
                new Scope.WholeOrganisation(),
                new Scope.UnitAndBelow(TOP),
                new Scope.UnitAndBelow(NORTH),
                new Scope.UnitAndBelow(SOUTH),
                new Scope.OneFramework("orchard"),
                new Scope.OneFramework("vineyard"),
                new Scope.Pillar("orchard", "trees"),
                new Scope.Pillar("orchard", "soil"),
                new Scope.DelegatedTask("Grafting"));
        return grant(
                Role.OF_ORGANISATION.get(random.nextInt(Role.OF_ORGANISATION.size())),
                random.nextBoolean() ? LARKFIELD : ELSEWHERE,
                scopes.get(random.nextInt(scopes.size())),
                NOW.plus(Duration.ofDays(1)));
    }

    private static Authority assessor(Scope scope) {
        return holder(Role.ASSESSOR, scope);
    }

    private static Authority holder(Role role, Scope scope) {
        return new Authority(ELIN, List.of(grant(role, LARKFIELD, scope, null)));
    }

    private static Grant grant(Role role, OrganisationId organisation, Scope scope, Instant until) {
        return new Grant(1, ELIN, organisation, role, scope, NOW, until, null, null);
    }
}
