package org.espalier.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.access.TestAccounts;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole application with a mail server: from what happens to the letter, and from the letter back. */
@EspalierTest
@DirtiesContext
class MailPagesTests {
    private static final String SETTINGS = "/me/activity/settings";
    private static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    TransactionTemplate transaction;

    private Actor actor;
    private Visitor visitor;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry settings) {
        SERVER.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("espalier.site", () -> "https://espalier.example.org");
        settings.add("espalier.mail.from", () -> "post@example.org");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void signIn() throws Exception {
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
        SERVER.purgeEmailFromAllMailboxes();
    }

    private void tell() {
        transaction.executeWithoutResult(status -> application.publishEvent(
                Notification.to(actor.account(), "/account", "access.notice.name", "Ceri", "May")));
    }

    /** The path of the address in a header, as whoever got the letter sees it. */
    private String unsubscribe() throws MessagingException {
        assertThat(SERVER.waitForIncomingEmail(15_000, 1)).isTrue();
        var letter = SERVER.getReceivedMessages()[0];
        assertThat(letter.getFrom()[0]).asString().contains("post@example.org");
        return letter.getHeader("List-Unsubscribe")[0].replaceAll("<https://espalier.example.org|>", "");
    }

    @Test
    void sendsWhatHappenedAndStopsWithOneClick() throws Exception {
        tell();
        var address = unsubscribe();

        var mailProgram = Visitor.to(port);
        var answer = mailProgram.send(mailProgram
                .request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(mailProgram.cookies()).isEmpty();
        assertThat(visitor.get(SETTINGS).html().select("input[checked]").val()).isEqualTo("NONE");
        tell();
        Thread.sleep(300);
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void asksBeforeItStopsForSomebodyWhoFollowsTheLink() throws Exception {
        tell();
        var address = unsubscribe();
        var reader = Visitor.to(port);

        var page = reader.get(address);
        assertThat(visitor.get(SETTINGS).html().select("input[checked]").val()).isEqualTo("AT_ONCE");
        var done = reader.submit(page.form(address));

        assertThat(done.heading()).isEqualTo("Emails are stopped");
        assertThat(visitor.get(SETTINGS).html().select("input[checked]").val()).isEqualTo("NONE");
    }

    @Test
    void knowsNoOtherToken() {
        var address = "/unsubscribe/" + UUID.randomUUID();

        assertThat(visitor.get(address).status()).isEqualTo(404);
        assertThat(visitor.post(address, List.of()).status()).isEqualTo(404);
        assertThat(visitor.get("/unsubscribe/x").status()).isEqualTo(400);
    }

    @Test
    void opensNothingElseToFormsThatAreNotOurs() {
        assertThat(visitor.post(SETTINGS, List.of(Map.entry("frequency", "NONE"), Map.entry("digestHour", "8")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void keepsTheChoice() {
        var page = visitor.get(SETTINGS);
        assertThat(page.html().select("main").text()).contains("tester").doesNotContain("sends no email");
        assertThat(page.html().select("input[checked]").val()).isEqualTo("AT_ONCE");

        var saved =
                visitor.follow(visitor.submit(page.form(SETTINGS), Map.of("frequency", "DAILY", "digestHour", "17")));

        assertThat(saved.html().select(".govuk-notification-banner").text()).contains("Your choice is saved");
        assertThat(saved.html().select("input[checked]").val()).isEqualTo("DAILY");
        assertThat(saved.html().select("option[selected]").text()).isEqualTo("17:00");
        assertThat(visitor.submit(page.form(SETTINGS), Map.of("frequency", "DAILY", "digestHour", "24"))
                        .status())
                .isEqualTo(422);
    }
}
