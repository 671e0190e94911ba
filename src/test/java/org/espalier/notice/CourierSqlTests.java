package org.espalier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.espalier.access.AccountId;
import org.espalier.access.Notification;
import org.espalier.notice.MailChoice.Frequency;
import org.espalier.testing.MovingClock;
import org.espalier.testing.TestDatabases;
import org.espalier.ui.SiteAddress;
import org.espalier.ui.TestTemplates;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What goes to a mail server, looked at as the mail server gets it. */
class CourierSqlTests {
    private static final SiteAddress SITE = new SiteAddress(URI.create("https://espalier.example.org/"));
    private static final String NAMED = "access.notice.name";
    private static final String PASSWORD = "access.notice.signIn.password";

    private final HikariDataSource database = TestDatabases.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final MovingClock clock = new MovingClock();
    private final int port = freePort();
    private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
    private final Outbox outbox = new Outbox(jdbc, clock);
    private final MailChoices choices = new MailChoices(jdbc);
    private final Mail mail = mail();
    private final Activity activity = new Activity(jdbc, mail, clock);
    private final Courier courier =
            new Courier(outbox, new WriteLetter(messages(), TestTemplates.templates(), SITE, choices), mail);

    private GreenMail server = server();
    private AccountId maya = new AccountId(0);

    @BeforeEach
    void open() {
        server.start();
        maya = account("maya@example.org", "Maya Okafor");
    }

    @AfterEach
    void close() {
        server.stop();
        database.close();
    }

