package org.espalier.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.Claims;
import org.espalier.assessment.Standing;
import org.espalier.assessment.request.Tellings;
import org.espalier.assessment.session.GroupDraftId;
import org.espalier.assessment.session.Occasion;
import org.espalier.assessment.session.PutGroupTogether;
import org.espalier.assessment.session.SignOffGroup;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Told;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class GroupPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    private FrameworkVersion ladder;
    private Larkfield larkfield;
    private Actor ann;
    private Actor ben;
    private Actor assessor;
    private Visitor asAssessor;
    private Told told;

    @BeforeEach
    void aSession() {
        ladder = Ladder.once(application, "Group ladder");
        larkfield = Larkfield.in(application);
        ann = larkfield.member(larkfield.therapist);
        ben = larkfield.member(larkfield.therapist);
        assessor = larkfield.member(larkfield.therapist);
        larkfield.give(assessor, Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.north));
        asAssessor = TestAccounts.signedIn(application, port, assessor);
        told = Told.by(application);
    }

    @Test
    void signsOffAGroupWithAnExceptionAndTellsEachOnce() {
        verify(ann, "p2");
        var check = check(List.of("p2", "r2"), List.of(ann, ben));
        assertThat(check.html().select("main").text())
                .contains("2 people, 3 sign-offs", "1 is signed off already and is not repeated");

        var exception = larkfield.person(ben) + ":" + statement("r2");
        var done = asAssessor.follow(asAssessor.submit(form(check), Map.of("out", exception, "do", "sign-off")));

        assertThat(done.html().select(".govuk-notification-banner").text()).contains("2 sign-offs recorded", "Undo");
        assertThat(standing(ann, "r2")).isEqualTo(Standing.VERIFIED);
        assertThat(standing(ben, "p2")).isEqualTo(Standing.VERIFIED);
        assertThat(standing(ben, "r2")).isEqualTo(Standing.UNKNOWN);
        assertThat(application
                        .getBean(Claims.class)
                        .history(
                                larkfield.person(ann),
                                ladder.id(),
                                ladder.statement("p2").orElseThrow().id()))
                .as("not repeated")
                .hasSize(1);
        assertThat(told.to(ann.account())).as("not before a minute is over").isEmpty();
        tellEverything();
        assertThat(told.to(ann.account())).containsExactly("assessment.tell.session.one");
        assertThat(told.to(ben.account())).containsExactly("assessment.tell.session.one");
        assertThat(asAssessor
                        .get("/assess/sessions")
                        .html()
                        .select(".espalier-requests")
                        .text())
                .contains("Lifting & <b>carrying", "2 people", "2 sign-offs")
                .doesNotContain("Nothing is recorded yet");
    }

    @Test
    void takesOnePersonOutWithAReasonAndKeepsTheHistory() {
        var done = signOff(List.of("p2", "r2"), List.of(ann, ben));
        tellEverything();
        var takeBack = done.address().getPath() + "/people/" + larkfield.person(ben) + "/take-back";

        var refused = asAssessor.submit(done.form(takeBack), Map.of("words", "  "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("Say why, so that they can understand it");
        assertThat(refused.html().select("details[open] form").attr("action")).isEqualTo(takeBack);

        var taken = asAssessor.follow(asAssessor.submit(done.form(takeBack), Map.of("words", "Was in <i>room 2")));
        assertThat(taken.html().select("main").text()).contains("1 person, 2 sign-offs", "Was in <i>room 2");
        assertThat(standing(ben, "p2")).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(ann, "p2")).isEqualTo(Standing.VERIFIED);
        assertThat(told.to(ben.account()))
                .containsExactly("assessment.tell.session.other", "assessment.tell.session.revoked.other");
        assertThat(told.to(ann.account())).hasSize(1);
        var asBen = TestAccounts.signedIn(application, port, ben);
        var mine = asBen.get(done.address().getPath().replace("/assess/", "/me/"));
        assertThat(mine.html().select("main").text()).contains("Taken back", "Was in <i>room 2", "Climbs the ladder");
        assertThat(asBen.get("/me/sessions").html().select("main").text()).contains("0 sign-offs");
        assertThat(asBen.get(mine.html().select(".espalier-requests a").first().attr("href"))
                        .html()
                        .select(".espalier-history tbody tr"))
                .hasSize(2);
    }

    @Test
    void undoesAllOfItWhileNobodyHasBeenTold() {
        var done = signOff(List.of("p2"), List.of(ann, ben));

        var undone =
                asAssessor.follow(asAssessor.submit(done.form(done.address().getPath() + "/undo")));

        assertThat(undone.html().select("main").text()).contains("Nobody has been told", "0 people, 0 sign-offs");
        assertThat(standing(ann, "p2")).isEqualTo(Standing.UNKNOWN);
        tellEverything();
        assertThat(told.to(ann.account())).isEmpty();
    }

    @Test
    void offersNobodyOutOfReachAndNeverTheAssessor() {
        larkfield.member(null);
        var people = draft("p2");

        assertThat(people.html().select("input[name=p]").eachAttr("value"))
                .containsExactlyInAnyOrder(
                        larkfield.person(ann).toString(), larkfield.person(ben).toString());
        var forced = asAssessor.follow(asAssessor.submit(
                people.form(people.address().getPath()),
                Map.of("p", List.of(larkfield.person(ann), larkfield.person(assessor)))));
        assertThat(forced.html().select("main").text()).contains("1 person, 1 sign-off");
    }

    @Test
    void asksAnewWhenTheRoleHasEndedSinceTheLook() {
        var grant = application
                .getBean(Grants.class)
                .of(assessor.account())
                .inForce()
                .getFirst();
        var check = check(List.of("p2"), List.of(ann));
        application.getBean(Grants.class).end(grant, ann.account());

        var refused = asAssessor.submit(form(check), Map.of("do", "sign-off"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors().getFirst()).startsWith("Something has changed since you looked");
        assertThat(standing(ann, "p2")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void reachesNoFurtherThanOnePillar() {
        var narrow = larkfield.with(Role.ASSESSOR, new Scope.Pillar("group-ladder", "research"));
        var draft = draft(narrow);
        var putTogether = application.getBean(PutGroupTogether.class);
        putTogether.chooseStatements(narrow, draft, List.of("p2", "r2"));
        putTogether.choosePeople(narrow, draft, List.of(larkfield.person(ann)));

        var seal = putTogether.cohort(narrow, putTogether.find(narrow, draft)).seal();
        application.getBean(SignOffGroup.class).signOff(narrow, draft, seal);

        assertThat(standing(ann, "r2")).isEqualTo(Standing.VERIFIED);
        assertThat(standing(ann, "p2")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void ticksALevelAtOnceWithoutAScript() {
        var statements = statements();
        var all = statements
                .html()
                .select("details:contains(Rung 2) button[name=all]")
                .first()
                .attr("value");

        var ticked = asAssessor.follow(
                asAssessor.submit(statements.form(statements.address().getPath()), Map.of("all", all)));
        assertThat(ticked.html().select("input[name=s][checked]").eachAttr("value"))
                .containsExactly("p2", "r2");
        var none =
                asAssessor.follow(asAssessor.submit(ticked.form(ticked.address().getPath()), Map.of("none", all)));
        assertThat(none.html().select("input[name=s][checked]")).isEmpty();
        var refused = asAssessor.submit(none.form(none.address().getPath()));
        assertThat(refused.errors()).containsExactly("Tick at least one statement");
    }

    @Test
    void leavesAStatementOutForEverybodyButOne() {
        var check = check(List.of("p2", "r2"), List.of(ann, ben));

        var without = asAssessor.follow(asAssessor.submit(form(check), Map.of("allOf", statement("r2"))));
        assertThat(without.html().select("main").text()).contains("2 people, 2 sign-offs", "2 are left out");
        var annsToo = asAssessor.follow(
                asAssessor.submit(form(without), Map.of("out", larkfield.person(ben) + ":" + statement("r2"))));
        assertThat(annsToo.html().select("main").text()).contains("2 people, 3 sign-offs");
        var back = asAssessor.follow(asAssessor.submit(form(annsToo), Map.of("noneOf", statement("r2"))));
        assertThat(back.html().select("main").text()).contains("2 people, 4 sign-offs");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        var page = asAssessor.get("/assess/sessions/new");
        var wrong = asAssessor.submit(
                page.form("/assess/sessions/new"),
                Map.of("title", "", "held-day", "31", "held-month", "2", "held-year", "2026", "until-year", "1999"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errors())
                .contains(
                        "Give the session a title of at most 200 characters",
                        "Enter the day of the session, such as 31/3/2026, no day to come",
                        "Enter a real day to come, such as 31/3/2028, or leave it empty");
        assertThat(wrong.html().select("#held-day").val()).isEqualTo("31");
    }

    @Test
    void showsNothingToAStranger() {
        var done = signOff(List.of("p2"), List.of(ann));
        var draft = draft("p2").address().getPath();
        var stranger =
                TestAccounts.signedIn(application, port, larkfield.with(Role.ASSESSOR, new Scope.WholeOrganisation()));

        assertThat(stranger.get(done.address().getPath()).status()).isEqualTo(404);
        assertThat(stranger.get(done.address().getPath().replace("/assess/", "/me/"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get(draft).status()).isEqualTo(404);
        var learner = TestAccounts.signedIn(application, port, ann);
        assertThat(learner.get("/assess/sessions/new").html().select("form[action^=/assess]"))
                .isEmpty();
    }

    @Test
    void costsTheSameForManyPeople() throws Exception {
        var few = List.of(ann);
        var many = new ArrayList<>(Stream.generate(() -> larkfield.member(larkfield.therapist))
                .limit(12)
                .toList());

        var forFew = statementsToSignOff(few);
        var forMany = statementsToSignOff(many);

        assertThat(forMany).as("to look, and to sign off").isEqualTo(forFew).allSatisfy(count -> assertThat(count)
                .isLessThan(16));
    }

    private List<Integer> statementsToSignOff(List<Actor> people) throws Exception {
        var putTogether = application.getBean(PutGroupTogether.class);
        var draft = draft(assessor);
        putTogether.chooseStatements(assessor, draft, List.of("p2", "r2"));
        putTogether.choosePeople(
                assessor, draft, people.stream().map(larkfield::person).toList());
        var seal =
                putTogether.cohort(assessor, putTogether.find(assessor, draft)).seal();
        var page = "/assess/sessions/drafts/" + draft + "/check";
        asAssessor.get(page);
        var counts = new ArrayList<Integer>();
        counts.add(own(SqlStatements.during(() -> asAssessor.get(page))));
        counts.add(own(SqlStatements.during(
                () -> assertThat(application.getBean(SignOffGroup.class).signOff(assessor, draft, seal))
                        .isInstanceOf(SignOffGroup.SignedOff.class))));
        return counts;
    }

    /** Without what is asked every other second, and by the clock. */
    private static int own(List<String> statements) {
        return (int) statements.stream()
                .filter(sql -> !sql.contains("FROM framework.version v") && !sql.contains("skip locked"))
                .count();
    }

    private GroupDraftId draft(Actor who) {
        return application
                .getBean(PutGroupTogether.class)
                .begin(
                        who,
                        larkfield.organisation.id(),
                        ladder.id(),
                        new Occasion("A morning", LocalDate.of(2026, 1, 5), null));
    }

    private Page signOff(List<String> keys, List<Actor> people) {
        return asAssessor.follow(asAssessor.submit(form(check(keys, people)), Map.of("do", "sign-off")));
    }

    private Page check(List<String> keys, List<Actor> people) {
        var page = draft(keys.toArray(String[]::new));
        return asAssessor.follow(asAssessor.submit(
                page.form(page.address().getPath()),
                Map.of("p", people.stream().map(larkfield::person).toList())));
    }

    private FormElement form(Page check) {
        return check.form(check.address().getPath());
    }

    private Page draft(String... keys) {
        var page = statements();
        return asAssessor.follow(asAssessor.submit(page.form(page.address().getPath()), Map.of("s", List.of(keys))));
    }

    private Page statements() {
        return asAssessor.follow(asAssessor.submit(
                asAssessor.get("/assess/sessions/new").form("/assess/sessions/new"),
                Map.of("title", "Lifting & <b>carrying", "version", ladder.id().toString())));
    }

    private void verify(Actor learner, String key) {
        application
                .getBean(Claims.class)
                .signOff(
                        List.of(new Claims.Judged(
                                larkfield.person(learner),
                                ladder.id(),
                                ladder.statement(key).orElseThrow().id())),
                        assessor.account(),
                        null);
    }

    private Standing standing(Actor learner, String key) {
        return application
                .getBean(Claims.class)
                .of(larkfield.person(learner), ladder.id())
                .of(ladder.statement(key).orElseThrow().id());
    }

    private String statement(String key) {
        return ladder.statement(key).orElseThrow().id().toString();
    }

    private void tellEverything() {
        application.getBean(Tellings.class).tell(Instant.now().plusSeconds(120));
    }
}
