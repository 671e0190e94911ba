package org.espalier.portfolio.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.assessment.LearnerAndAssessor;
import org.espalier.assessment.request.RequestEvidence;
import org.espalier.assessment.request.Requests;
import org.espalier.learning.KeepOffers;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.RemoveEvidence;
import org.espalier.portfolio.Support;
import org.espalier.portfolio.SupportStatements;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class ChoosingPagesTests {
    private static final String ASK = "/me/frameworks/chosen-ladder/versions/1/ask";
    private static final String SEND = "/me/frameworks/chosen-ladder/versions/1/requests";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    ChooseEvidence chooseEvidence;

    private LearnerAndAssessor two;
    private Visitor asLearner;
    private List<EvidenceId> items;

    @BeforeEach
    void aLearnerWithMuchEvidence() {
        two = LearnerAndAssessor.on(application, "Chosen ladder");
        asLearner = two.visitor(port, two.learner);
        items = IntStream.rangeClosed(1, 24)
                .mapToObj(n -> two.evidence((n % 8 == 0 ? "Rope <b>" : "Rung ") + n))
                .toList();
    }

    @Test
    void keepsWhatIsChosenWhileOthersAreLookedFor() {
        support(items.get(2), "p2");
        var first = asLearner.get(ASK + "?s=p2");
        assertThat(ticked(first))
                .as("what is linked")
                .containsExactly(items.get(2).toString());
        assertThat(shown(first)).hasSize(11);

        var second = look(first, Map.of("look", "2", "words", "Seen on Tuesday"), items.get(2), items.get(23));
        assertThat(ticked(second)).containsExactlyInAnyOrder(text(items.get(2)), text(items.get(23)));
        assertThat(shown(second)).hasSize(12).doesNotContain(text(items.get(22)));
        assertThat(second.html().select("textarea[name=words]").text()).isEqualTo("Seen on Tuesday");
        assertThat(second.html().select("input[name=s]").eachAttr("value")).containsExactly("p2");

        var found = look(second, Map.of("look", "find", "evidenceWords", "rope"), items.get(2), items.get(23));
        assertThat(found.html().select("#evidence").text()).contains("2 found:", "Rope <b>8", "Rope <b>16");
        assertThat(shown(found)).hasSize(4);

        asLearner.follow(asLearner.submit(
                found.form(SEND),
                Map.of(
                        "evidence",
                        List.of(items.get(2), items.get(23), items.get(7)),
                        "assessor",
                        two.assessor.account() + "." + two.larkfield.organisation.id())));
        var requests = application.getBean(Requests.class);
        var request = requests.of(two.person().id()).getFirst();
        assertThat(requests.evidence(request.id()))
                .extracting(RequestEvidence::id)
                .containsExactlyInAnyOrder(items.get(2), items.get(23), items.get(7));
    }

    @Test
    void saysWhenNothingIsFoundAndKeepsTheChoice() {
        var none = look(
                asLearner.get(ASK + "?s=p2"),
                Map.of("look", "find", "evidenceWords", "<script>parachute"),
                items.get(1));

        assertThat(none.html().select("#evidence [role=status]").text())
                .isEqualTo("Nothing else in your portfolio has these words.");
        assertThat(ticked(none)).containsExactly(text(items.get(1)));
        assertThat(none.html().select("#evidence-words").val()).isEqualTo("<script>parachute");
    }

    @Test
    void isTheSameInAnAnswerAPackAndARecognition() {
        var request = two.ask(two.assessor, Set.of(items.get(0)), "p2");
        var answer = "/me/requests/" + request.id() + "/answer";
        var page = asLearner.get("/me/requests/" + request.id());
        assertThat(shown(page)).doesNotContain(text(items.get(0)));
        keeps(page, answer, answer);

        keeps(asLearner.get("/conversations/packs/new"), "/conversations/packs", "/conversations/packs");

        two.larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        var provider = application.getBean(KeepOffers.class).provider(two.larkfield.organisation);
        keeps(
                asLearner.get("/me/recognition/new?provider=" + provider.slug()),
                "/me/recognition/new",
                "/me/recognition/new");
    }

    private void keeps(Page page, String form, String address) {
        var seen = looked(page, form, address, Map.of("look", "2"), items.get(23));

        assertThat(seen.status()).as(address).isEqualTo(200);
        assertThat(ticked(seen)).as(address).containsExactly(text(items.get(23)));
        assertThat(shown(seen)).as(address).hasSize(11);
        assertThat(seen.errors()).isEmpty();
    }

    @Test
    void leavesOutDraftsTheBinAndOtherPeoples() {
        var draft = application.getBean(WriteEvidence.class).begin(two.learner, EvidenceKind.LINK, List.of());
        application.getBean(RemoveEvidence.class).remove(two.learner, items.get(5));
        var stranger = LearnerAndAssessor.on(application, "Chosen ladder");
        var theirs = stranger.evidence("Theirs");

        var picked = EvidencePicked.of(List.of(draft, items.get(5), theirs, items.get(6)));

        assertThat(chooseEvidence.chosen(two.person().id(), picked)).containsExactly(items.get(6));
        assertThat(chooseEvidence.from(two.person().id(), picked, List.of()).every())
                .isEqualTo(23);
    }

    @Test
    void showsNoSearchWhereEverythingIsInSight() {
        var few = LearnerAndAssessor.on(application, "Chosen ladder");
        few.evidence("The only one");

        var page = few.visitor(port, few.learner).get(ASK + "?s=p2");

        assertThat(page.html().select("#evidence-words, #evidence button")).isEmpty();
        assertThat(shown(page)).hasSize(1);
    }

    @Test
    void costsOneStatement() throws Exception {
        var picked = EvidencePicked.of(items);

        assertThat(SqlStatements.during(() -> chooseEvidence.from(two.person().id(), picked, List.of())))
                .filteredOn(sql -> sql.contains("portfolio.evidence"))
                .hasSize(1);
    }

    private Page look(Page page, Map<String, String> answers, EvidenceId... chosen) {
        return looked(page, SEND, ASK, answers, chosen);
    }

    /** As the button of this name does that sends the form to an address of its own. */
    private Page looked(Page page, String form, String address, Map<String, String> answers, EvidenceId... chosen) {
        assertThat(page.html().select("#evidence-choice button[name=look]").eachAttr("formaction"))
                .containsOnly(address + "#evidence");
        var fields = new ArrayList<Map.Entry<String, String>>();
        page.form(form).formData().stream()
                .filter(kept -> !answers.containsKey(kept.key()) && !kept.key().equals("evidence"))
                .forEach(kept -> fields.add(Map.entry(kept.key(), kept.value())));
        answers.forEach((name, value) -> fields.add(Map.entry(name, value)));
        for (var one : chosen) {
            fields.add(Map.entry("evidence", one.toString()));
        }
        return asLearner.post(address, fields);
    }

    private void support(EvidenceId item, String key) {
        var statement = two.ladder.statement(key).orElseThrow().id();
        application
                .getBean(SupportStatements.class)
                .change(two.learner, item, List.of(new Support(two.ladder.id(), statement)), Set.of());
    }

    private static List<String> ticked(Page page) {
        return page.html().select("input[name=evidence][checked]").eachAttr("value");
    }

    private static List<String> shown(Page page) {
        return page.html().select("input[name=evidence]").eachAttr("value");
    }

    private static String text(EvidenceId item) {
        return item.toString();
    }
}
