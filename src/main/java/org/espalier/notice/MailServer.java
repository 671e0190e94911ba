package org.espalier.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.espalier.ui.SiteAddress;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands letters to a mail server by SMTP. */
final class MailServer {
    private static final int FIRST_FOR_GOOD = 500;

    private final JavaMailSender smtp;
    private final String from;
    private final SiteAddress site;
    private final Clock clock;

    MailServer(JavaMailSender smtp, MailSettings settings, SiteAddress site, Clock clock) {
        this.smtp = smtp;
        this.from = settings.from() == null ? "espalier@" + site.host() : settings.from();
        this.site = site;
        this.clock = clock;
    }

    /** The sender's address. */
    String from() {
        return from;
    }

    Delivery deliver(Letter letter, Outbox.Due due) {
        try {
            smtp.send(message(letter, due));
            return new Delivery.Taken();
        } catch (AddressException wrong) {
            return new Delivery.Refused(reason(wrong));
        } catch (MailException | MessagingException failure) {
            return failed(failure);
        }
    }

    private MimeMessage message(Letter letter, Outbox.Due due) throws MessagingException {
        var message = smtp.createMimeMessage();
        message.setFrom(address(from, "Espalier"));
        message.setRecipient(Message.RecipientType.TO, address(due.address(), OneLine.of(due.name())));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<letter-" + due.id() + "." + due.key() + "@" + site.host() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        return message;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8.name(), subtype);
        return part;
    }

    /** Exactly one address: a comma in one must not make two of it. */
    private static InternetAddress address(String value, String name) throws AddressException {
        try {
            var address = new InternetAddress(value, name, UTF_8.name());
            address.validate();
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Delivery failed(Exception failure) {
        for (var cause : causes(failure)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= FIRST_FOR_GOOD
                        ? new Delivery.Refused(reason(address))
                        : new Delivery.NotNow(reason(address));
            }
        }
        return new Delivery.Down(reason(failure));
    }

    /** Spring and JavaMail keep what went wrong in three different places. */
    private static List<Throwable> causes(Throwable failure) {
        var seen = new HashSet<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(failure));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next.getCause() != null) {
                open.push(next.getCause());
            }
            if (next instanceof MailSendException send) {
                Arrays.stream(send.getMessageExceptions()).forEach(open::push);
            }
            if (next instanceof MessagingException messaging && messaging.getNextException() != null) {
                open.push(messaging.getNextException());
            }
        }
        return List.copyOf(seen);
    }

    private static String reason(Throwable failure) {
        return OneLine.of(Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName()));
    }
}