    private Mail mail() {
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "2000");
        properties.put("mail.smtp.timeout", "2000");
        smtp.setJavaMailProperties(properties);
        var beans = new StaticListableBeanFactory();
        beans.addBean("smtp", smtp);
        return new Mail(beans.getBeanProvider(JavaMailSender.class), new MailSettings(null), SITE, clock);
    }

    private GreenMail server() {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/ui", "messages/access", "messages/notice");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private AccountId account(String email, String name) {
        return new AccountId(jdbc.sql("""
                insert into access.account (email, name, created_at) values (:email, :name, now()) returning id
                """)
                .param("email", email)
                .param("name", name)
                .query(Long.class)
                .single());
    }

    private void tell(AccountId account, String messageKey, String... arguments) {
        activity.note(Notification.to(account, "/account", messageKey, arguments));
    }

    private List<String> subjects() throws MessagingException {
        var subjects = new ArrayList<String>();
        for (var message : server.getReceivedMessages()) {
            subjects.add(message.getSubject());
        }
        return subjects;
    }

    private static String part(MimeMessage message, int number) throws MessagingException, IOException {
        return (String) ((Multipart) message.getContent()).getBodyPart(number).getContent();
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    @Test
    void sendsALetterInHtmlAndText() throws Exception {
        tell(maya, NAMED, "Ceri", "May");

        courier.round();

        var letter = only();
        assertThat(letter.getSubject()).isEqualTo("Espalier: Ceri has changed your name here to “May”.");
        assertThat(letter.getFrom()).containsExactly(new InternetAddress("espalier@espalier.example.org"));
        assertThat(letter.getAllRecipients()).containsExactly(new InternetAddress("maya@example.org"));
        assertThat(((InternetAddress) letter.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Maya Okafor");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(letter.getHeader("List-Unsubscribe")[0])
                .isEqualTo("<https://espalier.example.org/unsubscribe/" + choices.token(maya) + ">");
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        var entry = "https://espalier.example.org/me/activity/1";
        assertThat(part(letter, 0))
                .contains("Hello Maya Okafor,", "Ceri has changed your name here to “May”.", entry, "09:00");
        assertThat(Jsoup.parse(part(letter, 1))
                        .select("li a[href=" + entry + "]")
                        .text())
                .isEqualTo("Ceri has changed your name here to “May”.");
    }

    @Test
    void sendsWhatHappenedTogetherInOneLetterAndNothingTwice() throws Exception {
        tell(maya, NAMED, "Ceri", "May");
        tell(maya, NAMED, "Ceri", "Maya");

        courier.round();
        courier.round();

        assertThat(subjects()).containsExactly("Espalier: 2 things have happened");
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void escapesWhatPeopleTyped() throws Exception {
        var eve = account("eve@example.org", "Eve\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script>");
        tell(eve, NAMED, "<img src=x onerror=alert(1)>\r\nBcc: victim@example.org\r\n\r\nForged", "a\u202Eb");

        courier.round();

        var letter = only();
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(letter.getSubject()).doesNotContain("\r", "\n", "\u202E").contains("<img src=x");
        var html = Jsoup.parse(part(letter, 1));
        assertThat(html.select("img, script")).isEmpty();
        assertThat(html.select("li a").text())
                .startsWith("<img src=x onerror=alert(1)> Bcc: victim@example.org Forged");
        assertThat(part(letter, 0).lines()).noneMatch(line -> line.startsWith("Forged") || line.startsWith("Bcc"));
    }

    @Test
    void neverMakesTwoAddressesOfOne() throws Exception {
        account("victim,eve@example.org", "Eve");
        var eve = new AccountId(
                jdbc.sql("select max(id) from access.account").query(Long.class).single());
        tell(eve, NAMED, "Ceri", "Eve");
        tell(maya, NAMED, "Ceri", "May");

        courier.round();

        assertThat(only().getAllRecipients()).containsExactly(new InternetAddress("maya@example.org"));
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void keepsLettersWhileTheServerIsDownAndSendsEachOnce() throws Exception {
        var lee = account("lee@example.org", "Lee");
        server.stop();
        tell(maya, NAMED, "Ceri", "May");
        tell(lee, NAMED, "Ceri", "Leigh");

        courier.round();
        courier.round();
        courier.round();
        assertThat(outbox.waiting()).isEqualTo(2);
        server = server();
        server.start();
        courier.round();
        assertThat(subjects()).as("it backs off").isEmpty();
        clock.move(Duration.ofMinutes(2));
        courier.round();
        courier.round();

        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "Espalier: Ceri has changed your name here to “May”.",
                        "Espalier: Ceri has changed your name here to “Leigh”.");
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void waitsLongerAfterEachFailureAndGivesUpAfterAWeek() {
        server.stop();
        tell(maya, NAMED, "Ceri", "May");
        courier.round();
        var waits = new ArrayList<Long>();
        for (var minutes = 0L; waits.size() < 5; minutes++) {
            var attempts = attempts();
            clock.move(Duration.ofMinutes(1));
            courier.round();
            if (attempts() > attempts) {
                waits.add(minutes);
            }
        }
        clock.move(Duration.ofDays(7));
        courier.round();

        assertThat(waits).containsExactly(0L, 2L, 7L, 22L, 37L);
        assertThat(outbox.waiting()).isZero();
        assertThat(activity.unread(maya)).as("it still stands in the feed").isEqualTo(1);
    }

    private int attempts() {
        return jdbc.sql("select attempts from notice.letter")
                .query(Integer.class)
                .single();
    }

    @Test
    void triesALetterAgainWhoseSenderDied() throws Exception {
        tell(maya, NAMED, "Ceri", "May");
        outbox.compose();
        var first = outbox.claim().orElseThrow();

        courier.round();
        assertThat(subjects()).as("somebody else has it").isEmpty();
        clock.move(Outbox.CLAIM);
        courier.round();

        assertThat(only().getMessageID())
                .isEqualTo("<letter-" + first.id() + "." + first.key() + "@espalier.example.org>");
    }

    @Test
    void composesTheDigestAtTheChosenHour() throws Exception {
        choices.choose(maya, new MailChoice(Frequency.DAILY, 17));
        tell(maya, NAMED, "Ceri", "Early");
        courier.round();
        clock.move(Duration.ofHours(7).plusMinutes(59));
        tell(maya, NAMED, "Ceri", "Late");
        courier.round();
        assertThat(subjects()).isEmpty();

        clock.move(Duration.ofMinutes(1));
        courier.round();
        tell(maya, NAMED, "Ceri", "Tomorrow");
        courier.round();

        assertThat(part(only(), 0)).contains("Early", "Late").doesNotContain("Tomorrow");
        clock.move(Duration.ofDays(1));
        courier.round();
        assertThat(subjects()).hasSize(2);
        clock.move(Duration.ofDays(1));
        courier.round();
        assertThat(subjects()).as("nothing happened").hasSize(2);
    }

    @Test
    void leavesOutOfTheDigestWhatWasReadOnTheSite() throws Exception {
        choices.choose(maya, new MailChoice(Frequency.DAILY, 17));
        tell(maya, NAMED, "Ceri", "Seen");
        activity.markRead(maya, Long.MAX_VALUE);
        tell(maya, NAMED, "Ceri", "Unseen");

        clock.move(Duration.ofDays(1));
        courier.round();

        assertThat(part(only(), 0)).contains("Unseen").doesNotContain("“Seen”");
    }

    @Test
    void sendsNothingToWhoeverWantsNothingButWhatGuardsTheAccount() throws Exception {
        choices.choose(maya, new MailChoice(Frequency.NONE, 8));
        tell(maya, NAMED, "Ceri", "May");
        tell(maya, PASSWORD);

        courier.round();
        choices.choose(maya, new MailChoice(Frequency.AT_ONCE, 8));
        courier.round();

        assertThat(subjects()).hasSize(1);
        assertThat(only().getSubject()).startsWith("Espalier: Your password was changed.");
    }

    @Test
    void sendsNothingToADisabledAccountButThatItIs() throws Exception {
        jdbc.sql("update access.account set disabled_at = now()").update();
        tell(maya, NAMED, "Ceri", "May");
        tell(maya, "access.notice.signIn.disabled", "Ceri");

        courier.round();

        assertThat(subjects()).hasSize(1);
        assertThat(only().getSubject()).contains("has disabled your account");
    }

    @Test
    void stopsWithTheTokenOfALetter() throws Exception {
        tell(maya, NAMED, "Ceri", "May");
        courier.round();
        var link = only().getHeader("List-Unsubscribe")[0];

        assertThat(choices.stop(UUID.fromString(link.replaceAll(".*/|>", "")))).isTrue();
        tell(maya, NAMED, "Ceri", "Maya");
        courier.round();

        assertThat(subjects()).hasSize(1);
    }

    @Test
    void listsTheFirstFiftyAndCountsTheRest() throws Exception {
        for (var n = 0; n < 60; n++) {
            tell(maya, NAMED, "Ceri", "N" + n);
        }

        courier.round();

        assertThat(Jsoup.parse(part(only(), 1)).select("li")).hasSize(50);
        assertThat(part(only(), 0)).contains("and 10 more").doesNotContain("N50");
        assertThat(Arrays.asList(only().getHeader("Subject"))).hasSize(1);
    }

    @Test
    void stopsCleanly() {
        courier.start();
        assertThat(threads()).isOne();

        courier.stop();

        assertThat(threads()).isZero();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("courier"))
                .count();
    }

    @Test
    void sendsAtOnceWhileItRuns() {
        courier.start();
        tell(maya, NAMED, "Ceri", "May");
        courier.ring(Notification.to(maya, "/account", NAMED));

        assertThat(server.waitForIncomingEmail(5000, 1)).isTrue();
        courier.stop();
    }
}
