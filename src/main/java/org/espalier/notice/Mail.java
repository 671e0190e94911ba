package org.espalier.notice;

import java.time.Clock;
import org.espalier.ui.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Whether this installation sends e-mail at all, and through which server. */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class Mail {
    private final @Nullable MailServer server;

    Mail(ObjectProvider<JavaMailSender> smtp, MailSettings settings, SiteAddress site, Clock clock) {
        var sender = smtp.getIfAvailable();
        this.server = sender == null ? null : new MailServer(sender, settings, site, clock);
    }

    public boolean isOn() {
        return server != null;
    }

    @Nullable
    MailServer server() {
        return server;
    }
}
