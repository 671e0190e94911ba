package org.espalier.testing;

import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.framework.WithdrawVersion;
import org.espalier.framework.format.FrameworkDocument;
import org.springframework.context.ApplicationContext;

/** Drafts, publishes and withdraws documents in an application under test. */
public record Press(ApplicationContext application) {
    private static final Actor AUTHOR = new Actor(new AccountId(1), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    /** A draft that nobody has published. */
    public VersionId draft(FrameworkDocument document) {
        return application.getBean(DraftFrameworks.class).store(AUTHOR, document);
    }

    /** The document as the version in force. */
    public FrameworkVersion publish(FrameworkDocument document) {
        var draft = draft(document);
        publishUnread(draft);
        return application.getBean(PublishedVersions.class).find(draft).orElseThrow();
    }

    /** The draft as the version in force, which nothing has read into memory yet. */
    public void publishUnread(VersionId draft) {
        var result = application.getBean(PublishVersion.class).publish(AUTHOR, draft, 1);
        if (!(result instanceof PublishVersion.Published)) {
            throw new AssertionError("Refused: " + result);
        }
    }

    /** Takes a published version back. */
    public void withdraw(FrameworkVersion version) {
        application.getBean(WithdrawVersion.class).withdraw(AUTHOR, version.id());
    }
}
