package org.espalier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How e-mail leaves a server, and under which address its letters say that it stands. */
final class Post {

    @Option(names = "--smtp", paramLabel = "URL", descriptionKey = "smtp", defaultValue = "${env:ESPALIER_SMTP}")
    private @Nullable URI smtp;

    @Option(
            names = "--mail-from",
            paramLabel = "ADDRESS",
            descriptionKey = "mail-from",
            defaultValue = "${env:ESPALIER_MAIL_FROM}")
    private @Nullable String from;

    @Option(names = "--site", paramLabel = "URL", descriptionKey = "site", defaultValue = "${env:ESPALIER_SITE}")
    private @Nullable URI site;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** As settings of the application; what is not given is left to {@code spring.mail.*} and its like. */
    Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        if (site != null) {
            if (site.getHost() == null || !String.valueOf(site.getScheme()).startsWith("http")) {
                throw refusal("cli.site-wrong");
            }
            settings.put("espalier.site", site);
        }
        if (from != null) {
            settings.put("espalier.mail.from", from);
        }
        if (smtp != null) {
            settings.putAll(server(smtp));
        }
        return settings;
    }

    private Map<String, Object> server(URI url) {
        var scheme = String.valueOf(url.getScheme());
        if (url.getHost() == null || !(scheme.equals("smtp") || scheme.equals("smtps"))) {
            throw refusal("cli.smtp-wrong");
        }
        if (site == null) {
            throw refusal("cli.smtp-without-site");
        }
        var settings = new HashMap<String, Object>();
        settings.put("spring.mail.protocol", scheme);
        settings.put("spring.mail.host", url.getHost());
        settings.put("spring.mail.port", url.getPort() > 0 ? url.getPort() : scheme.equals("smtps") ? 465 : 587);
        if (url.getRawUserInfo() != null) {
            var user = url.getRawUserInfo().split(":", 2);
            settings.put("spring.mail.username", URLDecoder.decode(user[0], UTF_8));
            settings.put("spring.mail.password", user.length == 2 ? URLDecoder.decode(user[1], UTF_8) : "");
            settings.put("spring.mail.properties.[mail." + scheme + ".auth]", true);
        }
        return settings;
    }

    private ParameterException refusal(String messageKey) {
        return new ParameterException(spec.commandLine(), CliMessages.text(messageKey));
    }
}
