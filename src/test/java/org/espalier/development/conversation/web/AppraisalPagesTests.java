package org.espalier.development.conversation.web;

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
import org.espalier.access.Notification;
import org.espalier.access.TestAccounts;
import org.espalier.development.ChangePlan;
import org.espalier.development.ObjectiveId;
import org.espalier.development.web.Orchard;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Larkfield;
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
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
@Import(HeardNotifications.class)
class AppraisalPagesTests {
    private static final String START = "/conversations/appraisals";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    HeardNotifications heard;

    private static FrameworkVersion orchard;
    private Larkfield larkfield;
    private Actor maya;
    private Actor owen;
    private Visitor mayas;
    private Visitor owens;
    private ObjectiveId objective;

    @BeforeEach
    void employ() {
        if (orchard == null) {
            orchard = Orchard.restated(application, "Orchard appraisals");
        }
        larkfield = Larkfield.in(application);
        maya = larkfield.member(larkfield.therapist);
        owen = larkfield.member(larkfield.lead);
        mayas = TestAccounts.signedIn(application, port, maya);
        owens = TestAccounts.signedIn(application, port, owen);
        objective = application
                .getBean(ChangePlan.class)
                .addTogether(
                        maya,
                        orchard.id(),
                        "Graft alone",
                        orchard.statements().stream()
                                .filter(statement -> statement.key().equals("g2"))
                                .toList());
        heard.forget();
    }

    @Test
    void isStartedByThePersonWithTheirLineManager() {
        var page = mayas.get(START + "/new");
        assertThat(page.html().select(".govuk-radios__label").eachText())
                .containsExactly(owen.name() + ", your line manager");

        var started = mayas.follow(mayas.submit(page.form(START)));

        assertThat(started.heading()).isEqualTo("Your appraisal with " + owen.name());
        assertThat(heard.by(owen)).singleElement().satisfies(told -> {
            assertThat(told.messageKey()).isEqualTo("development.notice.appraisal.asked");
            assertThat(told.link()).isEqualTo(started.address().getPath());
        });
        assertThat(owens.get("/conversations")
                        .html()
                        .select(".espalier-conversations")
                        .text())
                .contains("Appraisal of " + maya.name(), "Your turn");
    }

    @Test
    void isStartedByTheLineManagerToo() {
        var page = owens.follow(startedByOwen());

        assertThat(page.heading()).isEqualTo("Appraisal of " + maya.name());
        assertThat(heard.by(maya))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.appraisal.invited");
    }

    @Test
    void isStartedWithAColleagueFoundByName() {
        var peer = larkfield.member(null);
        var stranger = Larkfield.in(application).member(null);

        var found = mayas.get(START + "/new?name=" + peer.name().replace(' ', '+'));
        assertThat(found.html().select(".govuk-radios__label").text())
                .contains(peer.name(), larkfield.organisation.name());
        var none = mayas.get(START + "/new?name=" + stranger.name().replace(' ', '+'));
        assertThat(none.html().select(".govuk-radios__label").text()).doesNotContain(stranger.name());

        assertThat(mayas.follow(mayas.submit(found.form(START), Map.of("with", id(peer))))
                        .heading())
                .isEqualTo("Your appraisal with " + peer.name());
        assertThat(mayas.submit(found.form(START), Map.of("with", id(stranger))).status())
                .isEqualTo(404);
        assertThat(mayas.submit(found.form(START), Map.of("with", id(maya))).status())
                .isEqualTo(404);
    }

    @Test
    void isNotStartedAboutSomebodyWhomOneDoesNotManage() {
        var page = mayas.get(START + "/new");

        assertThat(mayas.submit(page.form(START), Map.of("of", id(owen))).status())
                .isEqualTo(404);
        assertThat(mayas.get(START + "/new?of=" + id(owen)).status()).isEqualTo(404);
    }

    @Test
    void leadsToTheOneThatIsOpenAlready() {
        var first = mayas.submit(mayas.get(START + "/new").form(START)).location();

        assertThat(startedByOwen().location()).isEqualTo(first);
    }

    @Test
    void keepsEachSidesWordsToThemselvesUntilTheyShowThem() {
        var address = started();
        prepare(mayas, address, "Mayas pears", "save");
        prepare(owens, address, "Owens praise", "save");

        assertThat(owens.get(address).html().text())
                .contains("Owens praise", maya.name() + " has not shown anything yet")
                .doesNotContain("Mayas pears")
                .doesNotContain("Graft alone");
        assertThat(mayas.get(address).html().text()).doesNotContain("Owens praise");

        heard.forget();
        mayas.submit(mayas.get(address).form(address + "/show"));

        assertThat(owens.get(address).html().text()).contains("Mayas pears", "Graft alone");
        assertThat(mayas.get(address).html().text()).doesNotContain("Owens praise");
        assertThat(heard.by(owen))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.appraisal.shown");
    }

