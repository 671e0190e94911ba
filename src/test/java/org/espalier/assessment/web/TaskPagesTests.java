package org.espalier.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.task.SignOffTask;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class TaskPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    @Test
    void keepsTrainingAndAchievementApartAndRemindsOfTheEnd() {
        var larkfield = Larkfield.in(application);
        var tasks = "/organisations/" + larkfield.organisation.slug() + "/tasks";
        var educator = larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        var learner = larkfield.member(larkfield.therapist);
        var assessor = larkfield.with(Role.ASSESSOR, new Scope.DelegatedTask("Giving insulin"));
        var told = Told.by(application);
        var asEducator = TestAccounts.signedIn(application, port, educator);
        var asAssessor = TestAccounts.signedIn(application, port, assessor);
        var asLearner = TestAccounts.signedIn(application, port, learner);

        var named = asEducator.follow(asEducator.submit(
                asEducator.get(tasks).form(tasks),
                Map.of("name", "Giving insulin", "delegatedBy", "A registered nurse", "months", "12")));
        var task = named.html().select(".espalier-requests a").attr("href");
        assertThat(asEducator.get(task).status()).as("naming is not assessing").isEqualTo(404);
        assertThat(asLearner.get(tasks).html().select("form[action=" + tasks + "]"))
                .isEmpty();

        var id = larkfield.person(learner).toString();
        asAssessor.submit(asAssessor.get(task).form(task + "/sign-offs"), Map.of("p", id, "kind", "trained"));
        assertThat(asLearner
                        .get("/me/tasks")
                        .html()
                        .select(".espalier-requests")
                        .text())
                .contains("Received training on")
                .doesNotContain("Achieved");
        var saved = asAssessor.follow(asAssessor.submit(
                asAssessor.get(task).form(task + "/sign-offs"), Map.of("p", List.of(id), "kind", "achieved")));
        assertThat(saved.html().select("main").text()).contains("Achieved on", "Counts until");
        assertThat(told.to(learner.account()))
                .containsExactly("assessment.tell.task.trained", "assessment.tell.task.achieved");

        var signOffTask = application.getBean(SignOffTask.class);
        signOffTask.remind(LocalDate.now().plusMonths(6));
        assertThat(told.to(assessor.account())).isEmpty();
        signOffTask.remind(LocalDate.now().plusMonths(11).plusDays(15));
        signOffTask.remind(LocalDate.now().plusMonths(11).plusDays(16));
        assertThat(told.to(learner.account())).hasSize(3).endsWith("assessment.tell.task.runsOut");
        assertThat(told.to(assessor.account())).containsExactly("assessment.tell.task.runsOut.assessor");

        var revoke = saved.html().select("form[action$=/revoke]").first().attr("action");
        asAssessor.submit(saved.form(revoke), Map.of("words", "Wrong person"));
        assertThat(asLearner
                        .get("/me/tasks")
                        .html()
                        .select(".espalier-requests")
                        .text())
                .contains("Taken back", "Wrong person");
        assertThat(told.to(learner.account())).endsWith("assessment.tell.task.revoked");
    }

    @Test
    void saysWhatIsMissingBesideTheInputAndKeepsWhatWasTyped() {
        var larkfield = Larkfield.in(application);
        var tasks = "/organisations/" + larkfield.organisation.slug() + "/tasks";
        var educator = larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        var learner = larkfield.member(larkfield.therapist);
        larkfield.give(educator, Role.ASSESSOR, new Scope.WholeOrganisation());
        var visitor = TestAccounts.signedIn(application, port, educator);

        var unnamed = visitor.submit(
                visitor.get(tasks).form(tasks), Map.of("name", "", "delegatedBy", "A nurse", "months", "many"));
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.errors()).hasSize(2);
        assertThat(unnamed.html().select("#delegatedBy").val()).isEqualTo("A nurse");
        var named = visitor.follow(visitor.submit(unnamed.form(tasks), Map.of("name", "Suction", "months", "")));
        var again = visitor.submit(named.form(tasks), Map.of("name", "suction", "delegatedBy", "Another"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.html().select("#delegatedBy").val()).isEqualTo("Another");

        var task = named.html().select(".espalier-requests a").attr("href");
        var nobody = visitor.submit(
                visitor.get(task).form(task + "/sign-offs"),
                Map.of(
                        "kind",
                        "achieved",
                        "happenedOn",
                        LocalDate.now().plusDays(2).toString()));
        assertThat(nobody.errors()).containsExactly("Choose at least one person", "Enter a day that is not to come");
        visitor.submit(
                nobody.form(task + "/sign-offs"),
                Map.of(
                        "p",
                        larkfield.person(learner).toString(),
                        "kind",
                        "achieved",
                        "happenedOn",
                        LocalDate.now().toString()));
        var signedOff = visitor.get(task);
        var revoke = signedOff.html().select("form[action$=/revoke]").attr("action");
        var reasonless = visitor.submit(signedOff.form(revoke), Map.of("words", ""));
        assertThat(reasonless.status()).isEqualTo(422);
        assertThat(reasonless.errors()).containsExactly("Say why, so that they can understand it");
    }

    @Test
    void signsOffNobodyOutOfReach() {
        var larkfield = Larkfield.in(application);
        var tasks = "/organisations/" + larkfield.organisation.slug() + "/tasks";
        var educator = larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        var asEducator = TestAccounts.signedIn(application, port, educator);
        var named = asEducator.follow(asEducator.submit(
                asEducator.get(tasks).form(tasks), Map.of("name", "Suction", "delegatedBy", "A nurse", "months", "")));
        var task = named.html().select(".espalier-requests a").attr("href");
        var north = larkfield.member(larkfield.therapist);
        var southern = larkfield.with(Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.south));
        var northern = larkfield.member(larkfield.therapist);
        larkfield.give(northern, Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.north));
        var asNorthern = TestAccounts.signedIn(application, port, northern);

        assertThat(TestAccounts.signedIn(application, port, southern).get(task).status())
                .isEqualTo(404);
        assertThat(asNorthern.get(task).html().select("input[name=p]").eachAttr("value"))
                .as("not themselves")
                .containsExactly(larkfield.person(north).toString());
        var own = asNorthern.submit(
                asNorthern.get(task).form(task + "/sign-offs"),
                Map.of("p", larkfield.person(northern).toString(), "kind", "achieved"));
        assertThat(own.status()).isEqualTo(403);
        var stranger = Larkfield.in(application).with(Role.ASSESSOR, new Scope.WholeOrganisation());
        assertThat(TestAccounts.signedIn(application, port, stranger).get(task).status())
                .isEqualTo(404);
    }
}
