package org.espalier.development.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.development.Objective;
import org.espalier.development.Plans;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@EspalierTest
@Import(SqlStatements.class)
class PlanPagesTests {
    private static final String UNPLANNED = "li:not(:has(.espalier-tag)) input[name=s]";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private FrameworkVersion orchard;
    private Actor actor;
    private Visitor visitor;
    private String gap;

    @BeforeEach
    void aimForTheSecondStep() {
        orchard = Orchard.restated(application, "Orchard plans");
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
        application.getBean(SetAim.class).to(actor, orchard, "step-2");
        gap = "/me/frameworks/" + orchard.slug() + "/gap";
    }

    @Test
    void isEmptyAtFirstAndSaysHowItGrows() {
        var page = visitor.get("/me/plan");

        assertThat(page.html().text()).contains("Your plan is empty.", "A plan grows from your gap");
    }

    @Test
    void takesOneGapStraightToItsObjective() {
        var page = visitor.follow(choose("g2"));

        assertThat(page.heading()).isEqualTo("Objective");
        assertThat(page.html().select("#title").val()).isEqualTo("Grafts pears on quince");
        assertThat(page.html().select(".espalier-traces li").text())
                .contains("Grafts pears on quince", "Step 2: Seasoned hand", "Caring for trees", "Not answered");
    }

    @Test
    void asksHowWhereSeveralAreChosen() {
        var asked = choose("p2", "p3");
        assertThat(asked.heading()).isEqualTo("Add to your plan");

        visitor.follow(visitor.submit(asked.form(addAddress()), Map.of("how", "together")));

        assertThat(plan()).singleElement().satisfies(objective -> {
            assertThat(objective.title()).isEqualTo("1.1 Pruning · Step 2: Seasoned hand");
            assertThat(objective.traces()).hasSize(2);
        });
    }

    @Test
    void makesAnObjectiveForEachWhereWanted() {
        visitor.submit(choose("p2", "p3", "c2").form(addAddress()), Map.of("how", "each"));

        assertThat(plan())
                .extracting(Objective::title)
                .containsExactly(
                        "Prunes young and old trees along the wires",
                        "Decides when a tree needs no pruning",
                        "Teaches new hands how pruning works");
    }

    @Test
    void addsToAnObjectiveThatIsThere() {
        choose("p2");
        var there = plan().getFirst().id().toString();

        visitor.submit(choose("p3").form(addAddress()), Map.of("how", there));

        assertThat(plan()).singleElement().satisfies(objective -> assertThat(objective.traces())
                .hasSize(2));
    }

    @Test
    void marksInTheGapWhatIsPlanned() {
        choose("p2");

        var page = visitor.get(gap).html();

        assertThat(page.select(UNPLANNED).eachAttr("value")).containsExactly("p3", "g2", "c2", "s2");
        assertThat(page.select(".espalier-gap__list li").first().text()).contains("In your plan");
    }

    @Test
    void saysWhatToTickWhereNothingIs() {
        var page = visitor.follow(choose());

        assertThat(page.errors()).containsExactly("Tick at least one expectation to add to your plan");
    }

    @Test
    void refusesAStatementThatIsNoExpectation() {
        assertThat(choose("e2").status()).isEqualTo(404);
        assertThat(choose("nonsense").status()).isEqualTo(404);
        assertThat(plan()).isEmpty();
    }

    @Test
    void savesWhatIsWrittenAndGoesToThePlan() {
        var form = visitor.follow(choose("g2"));
        form = visitor.follow(visitor.submit(form.form(address()), Map.of("do", "add")));
        var action = "action-" + plan().getFirst().actions().getFirst().id();

        var plan = visitor.follow(visitor.submit(
                form.form(address()),
                answers(
                        "do",
                        "save",
                        "title",
                        "Graft alone",
                        "reason",
                        "More & better pears",
                        "support",
                        "A <knife>",
                        "due-day",
                        "27",
                        "due-month",
                        "3",
                        "due-year",
                        "2099",
                        action,
                        "Practise on Tuesdays",
                        action + "-due-day",
                        "1",
                        action + "-due-month",
                        "feb",
                        action + "-due-year",
                        "2099")));

        assertThat(plan.html().select(".espalier-objective__title").text()).isEqualTo("Graft alone");
        assertThat(plan.html().select(".espalier-objective__facts").text())
                .isEqualTo("Reach it by: 27 March 2099 0 of 1 actions done");
        assertThat(plan.html().select(".espalier-actions li").text())
                .contains("Practise on Tuesdays", "by 1 February 2099");
        assertThat(plan().getFirst().support()).isEqualTo("A <knife>");
    }