    @Test
    void openingTheMeetingShowsOnesOwnWordsOnly() {
        var address = started();
        prepare(mayas, address, "Mayas pears", "save");
        prepare(owens, address, "Owens praise", "save");

        owens.submit(owens.get(address).form(address + "/open"));

        assertThat(mayas.get(address).html().text()).contains("Owens praise");
        assertThat(owens.get(address).html().text())
                .doesNotContain("Mayas pears")
                .contains("has not shown anything yet");
    }

    @Test
    void isAgreedWhenBothHaveSignedTheSameWords() {
        var address = inMeeting();
        writeRecord(owens, address, "A good year");
        heard.forget();

        sign(mayas, address);
        assertThat(heard.by(owen))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.appraisal.signed");
        var agreed = owens.follow(sign(owens, address));

        assertThat(agreed.html().text()).contains("Both have signed", "A good year", "Graft alone");
        assertThat(heard.by(maya))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.appraisal.agreed");
        assertThat(agreed.html().select("form[action^=" + address + "]")).isEmpty();
    }

    @Test
    void staysAsItWasWhateverHappensToThePlan() {
        var address = agreed();

        application.getBean(ChangePlan.class).remove(maya, objective);

        assertThat(mayas.get(address).html().text()).contains("Graft alone", "Grafts pears on quince");
        assertThat(mayas.get("/me/plan").html().text()).doesNotContain("Graft alone");
    }

