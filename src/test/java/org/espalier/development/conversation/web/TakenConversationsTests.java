package org.espalier.development.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.Claims;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.development.ChangePlan;
import org.espalier.development.web.Orchard;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.person.SetAim;
import org.espalier.portfolio.TakenAway;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What somebody takes away of how they stand, what they plan and what was said with them. */
@EspalierTest
class TakenConversationsTests {
    private static FrameworkVersion orchard;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Pair pair;

    @BeforeEach
    void employ() {
        if (orchard == null) {
            orchard = Orchard.restated(application, "Orchard taken away");
        }
        pair = Pair.in(application, port);
        application.getBean(SetAim.class).to(pair.maya(), orchard, "step-2");
    }

    @Test
    void holdsEveryClaimWithWhoMadeIt() throws Exception {
        var statement = orchard.statement("g2").map(Statement::id).orElseThrow();
        application
                .getBean(RateStatements.class)
                .rate(
                        pair.maya(),
                        pair.larkfield().person(pair.maya()),
                        orchard.id(),
                        Map.of(statement, Rating.PARTLY));
        var judged = List.of(new Claims.Judged(pair.larkfield().person(pair.maya()), orchard.id(), statement));
        var claims = application.getBean(Claims.class);
        claims.refuse(judged, pair.owen().account(), false, "Show me one & all");
        claims.signOff(judged, pair.owen().account(), Instant.parse("2099-01-01T00:00:00Z"));

        var taken = TakenAway.by(application, pair.maya());

        var about = taken.json("claims/claims.json").get("statements").get(0);
        assertThat(about.get("framework").asString()).isEqualTo("orchard-taken-away");
        assertThat(about.get("statement").asString()).isEqualTo("g2");
        assertThat(about.get("standing").asString()).isEqualTo("verified");
        assertThat(about.get("claims"))
                .extracting(claim -> claim.get("kind").asString())
                .containsExactly("sign-off", "not-yet", "self-rating");
        assertThat(about.get("claims").get(0).get("by").asString())
                .isEqualTo(pair.owen().name());
        assertThat(about.get("claims").get(0).get("validUntil").asString()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(about.get("claims").get(1).get("reason").asString()).isEqualTo("Show me one & all");
        assertThat(about.get("claims").get(2).get("rating").asString()).isEqualTo("partly");
        assertThat(taken.pdf("claims/claims.pdf")).contains("Grafts pears on quince", "Signed off");
        assertThat(TakenAway.by(application, pair.owen()).entries()).doesNotContainKey("claims/claims.json");
    }

    @Test
    void holdsThePlan() throws Exception {
        application
                .getBean(ChangePlan.class)
                .addTogether(
                        pair.maya(),
                        orchard.id(),
                        "Graft alone",
                        orchard.statements().stream()
                                .filter(statement -> statement.key().equals("g2"))
                                .toList());

        var taken = TakenAway.by(application, pair.maya());

        var objective = taken.json("plan/plan.json").get("objectives").get(0);
        assertThat(objective.get("about").get(0).get("text").asString()).isEqualTo("Grafts pears on quince");
        assertThat(objective.get("about").get(0).get("standing").asString()).isEqualTo("unknown");
        assertThat(taken.pdf("plan/plan.pdf")).contains("Grafts pears on quince");
    }

    @Test
    void holdsWhatWasSaidWithThePersonAndNothingAboutOthers() throws Exception {
        var page = pair.mayas().get("/conversations/supervision/new");
        var address = Pair.path(pair.mayas()
                .submit(
                        page.form("/conversations/supervision"),
                        Map.of("kind", "clinical", "with", pair.id(pair.owen()))));
        Pair.send(pair.mayas(), address, address + "/sessions", "minutes", "50", "note", "Thought about a hard visit");

        var taken = TakenAway.by(application, pair.maya());

        var supervision = taken.json("conversations/conversations.json")
                .get("supervision")
                .get(0);
        assertThat(supervision.get("with").asString()).isEqualTo(pair.owen().name());
        assertThat(supervision.get("kind").asString()).isEqualTo("clinical");
        JsonNode session = supervision.get("sessions").get(0);
        assertThat(session.get("minutes").asInt()).isEqualTo(50);
        assertThat(session.get("attendance").asString()).isEqualTo("held");
        assertThat(session.get("myNote").asString()).isEqualTo("Thought about a hard visit");
        assertThat(taken.entries().keySet())
                .filteredOn(name -> name.startsWith("conversations/supervision-"))
                .singleElement()
                .satisfies(name -> assertThat(taken.pdf(name))
                        .contains("Thought about a hard visit", "It took place", "0 h 50 min"));
        assertThat(TakenAway.by(application, pair.owen()).entries())
                .doesNotContainKey("conversations/conversations.json");
        assertThat(TakenAway.by(application, TestAccounts.actor(application))
                        .entries()
                        .keySet())
                .containsExactly("portfolio.json", "portfolio.pdf");
    }
}