    @Test
    void keepsWhatWasTypedAndSavesTheRestWhereADayIsWrong() {
        var form = visitor.follow(choose("g2"));

        var page = visitor.submit(
                form.form(address()),
                answers(
                        "do",
                        "save",
                        "reason",
                        "For the pears",
                        "due-day",
                        "31",
                        "due-month",
                        "2",
                        "due-year",
                        "2027"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.errors()).containsExactly("Enter a real date with day, month and year, such as 27 3 2027");
        assertThat(page.html().select("#due-day").val()).isEqualTo("31");
        assertThat(page.html().select("#due-month").val()).isEqualTo("2");
        assertThat(plan().getFirst().reason()).isEqualTo("For the pears");
        assertThat(plan().getFirst().due()).isNull();
    }

    @Test
    void asksForATitleAndForFewerWords() {
        var form = visitor.follow(choose("g2"));

        var page = visitor.submit(form.form(address()), answers("title", " ", "support", "x".repeat(4_001)));

        assertThat(page.errors())
                .containsExactly("Say what you want to reach", "Use 4,000 characters or fewer; there are 4,001 now");
        assertThat(page.html().select("#support").val()).hasSize(4_001);
        assertThat(plan().getFirst().title()).isEqualTo("Grafts pears on quince");
    }

    @Test
    void savesByItselfWithoutAPage() {
        var form = visitor.follow(choose("g2")).form(address());

        assertThat(visitor.submit(form, answers("do", "autosave", "reason", "Soon"))
                        .status())
                .isEqualTo(204);
        assertThat(visitor.submit(form, answers("do", "autosave", "due-day", "40"))
                        .status())
                .isEqualTo(422);
        assertThat(plan().getFirst().reason()).isEqualTo("");
    }

    @Test
    void movesAndRemovesActionsAndBringsThemBack() {
        visitor.follow(choose("g2"));
        press("add");
        press("add");
        var first = plan().getFirst().actions().getFirst().id();
        var second = plan().getFirst().actions().getLast().id();
        press("do", "save", "action-" + first, "First", "action-" + second, "Second");

        press("up-" + second);
        assertThat(actions()).containsExactly("Second", "First");
        press("down-" + second);
        assertThat(actions()).containsExactly("First", "Second");

        var removed = visitor.follow(press("remove-" + first));
        assertThat(actions()).containsExactly("Second");
        visitor.submit(removed.form(address() + "/parts/bring-back?removed=remove-" + first));
        assertThat(actions()).containsExactly("First", "Second");
    }

    @Test
    void keepsProgressLearningAndImpactOutOfTheWayUntilThereIsSome() {
        var page = visitor.follow(choose("g2"));
        assertThat(page.html()
                        .select("details:contains(Progress, learning and impact)")
                        .hasAttr("open"))
                .isFalse();

        press("note");
        var note = plan().getFirst().notes().getFirst().id();
        press("do", "save", "note-" + note, "Two grafts took", "method", "feedback", "impact", "Sweeter pears");

        assertThat(visitor.get(address())
                        .html()
                        .select("details:contains(Progress, learning and impact)")
                        .hasAttr("open"))
                .isTrue();
        assertThat(visitor.get("/me/plan").html().select(".espalier-objective").text())
                .contains("Two grafts took", "Feedback: Sweeter pears");
        visitor.submit(
                visitor.follow(press("unnote-" + note)).form(address() + "/parts/bring-back?removed=unnote-" + note));
        assertThat(plan().getFirst().notes()).singleElement().satisfies(kept -> assertThat(kept.text())
                .isEqualTo("Two grafts took"));
    }

    @Test
    void ticksAnActionOffOnThePlan() {
        visitor.follow(choose("g2"));
        press("add");
        var action = plan().getFirst().actions().getFirst().id();

        visitor.submit(visitor.get("/me/plan").form(address() + "/actions/" + action + "/done"));
        assertThat(plan().getFirst().done()).isEqualTo(1);

        var page = visitor.get("/me/plan");
        assertThat(page.html().select(".espalier-tick").attr("aria-pressed")).isEqualTo("true");
        visitor.submit(page.form(address() + "/actions/" + action + "/done"));
        assertThat(plan().getFirst().done()).isZero();
    }

    @Test
    void keepsTheLastExpectationOfAnObjective() {
        visitor.submit(choose("p2", "p3").form(addAddress()), Map.of("how", "together"));
        var first = plan().getFirst().traces().getFirst().statement();
        var last = plan().getFirst().traces().getLast().statement();

        var page = visitor.follow(press("drop-" + first));
        assertThat(plan().getFirst().traces()).hasSize(1);
        assertThat(press("drop-" + last).status()).isEqualTo(409);

        visitor.submit(page.form(address() + "/parts/bring-back?removed=drop-" + first));
        assertThat(plan().getFirst().traces()).hasSize(2);
    }

    @Test
    void offersLearningAsAnAction() {
        var page = visitor.follow(choose("c2"));
        var button = page.html().select(".espalier-suggestions button").val();

        press(button);

        assertThat(actions()).containsExactly("A course on teaching");
    }

    @Test
    void movesRemovesAndCompletesObjectives() {
        visitor.submit(choose("p2", "p3").form(addAddress()), Map.of("how", "each"));
        var first = plan().getFirst().id();
        var moved = "/me/plan/objectives/" + first;

        visitor.submit(visitor.get("/me/plan").form(moved + "/down"));
        assertThat(plan().getLast().id()).isEqualTo(first);

        var page = visitor.follow(visitor.submit(visitor.get("/me/plan").form(moved + "/remove")));
        assertThat(plan()).hasSize(1);
        visitor.submit(page.form(moved + "/bring-back"));
        assertThat(plan()).hasSize(2);

        visitor.submit(visitor.get(moved).form(moved), answers("do", "save", "completed", "true"));
        assertThat(visitor.get("/me/plan").html().text()).contains("1 objective is open", "Completed objectives");
        assertThat(visitor.get(gap).html().select(UNPLANNED).eachAttr("value"))
                .contains("p2")
                .doesNotContain("p3");
    }

    @Test
    void isNobodyElses() {
        choose("g2");
        var stranger = TestAccounts.signedIn(application, port);

        assertThat(stranger.get(address()).status()).isEqualTo(404);
        assertThat(stranger.get("/me/plan").html().text()).contains("Your plan is empty.");
        var csrf = stranger.get("/me/plan").html().select("input[name=_csrf]").val();
        for (var verb : List.of("", "/up", "/remove", "/bring-back", "/parts/bring-back", "/actions/1/done")) {
            assertThat(stranger.post(
                                    address() + verb, List.of(Map.entry("_csrf", csrf), Map.entry("removed", "drop-1")))
                            .status())
                    .as(verb)
                    .isEqualTo(404);
        }
        assertThat(plan()).hasSize(1);
    }

    @Test
    void goesAlongAsPdfAndWord() throws Exception {
        visitor.follow(choose("g2"));
        press("do", "save", "title", "Graft alone", "reason", "For <b>the pears</b>");

        try (var pdf = Loader.loadPDF(download("/me/plan.pdf", "application/pdf"));
                var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(download(
                        "/me/plan.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))));
                var gapPdf = Loader.loadPDF(download(gap + ".pdf", "application/pdf"));
                var gapWord = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(download(
                        gap + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))))) {
            for (var text : List.of(new PDFTextStripper().getText(pdf), word.getText())) {
                assertThat(text).contains("Development plan", actor.name(), "Graft alone", "<b>the pears</b>");
                assertThat(text).contains("Grafts pears on quince", "Not answered");
            }
            for (var text : List.of(new PDFTextStripper().getText(gapPdf), gapWord.getText())) {
                assertThat(text)
                        .contains("Your gap", "Enters fruit in a show", "Not answered", "Two winters of pruning");
            }
        }
    }

    @Test
    void costsAFixedNumberOfSqlStatements() throws Exception {
        visitor.submit(choose("p2", "p3", "c2", "g2").form(addAddress()), Map.of("how", "each"));
        visitor.get("/me/plan");

        var few = SqlStatements.during(() -> visitor.get("/me/plan")).size();
        press("add");
        press("add");

        assertThat(SqlStatements.during(() -> visitor.get("/me/plan"))).hasSize(few);
        assertThat(few).isLessThanOrEqualTo(5);
        var objective = address();
        assertThat(SqlStatements.during(() -> visitor.get(objective))).hasSize(few);
    }

    private byte[] download(String path, String type) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var cookie = visitor.cookies().stream()
                    .map(one -> one.getName() + "=" + one.getValue())
                    .reduce((a, b) -> a + "; " + b)
                    .orElseThrow();
            var answer = client.send(
                    visitor.request(path).header("Cookie", cookie).GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment");
            return answer.body();
        }
    }

    private Page choose(String... keys) {
        return visitor.submit(visitor.get(gap).form(addAddress()), Map.of("s", List.of(keys)));
    }

    private Page press(String button) {
        return press("do", button);
    }

    private Page press(String... answers) {
        return visitor.submit(visitor.get(address()).form(address()), answers(answers));
    }

    private static Map<String, String> answers(String... namesAndValues) {
        var answers = new HashMap<String, String>();
        answers.put("do", "save");
        for (var n = 0; n < namesAndValues.length; n += 2) {
            answers.put(namesAndValues[n], namesAndValues[n + 1]);
        }
        return answers;
    }

    private String addAddress() {
        return "/me/frameworks/" + orchard.slug() + "/versions/" + orchard.number() + "/plan";
    }

    /** Of the first objective. */
    private String address() {
        return "/me/plan/objectives/" + plan().getFirst().id();
    }

    private List<String> actions() {
        return plan().getFirst().actions().stream().map(Objective.Action::text).toList();
    }

    private List<Objective> plan() {
        return application
                .getBean(Plans.class)
                .of(application.getBean(People.class).of(actor))
                .objectives();
    }
}
