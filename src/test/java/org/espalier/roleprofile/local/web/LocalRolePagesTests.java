package org.espalier.roleprofile.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Larkfield;
import org.espalier.roleprofile.local.HiveRole;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class LocalRolePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = "Hive lead " + UUID.randomUUID().toString().substring(0, 8);
    private Press press;
    private FrameworkVersion national;
    private Larkfield larkfield;
    private Visitor keeper;

    @BeforeEach
    void prepare() {
        press = new Press(application);
        national = press.publish(HiveRole.document(title, List.of(HiveRole.RECORDS, HiveRole.SWARMS, HiveRole.HONEY)));
        larkfield = Larkfield.in(application);
        keeper = visitor(larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation()));
    }

    @Test
    void writesAndPublishesLocalAdditionsPageByPage() {
        begin();
        submit("/name", "/name", Map.of("name", "Bee <lead>"));
        submit("/competences/new", "/competences", Map.of("words", "Keep bees <warm>"));
        submit("/standards/new", "/standards", Map.of("code", "apia&99", "title", "Read the sky"));
        submit("/notes/new?about=" + key(HiveRole.SWARMS), "/notes", Map.of("text", "Call the fire brigade"));
        submit("/notes/new", "/notes", Map.of("text", "Ask Gwen"));

        var page = keeper.get(kept());
        assertThat(page.heading()).isEqualTo("Bee <lead>");
        assertThat(Visitor.to(port).get(address()).status()).isEqualTo(404);
        var published = keeper.follow(keeper.submit(page.form(kept() + "/publish")));

        assertThat(published.html().text()).contains("Published. People see it from now on.");
        var role = Visitor.to(port).get(address());
        assertThat(role.status()).isEqualTo(200);
        assertThat(role.heading()).isEqualTo("Bee <lead>");
        assertThat(role.html().select(".espalier-local__list li").eachText())
                .containsExactly("Local Keep bees <warm>", "Local Read the sky APIA&99");
        assertThat(role.html()
                        .select("#national-" + key(HiveRole.SWARMS) + " .espalier-local__note")
                        .text())
                .contains("Call the fire brigade");
        assertThat(role.html().select("form[action^=" + address() + "]")).isEmpty();
        assertThat(role.html().text()).contains("Neither part alone is the whole role.");
    }

    @Test
    void showsLocalAdditionsApartFromTheFrameworksInForce() {
        published();

        var catalogue = Visitor.to(port).get("/frameworks");
        var local = catalogue
                .html()
                .select("a:contains(" + larkfield.organisation.name() + ")")
                .first();

        assertThat(catalogue.html().select(".espalier-card a:contains(" + larkfield.organisation.name() + ")"))
                .isEmpty();
        var page = Visitor.to(port).get(local.attr("href"));
        assertThat(page.html().select(".govuk-inset-text").text())
                .contains("These are local additions: one part of a role.")
                .contains(title);
        assertThat(page.html().select("a[href=" + address() + "]")).hasSize(1);
    }

    @Test
    void aimsForBothPartsAtOnce() {
        published();
        var learner = visitor(larkfield.member(null));

        var page = learner.get(address());
        var aimed = learner.follow(learner.submit(page.form(address() + "/aim")));

        assertThat(aimed.html().text()).contains("You aim for both parts of this role.");
        var gaps = aimed.html().select(".espalier-next a").eachAttr("href");
        assertThat(gaps).hasSize(2);
        assertThat(learner.get(gaps.getFirst()).html().text()).contains("3 expectations");
        assertThat(learner.get(gaps.getLast()).html().text()).contains("Keep bees warm");
        assertThat(learner.get(gaps.getFirst())
                        .html()
                        .select(".govuk-inset-text")
                        .text())
                .contains("This is one part of the role you aim for. The other part is Hive lead: local additions of")
                .contains("1 expectation");
        assertThat(learner.get(gaps.getLast())
                        .html()
                        .select(".govuk-inset-text")
                        .text())
                .contains("The other part is " + title);
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrongAtTheField() {
        begin();

        var competence = keeper.submit(
                keeper.get(kept() + "/competences/new").form(kept() + "/competences"),
                Map.of("words", "Extract honey in a clean room"));
        var standard = keeper.submit(
                keeper.get(kept() + "/standards/new").form(kept() + "/standards"),
                Map.of("code", "NO<SUCH", "title", "Such & such"));
        var note = keeper.submit(keeper.get(kept() + "/notes/new").form(kept() + "/notes"), Map.of("text", " "));
        var publish = keeper.post(
                kept() + "/publish",
                List.of(
                        Map.entry(
                                "_csrf", note.html().select("input[name=_csrf]").val()),
                        Map.entry("revision", "1")));

        assertThat(competence.status()).isEqualTo(422);
        assertThat(competence.errors())
                .containsExactly("The national profile asks for this already. Add a note to it instead.");
        assertThat(competence.html().select("#words").text()).isEqualTo("Extract honey in a clean room");
        assertThat(standard.html().select("#code").val()).isEqualTo("NO<SUCH");
        assertThat(standard.html().select("#title").val()).isEqualTo("Such & such");
        assertThat(standard.html().select("#code-error").text()).contains("This cannot be the code of a standard");
        assertThat(note.errors()).containsExactly("Write something first");
        assertThat(publish.status()).isEqualTo(422);
        assertThat(publish.errors())
                .containsExactly("There is nothing to publish. Add a competence, a note or a local name first.");
    }

    @Test
    void findsStatementsToAddAsTheyStand() {
        begin();

        var found = keeper.get(kept() + "/statements/new?q=" + "treat+mites");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.html().select("h2").text()).contains("found");
    }

    @Test
    void turnsAwayStrangersAndThoseWhoDoNotSpeakForTheOrganisation() {
        begin();
        var stranger = visitor(Larkfield.in(application).member(null));
        var colleague = visitor(larkfield.member(null));

        for (var page : List.of(
                "", "/name", "/competences/new", "/standards/new", "/statements/new", "/notes/new", "/revise")) {
            assertThat(stranger.get(kept() + page).status()).as(page).isEqualTo(404);
            assertThat(colleague.get(kept() + page).status()).as(page).isEqualTo(403);
        }
        assertThat(colleague
                        .get(larkfield.organisation.address() + "/local-roles")
                        .status())
                .isEqualTo(200);
        assertThat(keeper.get(larkfield.organisation.address() + "/local-roles/no-such-role")
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.to(port).get("/roles/local/nobody/nothing").status()).isEqualTo(404);
    }

    @Test
    void asksForAProfileAndRefusesOneThatIsGone() {
        var path = larkfield.organisation.address() + "/local-roles";
        var form = keeper.get(path + "/new").form(path);

        assertThat(keeper.submit(form, Map.of("national", "")).errors()).containsExactly("Choose a role profile");
        press.withdraw(national);
        var refused = keeper.submit(form, Map.of("national", national.slug()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors().getFirst()).contains("has been withdrawn by its publisher");
        assertThat(keeper.submit(form, Map.of("national", "no-such-role")).status())
                .isEqualTo(422);
    }

    @Test
    void asksOnOneScreenWhatBecomesOfEachAddition() {
        published();
        submit("/notes/new?about=" + key(HiveRole.SWARMS), "/notes", Map.of("text", "Call the fire brigade"));
        press.publish(HiveRole.document(title, List.of(HiveRole.RECORDS, HiveRole.SWARMS_REWORDED, HiveRole.HONEY)));

        assertThat(keeper.get(kept()).html().select("a[href=" + kept() + "/revise]"))
                .hasSize(1);
        var page = keeper.get(kept() + "/revise");
        var undecided = keeper.submit(page.form(kept() + "/revise"), Map.of("publish", "now"));
        var decided = keeper.submit(undecided.form(kept() + "/revise"), Map.of("choice-2", "KEEP", "publish", "now"));

        assertThat(page.html().select(".espalier-conflict ins").text()).contains("or to property");
        assertThat(undecided.status()).isEqualTo(422);
        assertThat(undecided.errors()).containsExactly("Choose what shall become of “Call the fire brigade”");
        assertThat(decided.location()).endsWith(kept() + "?saved=published");
        assertThat(Visitor.to(port).get(address()).html().text()).contains("as in version 2");
        assertThat(keeper.get(kept() + "/revise").location()).endsWith(kept());
    }

    @Test
    void keepsOnRecordWhatWasDecidedOnAWithdrawnProfile() {
        published();
        press.withdraw(national);

        var page = keeper.get(kept() + "/revise");
        var refused = keeper.submit(page.form(kept() + "/revise"), Map.of("choice-0", "KEEP", "reason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("Say why you have decided so");
        assertThat(refused.html().select("[value=KEEP][checked]")).hasSize(1);
        var kept = keeper.follow(keeper.submit(
                refused.form(kept() + "/revise"), Map.of("choice-0", "KEEP", "reason", "Patients <need> it")));

        assertThat(kept.html().select(".govuk-notification-banner").text()).contains("Your decision is on record.");
        assertThat(kept.html().select(".espalier-rows").text())
                .contains("The additions to version 1 stay, beside the withdrawn profile", "Patients <need> it");
        assertThat(kept.html().select("a[href$=/revise], form[action$=/publish], a[href$=/standards/new]"))
                .isEmpty();
        assertThat(keeper.get(kept() + "/revise").location()).endsWith(kept());
        assertThat(Visitor.to(port)
                        .get(address())
                        .html()
                        .select(".govuk-inset-text")
                        .text())
                .contains("decided on", "to keep its additions")
                .doesNotContain("Patients");
    }

    @Test
    void listsLocalRolesInAsManyStatementsHoweverManyThereAre() throws Exception {
        published();
        var list = larkfield.organisation.address() + "/local-roles";
        keeper.get(list);
        var one = SqlStatements.during(() -> keeper.get(list));
        for (var n = 0; n < 12; n++) {
            var unread = press.draft(HiveRole.document(title + " more " + n, List.of(HiveRole.RECORDS)));
            press.publishUnread(unread);
            application
                    .getBean(JdbcClient.class)
                    .sql("""
                            insert into roleprofile.local_role
                              (organisation_id, national, base_id, additions, changed_at, changed_by)
                            select :organisation, slug, version_id, '{"next": 1, "competences": [], "notes": []}', now(), 1
                            from framework.edition where version_id = :version
                            """)
                    .param("organisation", larkfield.organisation.id().value())
                    .param("version", unread.value())
                    .update();
        }

        var many = SqlStatements.during(() -> keeper.get(list));

        assertThat(keeper.get(list).html().select(".espalier-card")).hasSize(13);
        assertThat(many).hasSizeLessThanOrEqualTo(one.size() + 3);
    }

    @Test
    void readsThePublicPageInOneStatement() throws Exception {
        published();
        Visitor.to(port).get(address());

        assertThat(SqlStatements.during(() -> Visitor.to(port).get(address()))).hasSizeLessThanOrEqualTo(2);
    }

    private void begin() {
        var path = larkfield.organisation.address() + "/local-roles";
        var begun = keeper.submit(keeper.get(path + "/new").form(path), Map.of("national", national.slug()));
        assertThat(begun.location()).endsWith(kept());
    }

    private void published() {
        begin();
        submit("/competences/new", "/competences", Map.of("words", "Keep bees warm"));
        keeper.submit(keeper.get(kept()).form(kept() + "/publish"));
    }

    private void submit(String page, String action, Map<String, String> answers) {
        var saved = keeper.submit(keeper.get(kept() + page).form(kept() + action), answers);
        assertThat(saved.location()).endsWith(kept() + "?saved=draft");
    }

    private String kept() {
        return larkfield.organisation.address() + "/local-roles/" + national.slug();
    }

    private String address() {
        return "/roles/local/" + larkfield.organisation.slug() + "/" + national.slug();
    }

    private String key(HiveRole.Asked asked) {
        return national.statements().stream()
                .filter(statement -> statement.text().equals(asked.competence()))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private Visitor visitor(Actor actor) {
        return TestAccounts.signedIn(application, port, actor);
    }
}