    @Test
    void cannotBeChangedInTheDatabaseOnceBothHaveSigned() {
        agreed();
        var jdbc = application.getBean(JdbcClient.class);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("update development.appraisal_snapshot set content = '{}'")
                                .update())
                .hasMessageContaining("both have signed");
    }

    @Test
    void takesASignatureAwayWithAChangeAndSaysSo() {
        var address = inMeeting();
        writeRecord(owens, address, "A good year");
        sign(mayas, address);
        assertThat(owens.get(address + "/record")
                        .html()
                        .select(".govuk-warning-text")
                        .text())
                .contains(maya.name() + " has signed this");
        heard.forget();

        writeRecord(owens, address, "A very good year");

        assertThat(mayas.get(address).html().text()).contains("You have not signed", "A very good year");
        assertThat(heard.by(maya))
                .extracting(Notification::messageKey)
                .contains("development.notice.appraisal.signatureLost");
    }

    @Test
    void doesNotSignWordsThatTheOtherSideHasChangedMeanwhile() {
        var address = inMeeting();
        writeRecord(owens, address, "A good year");
        var read = mayas.get(address);
        writeRecord(owens, address, "A very good year");

        var refused = mayas.submit(read.form(address + "/sign"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errors())
                .containsExactly("The record was changed since you read it. Read it again before you sign.");
        assertThat(refused.html().text()).contains("A very good year", "You have not signed");
    }

    @Test
    void showsBothTextsWhereBothWriteAtOnce() {
        var address = inMeeting();
        var form = mayas.get(address + "/record").form(address + "/record");
        writeRecord(owens, address, "Owens words");

        var both = mayas.submit(form, Map.of("do", "save", "lookingBack", "Mayas words"));

        assertThat(both.status()).isEqualTo(409);
        assertThat(both.html().select("#lookingBack").val()).isEqualTo("Mayas words");
        assertThat(both.html().select(".govuk-notification-banner").text()).contains("Owens words");
        mayas.submit(both.form(address + "/record"), Map.of("do", "save"));
        assertThat(owens.get(address).html().text()).contains("Mayas words");
    }

    @Test
    void keepsThePlanAsItWasWhenTheFirstSignedUntilOneAsksForTheNewOne() {
        var address = inMeeting();
        writeRecord(owens, address, "A good year");
        sign(owens, address);

        application.getBean(ChangePlan.class).remove(maya, objective);

        var page = mayas.get(address);
        assertThat(page.html().text()).contains("Graft alone", "You have changed your plan since");
        heard.forget();
        var renewed = mayas.follow(mayas.submit(page.form(address + "/renew")));
        assertThat(renewed.html().text()).doesNotContain("Graft alone").contains(owen.name() + " has not signed");
        assertThat(heard.by(owen))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.appraisal.signatureLost");
    }

    @Test
    void cannotBeSignedTwiceByOneOrBeforeBothAreThere() {
        var address = started();
        prepare(mayas, address, "Mayas pears", "save");
        var csrf = mayas.submit(mayas.get(address).form(address + "/open"));
        assertThat(csrf.status()).isEqualTo(302);
        writeRecord(mayas, address, "A good year");
        assertThat(post(mayas, address + "/sign", "seen", "9").status()).isEqualTo(409);

        prepare(owens, address, "Owens praise", "show");
        sign(mayas, address);
        assertThat(post(mayas, address + "/sign", "seen", "9").status()).isEqualTo(409);
        assertThat(mayas.get(address).html().text()).contains(owen.name() + " has not signed");
    }

    @Test
    void canBeCalledOff() {
        var address = started();
        heard.forget();

        var page = mayas.follow(mayas.submit(mayas.get(address).form(address + "/call-off")));

        assertThat(page.html().text()).contains("Called off");
        assertThat(heard.by(owen))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.appraisal.calledOff");
        assertThat(post(owens, address + "/open").status()).isEqualTo(409);
    }

    @Test
    void doesNotExistForAnybodyElse() {
        var address = agreed();
        var open = started();
        for (var stranger : List.of(
                TestAccounts.signedIn(application, port, larkfield.member(null)),
                TestAccounts.signedIn(
                        application, port, Larkfield.in(application).member(null)))) {
            for (var path : List.of(address, open)) {
                for (var page : List.of("", "/preparation", "/record", "/record.pdf", "/record.docx")) {
                    assertThat(stranger.get(path + page).status()).as(page).isEqualTo(404);
                }
                for (var verb :
                        List.of("/preparation", "/show", "/open", "/sign", "/take-back", "/renew", "/call-off")) {
                    assertThat(post(stranger, path + verb, "seen", "0").status())
                            .as(verb)
                            .isEqualTo(404);
                }
                assertThat(post(stranger, path + "/day", "day-day", "1", "day-month", "2", "day-year", "2027")
                                .status())
                        .isEqualTo(404);
                assertThat(post(stranger, path + "/record", "metOn-day", "1", "metOn-month", "2", "metOn-year", "2027")
                                .status())
                        .isEqualTo(404);
            }
            assertThat(stranger.get("/conversations").html().text()).doesNotContain(maya.name());
        }
    }

    @Test
    void goesAlongAsPdfAndWord() throws Exception {
        var address = agreed();

        try (var pdf = Loader.loadPDF(download(address + "/record.pdf"));
                var word = new XWPFWordExtractor(
                        new XWPFDocument(new ByteArrayInputStream(download(address + "/record.docx"))))) {
            for (var text : List.of(new PDFTextStripper().getText(pdf), word.getText())) {
                assertThat(text)
                        .contains("Appraisal", maya.name(), owen.name(), "A good year", "Graft alone", "signed on");
            }
        }
    }

    @Test
    void costsAFixedNumberOfSqlStatements() throws Exception {
        var address = inMeeting();
        owens.get(address);
        var few = SqlStatements.during(() -> owens.get(address)).size();
        var list = SqlStatements.during(() -> owens.get("/conversations")).size();
        for (var n = 0; n < 3; n++) {
            larkfield.member(larkfield.therapist);
            application
                    .getBean(ChangePlan.class)
                    .addTogether(
                            maya, orchard.id(), "More", orchard.statements().subList(0, 2));
        }
        startedWith(larkfield.member(larkfield.therapist));

        assertThat(SqlStatements.during(() -> owens.get(address))).hasSize(few);
        assertThat(few).isLessThanOrEqualTo(9);
        assertThat(SqlStatements.during(() -> owens.get("/conversations"))).hasSize(list);
        assertThat(list).isLessThanOrEqualTo(10);
    }

    private String agreed() {
        var address = inMeeting();
        writeRecord(owens, address, "A good year");
        sign(mayas, address);
        sign(owens, address);
        return address;
    }

    private String inMeeting() {
        var address = started();
        prepare(mayas, address, "Mayas pears", "show");
        prepare(owens, address, "Owens praise", "save");
        owens.submit(owens.get(address).form(address + "/open"));
        return address;
    }

    private String started() {
        return path(mayas.submit(mayas.get(START + "/new").form(START)));
    }

    private Page startedByOwen() {
        return startedWith(maya);
    }

    private Page startedWith(Actor person) {
        return owens.submit(owens.get(START + "/new?of=" + id(person)).form(START));
    }

    private static String path(Page redirect) {
        return redirect.location().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", "");
    }

    private static void prepare(Visitor visitor, String address, String words, String wish) {
        var form = visitor.get(address + "/preparation").form(address + "/preparation");
        visitor.submit(form, Map.of("wentWell", words, "do", wish));
    }

    private static void writeRecord(Visitor visitor, String address, String words) {
        var form = visitor.get(address + "/record").form(address + "/record");
        assertThat(visitor.submit(form, Map.of("lookingBack", words, "do", "save"))
                        .status())
                .isEqualTo(302);
    }

    private static Page sign(Visitor visitor, String address) {
        var signed = visitor.submit(visitor.get(address).form(address + "/sign"));
        assertThat(signed.status()).isEqualTo(302);
        return signed;
    }

    private static Page post(Visitor visitor, String path, String... fields) {
        var all = new HashMap<String, String>();
        for (var n = 0; n < fields.length; n += 2) {
            all.put(fields[n], fields[n + 1]);
        }
        all.put(
                "_csrf",
                visitor.get("/conversations/appraisals/new")
                        .html()
                        .select("input[name=_csrf]")
                        .val());
        return visitor.post(path, List.copyOf(all.entrySet()));
    }

    private String id(Actor actor) {
        return larkfield.person(actor).toString();
    }

    private byte[] download(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var cookie = mayas.cookies().stream()
                    .map(one -> one.getName() + "=" + one.getValue())
                    .reduce((a, b) -> a + "; " + b)
                    .orElseThrow();
            var answer = client.send(
                    mayas.request(path).header("Cookie", cookie).GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
