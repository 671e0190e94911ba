package org.espalier.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.request.Assessors;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.person.Person;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class ConflictPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    @Test
    void endsAConflictOfOnesOwnAndKeepsItInTheList() {
        var larkfield = Larkfield.in(application);
        var learner = larkfield.member(larkfield.therapist);
        var assessor = larkfield.with(Role.ASSESSOR, new Scope.WholeOrganisation());
        declare(assessor, larkfield, learner);
        var asAssessor = TestAccounts.signedIn(application, port, assessor);
        assertThat(offered(larkfield, learner)).doesNotContain(assessor.account());

        var page = asAssessor.get("/assess/conflicts");
        assertThat(page.html().select("main").text()).contains(learner.name(), "My <b>sister");
        var end = page.html().select("form[action$=/end]").attr("action");
        var stranger =
                TestAccounts.signedIn(application, port, larkfield.with(Role.ASSESSOR, new Scope.WholeOrganisation()));
        assertThat(stranger.get("/assess/conflicts").html().select("main").text())
                .doesNotContain("My <b>sister");
        var theirs = stranger.get("/assess/conflicts")
                .html()
                .select("input[name=_csrf]")
                .val();
        assertThat(stranger.post(end, List.of(Map.entry("_csrf", theirs))).status())
                .isEqualTo(404);

        var ended = asAssessor.follow(asAssessor.submit(page.form(end)));
        assertThat(ended.html().select("main").text())
                .contains("You can judge their work again", "no conflict of interest that stands", learner.name());
        assertThat(offered(larkfield, learner)).contains(assessor.account());
    }

    private List<AccountId> offered(Larkfield larkfield, Actor learner) {
        var ladder = application
                .getBean(PublishedVersions.class)
                .current("conflict-ladder")
                .orElseGet(() -> Ladder.published(application, "Conflict ladder"));
        return application
                .getBean(Assessors.class)
                .offered(
                        new Person(larkfield.person(learner), learner.account(), learner.name()),
                        ladder,
                        List.of(ladder.statement("p2").orElseThrow()))
                .stream()
                .map(one -> one.account())
                .toList();
    }

    private void declare(Actor assessor, Larkfield larkfield, Actor learner) {
        application
                .getBean(JdbcClient.class)
                .sql("""
                        insert into assessment.conflict (account_id, person_id, words, declared_at)
                        values (:account, :person, 'My <b>sister', now())
                        """)
                .param("account", assessor.account().value())
                .param("person", larkfield.person(learner).value())
                .update();
    }
}
