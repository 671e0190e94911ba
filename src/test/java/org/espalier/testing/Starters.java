package org.espalier.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.format.FrameworkFormat;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** The starter frameworks, for tests that want real size and shape. */
public final class Starters {
    private static final Actor AUTHOR = new Actor(new AccountId(1), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    private Starters() {}

    /** The version in force of the starter framework in this file, published if need be. */
    public static FrameworkVersion published(ApplicationContext application, String file) {
        var read = FrameworkFormat.read(text(file));
        if (!(read instanceof FrameworkFormat.Read.Document(var document, var unknownKeys))) {
            throw new AssertionError(file + ": " + read);
        }
        var versions = application.getBean(PublishedVersions.class);
        return versions.allCurrent().stream()
                .filter(version -> version.title().equals(document.title()))
                .findFirst()
                .orElseGet(() -> {
                    var draft = application.getBean(DraftFrameworks.class).store(AUTHOR, document);
                    application.getBean(PublishVersion.class).publish(AUTHOR, draft, 1);
                    return versions.find(draft).orElseThrow();
                });
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("starter/" + file).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
