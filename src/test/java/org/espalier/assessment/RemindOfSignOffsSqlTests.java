package org.espalier.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class RemindOfSignOffsSqlTests {
    private static final Duration DAY = Duration.ofDays(1);

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    private Larkfield larkfield;
    private Actor learner;
    private FrameworkVersion ladder;
    private Told told;

    @BeforeEach
    void aLearner() {
        ladder = Ladder.once(application, "Reminder ladder");
        larkfield = Larkfield.in(application);
        learner = larkfield.member(larkfield.therapist);
        told = Told.by(application);
    }

    @Test
    void remindsOnceOfAllThatRunsOutAndLeadsToAskingAgain() {
        var now = Instant.now();
        signOff(now.plus(DAY.multipliedBy(30)), "p2", "r2");
        signOff(now.plus(DAY.multipliedBy(90)), "p3");
        signOff(null, "l3");

        remind(now);
        remind(now.plus(DAY));

        assertThat(told.to(learner.account())).containsExactly("assessment.tell.runsOut.other");
        var visitor = TestAccounts.signedIn(application, port, learner);
        var link = visitor.get("/me/activity")
                .html()
                .select("a[href^=/me/activity/]:contains(run out)")
                .attr("href");
        assertThat(visitor.open(link).heading()).isEqualTo("Ask for sign-off");
        remind(now.plus(DAY.multipliedBy(60)));
        assertThat(told.to(learner.account()))
                .endsWith("assessment.tell.runsOut.one")
                .hasSize(2);
    }

    @Test
    void isSilentAboutWhatWasRenewedOrTakenBackOrHasRunOut() {
        var now = Instant.now();
        signOff(now.plus(DAY), "p2");
        signOff(now.plus(DAY.multipliedBy(400)), "p2");
        var taken = signOff(now.plus(DAY), "r2");
        application.getBean(Claims.class).revoke(taken, learner.account(), "No");
        signOff(now.minus(DAY), "p3");

        remind(now);

        assertThat(told.to(learner.account())).isEmpty();
    }

    private void remind(Instant now) {
        application.getBean(RemindOfSignOffs.class).remind(now);
    }

    private List<Long> signOff(@Nullable Instant until, String... keys) {
        return application
                .getBean(Claims.class)
                .signOff(
                        Stream.of(keys)
                                .map(key -> new Claims.Judged(
                                        larkfield.person(learner),
                                        ladder.id(),
                                        ladder.statement(key).orElseThrow().id()))
                                .toList(),
                        learner.account(),
                        until);
    }
}
