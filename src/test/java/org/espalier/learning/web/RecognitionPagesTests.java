package org.espalier.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Provider;
import org.espalier.person.Larkfield;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Told;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class RecognitionPagesTests {
    private static final String ASK = "/me/recognition/new";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    private Larkfield college;
    private Actor educator;
    private Visitor decider;
    private String desk;
    private Provider provider;
    private Actor learner;
    private Visitor visitor;
    private EvidenceId evidence;

    @BeforeEach
    void haveAProviderAndSomebodyWithEvidence() {
        college = Larkfield.in(application);
        educator = college.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        decider = TestAccounts.signedIn(application, port, educator);
        desk = college.organisation.address() + "/learning/recognition";
        provider = application.getBean(KeepOffers.class).provider(college.organisation);
        learner = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, learner);
        evidence = evidence(learner, "Ten years of bees");
    }

    @Test
    void asksShowsTheEvidenceDecidesAndTells() {
        var told = Told.by(application);
        var form = visitor.get(ASK + "?provider=" + provider.slug()).form(ASK);
        var nothing = visitor.submit(form, Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.errors())
                .containsExactly(
                        "Say what should be recognised, in up to 200 characters",
                        "Tick at least one piece of evidence");
        assertThat(decider.get("/me/shared/" + evidence).status()).isEqualTo(404);

        ask("Swarm control <1>");

        assertThat(told.to(educator.account())).containsExactly("learning.notice.recognition.asked");
        var address = decider.get(desk).html().select(".espalier-rows a").attr("href");
        var request = decider.get(address);
        assertThat(request.heading()).isEqualTo("Swarm control <1>");
        assertThat(decider.get(request.html().select("main a[href^=/me/shared]").attr("href"))
                        .status())
                .isEqualTo(200);
        assertThat(decider.submit(request.form(address), Map.of("how", "recognise", "credits", "many"))
                        .errors())
                .containsExactly(
                        "Enter credits as a number up to 999, such as 15 or 7.5",
                        "Say what you recognise, or why you do not, in up to 2,000 characters");
        assertThat(decider.submit(request.form(address), Map.of("how", "decline", "credits", "5", "decision", "No"))
                        .errors())
                .containsExactly("Leave the credits empty when you do not recognise it");
        decider.submit(
                request.form(address),
                Map.of("how", "recognise", "credits", "7.5", "decision", "Module 3 of the award"));

        assertThat(told.to(learner.account())).containsExactly("learning.notice.recognition.recognised");
        var mine = visitor.get(
                visitor.get("/me/recognition").html().select(".espalier-rows a").attr("href"));
        assertThat(mine.html().select("dl").text())
                .contains("Recognised")
                .contains("7.5")
                .contains("Module 3 of the award");
        assertThat(mine.html().select("main").text()).contains("Nothing is awarded here");
        assertThat(decider.get("/me/shared/" + evidence).status())
                .as("the evidence goes back with the decision")
                .isEqualTo(404);
        assertThat(decider.submit(request.form(address), Map.of("how", "decline", "decision", "No"))
                        .status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void declinesWithAReasonThatCanBeAnsweredWithOneAction() {
        ask("Swarm control");
        var address = decider.get(desk).html().select(".espalier-rows a").attr("href");
        decider.submit(
                decider.get(address).form(address), Map.of("how", "decline", "decision", "Show us a season’s records"));

        var mine = visitor.get(
                visitor.get("/me/recognition").html().select(".espalier-rows a").attr("href"));

        assertThat(mine.html().select("dl").text()).contains("Show us a season’s records");
        var again = visitor.get(
                mine.html().select("a[href^=" + ASK + "]").attr("href").replace(" ", "+"));
        assertThat(again.html().select("#askedFor").val()).isEqualTo("Swarm control");
    }

    @Test
    void takesBackARequestAndTheEvidenceWithIt() {
        ask("Swarm control");
        assertThat(decider.get("/me/shared/" + evidence).status()).isEqualTo(200);
        var mine =
                visitor.get("/me/recognition").html().select(".espalier-rows a").attr("href");

        visitor.submit(visitor.get(mine).form(mine + "/withdraw"));

        assertThat(decider.get("/me/shared/" + evidence).status()).isEqualTo(404);
        assertThat(decider.get(desk).html().select(".espalier-rows a")).isEmpty();
    }

    @Test
    void isBetweenThePersonAndTheEducatorsOfTheProvider() {
        ask("Swarm control");
        var address = decider.get(desk).html().select(".espalier-rows a").attr("href");
        var mine =
                visitor.get("/me/recognition").html().select(".espalier-rows a").attr("href");
        var elsewhere = Larkfield.in(application);
        var other =
                TestAccounts.signedIn(application, port, elsewhere.with(Role.EDUCATOR, new Scope.WholeOrganisation()));
        var administrator = TestAccounts.signedIn(
                application, port, college.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation()));
        application.getBean(KeepOffers.class).provider(elsewhere.organisation);

        assertThat(other.get(address).status()).isEqualTo(404);
        assertThat(other.get(address.replace(college.organisation.slug(), elsewhere.organisation.slug()))
                        .status())
                .as("by the number of another’s request")
                .isEqualTo(404);
        assertThat(administrator.get(address).status()).isEqualTo(404);
        assertThat(TestAccounts.signedIn(application, port).get(mine).status()).isEqualTo(404);
    }

    @Test
    void letsAnEducatorWhoCameLaterTakeItOverAndTellsThePerson() {
        var told = Told.by(application);
        ask("Swarm control");
        var later =
                TestAccounts.signedIn(application, port, college.with(Role.EDUCATOR, new Scope.WholeOrganisation()));
        var address = later.get(desk).html().select(".espalier-rows a").attr("href");
        assertThat(later.get(address).html().select("main a[href^=/me/shared]")).isEmpty();

        later.submit(later.get(address).form(address + "/take-over"));

        assertThat(later.get(address).html().select("main a[href^=/me/shared]")).hasSize(1);
        assertThat(told.to(learner.account())).containsExactly("learning.notice.recognition.takenOver");
    }

    @Test
    void letsNobodyDecideAboutThemselvesOrAskWhereNobodyDecides() {
        var own = evidence(educator, "My own bees");
        assertThat(decider.get(ASK + "?provider=" + provider.slug())
                        .html()
                        .select("main")
                        .text())
                .as("the only educator")
                .contains("no educator here who could decide");
        college.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        decider.submit(
                decider.get(ASK + "?provider=" + provider.slug()).form(ASK),
                Map.of("askedFor", "Mine", "evidence", own));

        var address = decider.get(desk).html().select(".espalier-rows a").attr("href");

        assertThat(decider.get(address).html().select("form[action=" + address + "]"))
                .isEmpty();
        assertThat(decider.get(address).html().select("main").text()).contains("Nobody decides about themselves");
    }

    @Test
    void pointsOutWhatMayTellWhoAPatientIsAndLetsThePersonDecide() {
        var form = visitor.get(ASK + "?provider=" + provider.slug()).form(ASK);
        var answers = Map.of("askedFor", "Care", "evidence", evidence, "words", "I cared for NHS number 943 476 5919");

        var doubted = visitor.submit(form, answers);

        assertThat(doubted.status()).isEqualTo(422);
        assertThat(doubted.html().select("main").text()).contains("943 476 5919");
        var decided = visitor.submit(doubted.form(ASK), Map.of("decided", "yes"));
        assertThat(decided.location()).startsWith("/me/recognition");
    }

    private void ask(String what) {
        visitor.submit(
                visitor.get(ASK + "?provider=" + provider.slug()).form(ASK),
                Map.of("askedFor", what, "words", "By doing it", "evidence", evidence));
    }

    private EvidenceId evidence(Actor owner, String title) {
        var write = application.getBean(WriteEvidence.class);
        var id = write.begin(owner, EvidenceKind.REFLECTION, List.of());
        write.save(
                owner,
                id,
                new EvidenceContent(
                        title, LocalDate.now(), Structure.FREE, List.of("I did."), null, null, null, null, null),
                false,
                true);
        return id;
    }
}
