package org.espalier.development.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.access.Notification;
import org.espalier.development.ChangePlan;
import org.espalier.development.ObjectiveId;
import org.espalier.development.web.Orchard;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.SetAim;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.RemoveEvidence;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@EspalierTest
@Import(HeardNotifications.class)
class PackPagesTests {
    private static final String PACKS = "/conversations/packs";
    private static FrameworkVersion orchard;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    HeardNotifications heard;

    private Pair pair;
    private ObjectiveId shown;
    private ObjectiveId hidden;

    @BeforeEach
    void employ() {
        if (orchard == null) {
            orchard = Orchard.restated(application, "Orchard packs");
        }
        pair = Pair.in(application, port);
        application.getBean(SetAim.class).to(pair.maya(), orchard, "step-2");
        shown = objective("Graft alone");
        hidden = objective("Leave this place");
        heard.forget();
    }

    @Test
    void showsExactlyWhatWasPicked() {
        var address = made();
        var preview = pair.mayas().get(address).html().select(".espalier-preview");
        assertThat(preview.text())
                .contains("Graft alone", "Caring for trees", "For Tuesday")
                .doesNotContain("Leave this place");

        Pair.send(pair.mayas(), address, address + "/show");

        var seen = pair.owens().get(address);
        assertThat(seen.html().text())
                .contains("Graft alone", "Grafts pears on quince")
                .doesNotContain("Leave this place")
                .doesNotContain("Shows and prizes");
        for (var element : preview.select("h2, h3, li, .espalier-session__note")) {
            assertThat(seen.html().text()).contains(element.text());
        }
        assertThat(heard.by(pair.owen()))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.pack.shown");
    }

    @Test
    void showsTheWordsOfEvidenceAsTheyWereAndNoOther() {
        var picked = evidence("Pears in April", "Nine <b>of ten</b> have taken.");
        evidence("What I told nobody", "Never mind.");
        var form = pair.mayas().get(PACKS + "/new");
        assertThat(form.html().select("input[name=evidence]").size()).isEqualTo(2);

        var address = Pair.path(
                pair.mayas().submit(form.form(PACKS), Map.of("evidence", picked, "with", pair.id(pair.owen()))));
        Pair.send(pair.mayas(), address, address + "/show");
        application.getBean(RemoveEvidence.class).remove(pair.maya(), picked);

        var seen = pair.owens().get(address).html();
        assertThat(seen.select("main").text())
                .contains("Pears in April", "Nine <b>of ten</b> have taken.")
                .doesNotContain("What I told nobody")
                .doesNotContain("Graft alone");
        assertThat(pair.owens().get("/me/shared/" + picked).status()).isEqualTo(404);
        assertThat(pair.owens().get(address + ".pdf").status()).isEqualTo(200);
    }

    @Test
    void picksNobodyElsesEvidence() {
        var theirs = application.getBean(WriteEvidence.class).begin(pair.owen(), EvidenceKind.LINK, List.of());
        var form = pair.mayas().get(PACKS + "/new");

        var refused = pair.mayas().submit(form.form(PACKS), Map.of("evidence", theirs, "with", pair.id(pair.owen())));

        assertThat(refused.status()).isEqualTo(422);
    }

    private EvidenceId evidence(String title, String words) {
        var write = application.getBean(WriteEvidence.class);
        var id = write.begin(pair.maya(), EvidenceKind.REFLECTION, List.of());
        var content = new EvidenceContent(title, null, Structure.FREE, List.of(words), null, null, null, null, null);
        write.save(pair.maya(), id, content, false, true);
        return id;
    }

    @Test
    void staysAsItWasWhenItWasPicked() {
        var address = shownPack();
        application.getBean(ChangePlan.class).remove(pair.maya(), shown);

        assertThat(pair.owens().get(address).html().text()).contains("Graft alone");
    }

    @Test
    void isSeenByNobodyElseBeforeItIsShown() {
        var address = made();

        assertThat(pair.owens().get(address).status()).isEqualTo(404);
        assertThat(pair.owens().get("/conversations").html().text()).doesNotContain("shows you");
        assertThat(heard.by(pair.owen())).isEmpty();
        Pair.send(pair.mayas(), address, address + "/withdraw");
        assertThat(pair.mayas().get(address).status()).isEqualTo(404);
    }

