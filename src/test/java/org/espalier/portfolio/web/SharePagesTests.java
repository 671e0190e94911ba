package org.espalier.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.access.TestAccounts;
import org.espalier.kernel.Problem;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.ShareEvidence;
import org.espalier.portfolio.Shares;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@EspalierTest
@RecordApplicationEvents
class SharePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    ShareEvidence shareEvidence;

    @Autowired
    JdbcClient jdbc;

    private Actor owner;
    private Actor reader;
    private Visitor ownersVisit;
    private Visitor readersVisit;
    private EvidenceId item;

    @BeforeEach
    void keepAnItem() {
        owner = TestAccounts.actor(application);
        reader = TestAccounts.actor(application);
        ownersVisit = TestAccounts.signedIn(application, port, owner);
        readersVisit = TestAccounts.signedIn(application, port, reader);
        item = keep("A hard night");
    }

    @Test
    void showsAnItemToANamedPersonAndTellsTheOwnerWhoLooked() {
        var form = ownersVisit.get(own() + "/share");
        var shared = ownersVisit.follow(ownersVisit.submit(
                form.form(own() + "/share"), Map.of("email", email(reader), "purpose", "To prepare my appraisal")));
        assertThat(shared.html().select(".govuk-notification-banner__heading").text())
                .isEqualTo("Shared with " + reader.name());
        assertThat(shared.html().select("#shares ~ ul").text()).contains("Has not looked yet");

        var list = readersVisit.get("/me/shared");
        assertThat(list.html().select(".espalier-hits li").text())
                .contains("A hard night", owner.name(), "To prepare my appraisal");
        var opened =
                readersVisit.get(list.html().select(".espalier-hits__title a").attr("href"));
        assertThat(opened.heading()).isEqualTo("A hard night");
        assertThat(opened.html().select(".espalier-written").text()).isEqualTo("I stayed calm.");
        assertThat(opened.html().select("form[action*=portfolio]"))
                .as("nothing to change")
                .isEmpty();
        readersVisit.get(opened.address().getPath());

        var seen = ownersVisit.get(own());
        assertThat(seen.html().select("#shares ~ ul details summary").text()).startsWith("Last looked on");
        assertThat(seen.html().select("#shares ~ ul details li"))
                .as("twice in a minute is one look")
                .hasSize(1);
    }

    @Test
    void endsAtOnceWhenTheOwnerWithdraws() {
        share(owner, LocalDate.now().plusDays(3));
        assertThat(readersVisit.get(theirs()).status()).isEqualTo(200);

        var page = ownersVisit.get(own());
        var action = page.html().select("form[action$=withdraw]").attr("action");
        var after = ownersVisit.follow(ownersVisit.submit(page.form(action)));

        assertThat(after.html().select("#shares ~ ul").text()).contains("You ended it on");
        assertThat(readersVisit.get(theirs()).status()).isEqualTo(404);
        assertThat(readersVisit.get("/me/shared").html().select(".espalier-hits li"))
                .isEmpty();
    }

    @Test
    void endsWithItsLastDayAndInTheBin() {
        share(owner, LocalDate.now().plusDays(3));
        jdbc.sql("update portfolio.share set until = current_date - 2 where evidence_id = :id")
                .param("id", item.value())
                .update();
        assertThat(readersVisit.get(theirs()).status()).isEqualTo(404);

        share(owner, LocalDate.now().plusDays(1));
        assertThat(readersVisit.get(theirs()).status()).isEqualTo(200);
        ownersVisit.submit(ownersVisit.get(own()).form(own() + "/remove"));
        assertThat(readersVisit.get(theirs()).status()).isEqualTo(404);
        assertThat(readersVisit.get("/me/shared").html().select(".espalier-hits li"))
                .isEmpty();
    }

    @Test
    void showsNothingToAnybodyElse() {
        share(owner, LocalDate.now().plusDays(3));
        var stranger = TestAccounts.signedIn(application, port);

        assertThat(stranger.get(theirs()).status()).isEqualTo(404);
        assertThat(stranger.get(theirs() + "/files/1").status()).isEqualTo(404);
        assertThat(stranger.get(own()).status()).isEqualTo(404);
        assertThat(readersVisit.get(own()).status()).as("read, not edit").isEqualTo(404);
        assertThat(readersVisit.get("/me/shared/" + keep("Another")).status())
                .as("that one only")
                .isEqualTo(404);
        assertThat(Visitor.to(port).get(theirs()).location()).contains("/sign-in");
    }

    @Test
    void onlyTheOwnerSharesAndWithdraws() {
        assertThatThrownBy(() -> share(TestAccounts.actor(application), LocalDate.now()))
                .isInstanceOf(Problem.NotFound.class);
        share(owner, LocalDate.now().plusDays(3));
        var share = application.getBean(Shares.class).of(item).getFirst();

        shareEvidence.withdraw(reader, List.of(share.id()));

        assertThat(readersVisit.get(theirs()).status()).isEqualTo(200);
        var token = Map.entry(
                "_csrf",
                readersVisit
                        .get("/me/portfolio/new")
                        .html()
                        .select("input[name=_csrf]")
                        .val());
        assertThat(readersVisit
                        .post(own() + "/share/" + share.id() + "/withdraw", List.of(token))
                        .status())
                .isEqualTo(404);
        assertThat(readersVisit.post(own() + "/share", List.of(token)).status()).isEqualTo(404);
    }

    @Test
    void sharesNoDraft() {
        var draft = application.getBean(WriteEvidence.class).begin(owner, EvidenceKind.REFLECTION, List.of());

        assertThatThrownBy(() -> shareEvidence.share(
                        owner, List.of(item, draft), reader.account(), "Everything", LocalDate.now()))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(application.getBean(Shares.class).of(item))
                .as("none of them")
                .isEmpty();
        assertThat(ownersVisit.get("/me/portfolio/" + draft + "/share").status())
                .isEqualTo(409);
    }

    @Test
    void saysWhatIsMissing() {
        var refused = ownersVisit.submit(
                ownersVisit.get(own() + "/share").form(own() + "/share"),
                Map.of("email", "nobody@nowhere.example", "until-year", "2020"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors())
                .containsExactly(
                        "Nobody here has this e-mail address. Check it, or ask them to get an account",
                        "Say in up to 200 characters what it is for",
                        "Enter a day from today on");
        var self = ownersVisit.submit(
                ownersVisit.get(own() + "/share").form(own() + "/share"),
                Map.of("email", email(owner), "purpose", "x"));
        assertThat(self.errors()).containsExactly("This is your own address. Enter somebody else’s");
    }

    @Test
    void tellsWhoeverItIsSharedWith(@Autowired ApplicationEvents events) {
        var shares = shareEvidence.share(
                owner, List.of(item, keep("Another")), reader.account(), "Sign-off", LocalDate.now());
        shareEvidence.withdraw(owner, shares);

        assertThat(events.stream(Notification.class))
                .containsExactly(
                        Notification.to(
                                reader.account(),
                                "/me/shared",
                                "portfolio.notice.shared.other",
                                owner.name(),
                                "2",
                                "Sign-off"),
                        Notification.to(
                                reader.account(),
                                "/me/shared",
                                "portfolio.notice.withdrawn",
                                owner.name(),
                                "A hard night"),
                        Notification.to(
                                reader.account(), "/me/shared", "portfolio.notice.withdrawn", owner.name(), "Another"));
    }

    @Test
    void listsWithOneStatementHoweverMuchIsShared() throws Exception {
        share(owner, LocalDate.now());
        readersVisit.get("/me/shared");
        var one = ours(SqlStatements.during(() -> readersVisit.get("/me/shared")));
        for (var n = 0; n < 3; n++) {
            shareEvidence.share(owner, List.of(keep("N" + n)), reader.account(), "Sign-off", LocalDate.now());
        }
        // the navigation counts anew what is unread
        readersVisit.get("/me/shared");

        var four = ours(SqlStatements.during(() -> readersVisit.get("/me/shared")));

        assertThat(four).hasSameSizeAs(one).hasSize(1);
    }

    /** The session and the catalogue are read again now and then, whatever the page. */
    private static List<String> ours(List<String> statements) {
        return statements.stream().filter(sql -> sql.contains("portfolio.")).toList();
    }

    private EvidenceId keep(String title) {
        var write = application.getBean(WriteEvidence.class);
        var id = write.begin(owner, EvidenceKind.REFLECTION, List.of());
        var content = new EvidenceContent(
                title, LocalDate.now(), Structure.FREE, List.of("I stayed calm."), null, null, null, null, null);
        assertThat(write.save(owner, id, content, false, true)).isInstanceOf(WriteEvidence.Result.Saved.class);
        return id;
    }

    private void share(Actor by, LocalDate until) {
        shareEvidence.share(by, List.of(item), reader.account(), "Sign-off", until);
    }

    private String own() {
        return "/me/portfolio/" + item;
    }

    private String theirs() {
        return "/me/shared/" + item;
    }

    private String email(Actor actor) {
        return application.getBean(Accounts.class).get(actor.account()).email().value();
    }
}
