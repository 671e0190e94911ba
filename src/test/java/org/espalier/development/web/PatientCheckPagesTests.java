package org.espalier.development.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.access.TestAccounts;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What may tell who a patient is gets pointed out in the forms of the plan, as in all forms with free words. */
@EspalierTest
class PatientCheckPagesTests {
    private static final String NUMBER = "999 000 0018";
    private static final String DOUBTFUL = "I rang <b>about</b> " + NUMBER;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Visitor visitor;
    private String objective;

    @BeforeEach
    void planOneObjective() {
        var orchard = Orchard.restated(application, "Orchard patients");
        var actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
        application.getBean(SetAim.class).to(actor, orchard, "step-2");
        var gap = visitor.get("/me/frameworks/" + orchard.slug() + "/gap");
        var form = gap.html().select("form[action$=/plan]").stream()
                .findFirst()
                .orElseThrow()
                .attr("action");
        objective = visitor.submit(gap.form(form), Map.of("s", "g2")).location();
    }

    @Test
    void asksBeforeAnythingIsSavedAndLosesNothing() {
        var asked = visitor.submit(
                visitor.get(objective).form(objective), Map.of("reason", DOUBTFUL, "support", "A ladder & a saw"));

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html().select(".espalier-doubts mark").text()).isEqualTo(NUMBER);
        assertThat(asked.html().select("main b")).isEmpty();
        assertThat(asked.html().select("label[for=reason]").text()).isEqualTo("Why does it matter?");
        assertThat(asked.html().select("#reason").val()).isEqualTo(DOUBTFUL);
        assertThat(reason()).isEmpty();

        var mended = visitor.submit(asked.form(objective), Map.of("reason", "I rang the ward"));
        assertThat(mended.status()).isEqualTo(302);
        assertThat(reason()).isEqualTo("I rang the ward");
        assertThat(visitor.get(objective).html().select("#support").val()).isEqualTo("A ladder & a saw");
    }

    @Test
    void keepsWhatThePersonDecidedToKeepAndAsksOnce() {
        var asked = visitor.submit(visitor.get(objective).form(objective), Map.of("reason", DOUBTFUL));
        assertThat(visitor.submit(asked.form(objective)).status()).isEqualTo(422);

        visitor.submit(asked.form(objective), Map.of("decided", "yes"));
        assertThat(reason()).isEqualTo(DOUBTFUL);

        var again = visitor.submit(visitor.get(objective).form(objective), Map.of("support", "A saw"));
        assertThat(again.status()).isEqualTo(302);
        var another = visitor.submit(visitor.get(objective).form(objective), Map.of("support", "Born on 1/2/1950"));
        assertThat(another.html().select(".espalier-doubts mark").eachText()).isEqualTo(List.of("1/2/1950"));
    }

    @Test
    void saysWhyItDoesNotSaveByItself() {
        var answer =
                visitor.submit(visitor.get(objective).form(objective), Map.of("reason", DOUBTFUL, "do", "autosave"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().text()).startsWith("Not saved: this may be an NHS number (" + NUMBER + ").");
        assertThat(reason()).isEmpty();
    }

    private String reason() {
        return visitor.get(objective).html().select("#reason").val();
    }
}