    @Test
    void isTakenBackAtOnce() {
        var address = shownPack();
        assertThat(pair.owens().get("/conversations").html().text())
                .contains("What " + pair.maya().name() + " shows you");
        heard.forget();

        Pair.send(pair.mayas(), address, address + "/withdraw");

        assertThat(pair.owens().get(address).status()).isEqualTo(404);
        assertThat(pair.owens().get(address + ".pdf").status()).isEqualTo(404);
        assertThat(pair.owens().get("/conversations").html().text()).doesNotContain("shows you");
        assertThat(heard.by(pair.owen()))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.pack.withdrawn");
    }

    @Test
    void tellsItsMakerWhoLooked() {
        var address = shownPack();
        assertThat(pair.mayas().get(address).html().text()).contains("has not looked yet");

        pair.owens().get(address);
        pair.owens().get(address + ".pdf");

        assertThat(pair.mayas().get(address).html().select("main li:contains(looked on)"))
                .hasSize(1);
    }

    @Test
    void asksForSomethingToShowAndSomebodyToShowItTo() {
        var page = Pair.send(pair.mayas(), PACKS + "/new", PACKS, "until-year", "2001");

        assertThat(page.errors())
                .containsExactly("Pick at least one thing to show", "Enter a real day that is not in the past");
    }

    @Test
    void cannotPickWhatIsSomebodyElses() {
        var page = pair.owens().get(PACKS + "/new");
        var form = page.html().select("input[name=_csrf]").val();
        var stolen = pair.owens()
                .post(
                        PACKS,
                        List.of(
                                Map.entry("_csrf", form),
                                Map.entry("pick", "o-" + hidden),
                                Map.entry("with", pair.id(pair.maya())),
                                Map.entry("until-day", "1"),
                                Map.entry("until-month", "1"),
                                Map.entry("until-year", "2099")));

        assertThat(stolen.status()).isEqualTo(422);
    }

    @Test
    void doesNotExistForAnybodyElse() {
        var address = shownPack();
        for (var stranger : pair.strangers()) {
            for (var path : List.of(address, address + ".pdf", PACKS + "/new?from=" + address.replaceAll(".*/", ""))) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
            }
            assertThat(Pair.post(stranger, address + "/show").status()).isEqualTo(404);
            assertThat(Pair.post(stranger, address + "/withdraw").status()).isEqualTo(404);
        }
        assertThat(Pair.post(pair.owens(), address + "/withdraw").status()).isEqualTo(404);
        assertThat(pair.owens().get(address).status()).isEqualTo(200);
    }

    @Test
    void costsAFixedNumberOfSqlStatements() throws Exception {
        var address = shownPack();
        pair.mayas().get(PACKS + "/new");
        var few = SqlStatements.during(() -> pair.mayas().get(PACKS + "/new")).size();
        var seen = SqlStatements.during(() -> pair.mayas().get(address)).size();
        objective("One more");
        objective("And another");

        assertThat(SqlStatements.during(() -> pair.mayas().get(PACKS + "/new"))).hasSize(few);
        assertThat(SqlStatements.during(() -> pair.mayas().get(address))).hasSize(seen);
        assertThat(few).isLessThanOrEqualTo(9);
    }

    private ObjectiveId objective(String title) {
        return application
                .getBean(ChangePlan.class)
                .addTogether(
                        pair.maya(),
                        orchard.id(),
                        title,
                        orchard.statements().stream()
                                .filter(statement -> statement.key().equals("g2"))
                                .toList());
    }

    private String made() {
        var form = pair.mayas().get(PACKS + "/new").form(PACKS);
        return Pair.path(pair.mayas()
                .submit(
                        form,
                        Map.of(
                                "pick",
                                List.of("o-" + shown, "g-" + orchard.id() + "-trees"),
                                "message",
                                "For Tuesday")));
    }

    private String shownPack() {
        var address = made();
        Pair.send(pair.mayas(), address, address + "/show");
        return address;
    }
}
