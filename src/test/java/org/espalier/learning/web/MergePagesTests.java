package org.espalier.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.learning.College;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.person.Insiders;
import org.espalier.person.Larkfield;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class MergePagesTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Larkfield larkfield;
    private Visitor administrator;
    private FrameworkVersion version;
    private Provider printed;
    private Provider own;

    /** A framework prints a provider, and an organisation keeps courses under a name of its own. */
    @BeforeEach
    void twoNames() {
        larkfield = Larkfield.in(application);
        administrator = TestAccounts.signedIn(application, port, Role.ADMINISTRATOR);
        var name = "Keepers <b> of " + larkfield.organisation.slug();
        version = new Press(application)
                .publish(Beekeeping.framework("of two names " + larkfield.organisation.slug(), name));
        new College(application, larkfield).course("Swarms");
        printed = provider(name);
        own = application
                .getBean(Providers.class)
                .of(larkfield.organisation.id())
                .orElseThrow();
    }

    @Test
    void movesEverythingAndTheOldNameAndAddressLeadThere() {
        var confirm = look("with");
        assertThat(confirm.html().select("main li").eachText())
                .contains(own.name() + " keeps its name, its address and what it says about itself")
                .contains("no course, 2 things that it says it covers and no request for recognition move to "
                        + own.name() + ", with their history and reviews");

        var done = administrator.submit(confirm.form(printed.address() + "/merge"));

        assertThat(done.location()).isEqualTo(own.address() + "?merged");
        var page = administrator.follow(done);
        assertThat(page.html().select("main").text())
                .contains("Also known as " + printed.name() + ".")
                .containsPattern("Made one with “" + printed.name() + "” by .+ on ")
                .contains("Swarms")
                .contains(version.title());
        var everybody = Visitor.to(port);
        assertThat(everybody.get(printed.address()).location()).isEqualTo(own.address());
        assertThat(everybody
                        .get(printed.address() + "/frameworks/" + version.slug() + "?version=1")
                        .location())
                .isEqualTo(own.address() + "/frameworks/" + version.slug() + "?version=1");
        assertThat(everybody
                        .get(own.address() + "/frameworks/" + version.slug())
                        .html()
                        .select("td q")
                        .eachText())
                .containsExactly("Teaches feeding in spring");
        assertThat(everybody.get("/learning/providers").html().select("main").text())
                .contains(own.name())
                .doesNotContain(printed.name());
        assertThat(provider(printed.name().toUpperCase(Locale.ROOT)))
                .as("so that another version that prints the name speaks of the same provider")
                .isEqualTo(provider(own.name()));
    }

    @Test
    void letsTheNameStayThatWasPrintedAndTheOrganisationSpeakForIt() {
        administrator.submit(look("this").form(printed.address() + "/merge"));

        var kept = application
                .getBean(Providers.class)
                .of(larkfield.organisation.id())
                .orElseThrow();
        assertThat(kept.name()).isEqualTo(printed.name());
        assertThat(Visitor.to(port).open(own.address()).html().select("main").text())
                .contains("Swarms");
    }

    @Test
    void asksWhoseWordHoldsWhereTheyContradictEachOther() {
        var group = version.groups().stream()
                .flatMap(root -> root.groups().stream())
                .filter(one -> "1.2".equals(one.code()))
                .findFirst()
                .orElseThrow()
                .id();
        say(CoverageKind.ASSESSES, group, "An examination");
        say(CoverageKind.SUPPORTS, group, "");

        var confirm = look("with");
        assertThat(confirm.html().select("fieldset legend").eachText())
                .singleElement()
                .asString()
                .startsWith("1.2");
        var open = administrator.submit(confirm.form(printed.address() + "/merge"));
        assertThat(open.status()).isEqualTo(422);
        assertThat(open.errors()).singleElement().asString().startsWith("Choose whose word holds about “1.2");
        assertThat(Visitor.to(port).get(printed.address()).status())
                .as("nothing has moved")
                .isEqualTo(200);
        administrator.submit(
                open.form(printed.address() + "/merge"),
                Map.of(open.html().select("fieldset input").attr("name"), "STAYING"));

        assertThat(Visitor.to(port)
                        .get(own.address() + "/frameworks/" + version.slug())
                        .html()
                        .select(".espalier-coverage-legend li")
                        .eachText())
                .contains("Assessed only 1")
                .noneMatch(line -> line.startsWith("Does not apply"));
    }

    @Test
    void refusesTwoForWhichOrganisationsSpeakAndThoseWhoAreNoAdministrators() {
        var other = Larkfield.in(application);
        new College(application, other).course("Wax");
        var others =
                application.getBean(Providers.class).of(other.organisation.id()).orElseThrow();
        var merge = own.address() + "/merge";

        assertThat(administrator
                        .get(merge + "?with=" + others.slug() + "&stays=this")
                        .errors())
                .containsExactly("Two organisations speak for these providers, so neither can go. Choose another one");
        assertThat(administrator.get(merge + "?with=&stays=").errors())
                .containsExactly("Choose the other provider", "Say whose name and address stay");
        assertThat(administrator
                        .get(merge + "?with=" + own.slug() + "&stays=this")
                        .errors())
                .containsExactly("Choose the other provider");
        assertThat(Visitor.to(port).get(merge).status()).isEqualTo(403);
        var keeper =
                TestAccounts.signedIn(application, port, larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation()));
        assertThat(keeper.get(merge).status()).isEqualTo(403);
        assertThat(keeper.post(
                                merge,
                                List.of(
                                        Map.entry("with", printed.slug()),
                                        Map.entry("stays", "this"),
                                        Map.entry(
                                                "_csrf",
                                                keeper.get("/account")
                                                        .html()
                                                        .select("[name=_csrf]")
                                                        .val())))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void leadsHereFromLinkingAnOrganisationThatSpeaksForAnother() {
        var link = printed.address() + "/link";

        var led = administrator.follow(administrator.submit(
                administrator.get(link).form(link), Map.of("organisation", larkfield.organisation.slug())));

        assertThat(led.heading()).isEqualTo("Make one provider of " + own.name() + " and " + printed.name());
    }

    private Visitor.Page look(String stays) {
        return administrator.get(printed.address() + "/merge?with=" + own.slug() + "&stays=" + stays);
    }

    private Provider provider(String name) {
        return application.getBean(Providers.class).named(name).orElseThrow();
    }

    /** The organisation of itself. */
    private void say(CoverageKind kind, String group, String evidence) {
        var educator = larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        application
                .getBean(ClaimCoverage.class)
                .add(
                        application.getBean(Insiders.class).enter(educator, larkfield.organisation.slug()),
                        null,
                        List.of(Subject.of(version.id(), group, null)),
                        kind,
                        new CoverageClaim.Grounds(evidence, "", null, null));
    }
}
