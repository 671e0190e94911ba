package org.espalier.person.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries every page and every API of one organisation as each role of another. The pages come from Spring's own list, so
 * that none of any module can be forgotten: a new one is tried as soon as it exists.
 */
@EspalierTest
class StrangersPagesTests {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^}]*}");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Grants grants;

    private Larkfield larkfield;
    private Larkfield elsewhere;
    private Map<String, String> things;

    /** One address that something of the application answers. */
    private record Address(RequestMethod method, String pattern) {}

    @BeforeEach
    void twoOrganisations() {
        larkfield = Larkfield.in(application);
        elsewhere = Larkfield.in(application);
        var maya = larkfield.member(larkfield.therapist);
        var grant = larkfield.give(maya, Role.ASSESSOR, new Scope.WholeOrganisation());
        things = Map.of(
                "person", larkfield.person(maya).toString(),
                "unit", larkfield.north.toString(),
                "post", larkfield.therapist.toString(),
                "role", Long.toString(grant),
                "invitation", Long.toString(invitation(maya)),
                "file", Long.toString(file(maya)));
    }

    @Test
    void seesThePagesOfAnOrganisation() {
        assertThat(addresses())
                .hasSizeGreaterThan(25)
                .extracting(Address::pattern)
                .contains("/organisations/{slug}", "/organisations/{slug}/people/{person}");
        assertThat(addresses())
                .as("every page of an organisation says which")
                .allSatisfy(address -> assertThat(address.pattern()).startsWith("/organisations/{slug}"));
    }

    @Test
    void findNothingInAnotherOrganisation() {
        for (var stranger : strangers()) {
            var visitor = TestAccounts.signedIn(application, port, stranger);
            var token = token(visitor);
            for (var address : addresses()) {
                assertThat(status(visitor, address, larkfield.organisation.slug(), token))
                        .as("%s %s as %s", address.method(), address.pattern(), grants.of(stranger.account()))
                        .isEqualTo(404);
            }
        }
        assertThat(untouched()).isTrue();
    }

    @Test
    void findNothingOfItUnderTheirOwnOrganisationsName() {
        var administrator = elsewhere.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        var visitor = TestAccounts.signedIn(application, port, administrator);
        var token = token(visitor);
        for (var address : addresses()) {
            if (names(address).size() > 1) {
                assertThat(status(visitor, address, elsewhere.organisation.slug(), token))
                        .as("%s %s", address.method(), address.pattern())
                        .isEqualTo(404);
            }
        }
        assertThat(untouched()).isTrue();
    }

    @Test
    void areAskedToSignInFirst() {
        for (var address : addresses()) {
            if (address.method() == RequestMethod.GET) {
                assertThat(status(Visitor.to(port), address, larkfield.organisation.slug(), ""))
                        .as(address.pattern())
                        .isEqualTo(303);
            }
        }
    }

    @Test
    void findNothingUnderANameThatNobodyHas() {
        var visitor = TestAccounts.signedIn(application, port, strangers().getFirst());
        var token = token(visitor);
        for (var address : addresses()) {
            assertThat(status(visitor, address, "nowhere", token))
                    .as(address.pattern())
                    .isEqualTo(404);
        }
    }

    /** Each role of another organisation, everywhere and narrowly; somebody who belongs to none; each of the whole. */
    private List<Actor> strangers() {
        var strangers = new ArrayList<Actor>();
        for (var role : Role.OF_ORGANISATION) {
            strangers.add(elsewhere.with(role, new Scope.WholeOrganisation()));
            strangers.add(elsewhere.with(role, new Scope.UnitAndBelow(elsewhere.north)));
        }
        strangers.add(elsewhere.with(Role.ASSESSOR, new Scope.OneFramework("ladder")));
        strangers.add(elsewhere.member(elsewhere.lead));
        strangers.add(TestAccounts.actor(application));
        for (var role : Role.OF_INSTALLATION) {
            strangers.add(TestAccounts.actor(application, role));
        }
        var left = larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        jdbc.sql("update person.membership set left_at = now() where person_id = :person")
                .param("person", larkfield.person(left).value())
                .update();
        grants.endAll(left.account(), larkfield.organisation.id(), left.account());
        strangers.add(left);
        return strangers;
    }

    private List<Address> addresses() {
        var found = new LinkedHashSet<Address>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/organisations") || pattern.startsWith("/api/organisations"))
                .forEach(pattern -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    (methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : methods)
                            .forEach(method -> found.add(new Address(method, pattern)));
                }));
        return List.copyOf(found);
    }

    private int status(Visitor visitor, Address address, String slug, String token) {
        var path = VARIABLE.matcher(address.pattern()).replaceAll(variable -> {
            var name = variable.group(1);
            return name.equals("slug") ? slug : things.getOrDefault(name, "1");
        });
        if (address.method() == RequestMethod.GET) {
            return visitor.get(path).status();
        }
        var fields = List.of(
                Map.entry("_csrf", token),
                Map.entry("name", "Taken over"),
                Map.entry("title", "Taken over"),
                Map.entry("email", "taken.over@example.org"),
                Map.entry("how", "now"),
                Map.entry("number", "1"),
                Map.entry("post", larkfield.lead.toString()),
                Map.entry("unit", larkfield.north.toString()),
                Map.entry("parent", larkfield.top.toString()),
                Map.entry("role", "ASSESSOR"),
                Map.entry("where", "everywhere"),
                Map.entry("first", "2026-01-01"));
        return visitor.post(path, fields).status();
    }

    private static List<String> names(Address address) {
        return VARIABLE.matcher(address.pattern())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String token(Visitor visitor) {
        return visitor.get("/account").html().select("input[name=_csrf]").val();
    }

    private boolean untouched() {
        var unit = jdbc.sql("select name from organisation.unit where id = :id")
                .param("id", larkfield.north.value())
                .query(String.class)
                .single();
        var roles = jdbc.sql("select count(*) from access.role_grant where organisation_id = :id and ended_at is null")
                .param("id", larkfield.organisation.id().value())
                .query(Long.class)
                .single();
        return unit.equals("North") && roles == 1;
    }

    private long invitation(Actor by) {
        return jdbc.sql("""
                insert into person.invitation (organisation_id, email, name, since, invited_by, invited_at, expires_at)
                values (:organisation, 'somebody@example.org', 'Somebody', current_date, :by, now(), now() + interval '9 days')
                returning id
                """)
                .param("organisation", larkfield.organisation.id().value())
                .param("by", by.account().value())
                .query(Long.class)
                .single();
    }

    private long file(Actor by) {
        return jdbc.sql("""
                insert into person.staff_file (organisation_id, name, content, uploaded_by, uploaded_at)
                values (:organisation, 'people.csv', 'Staff number,Name', :by, now()) returning id
                """)
                .param("organisation", larkfield.organisation.id().value())
                .param("by", by.account().value())
                .query(Long.class)
                .single();
    }
}
