package org.espalier.framework;

import org.espalier.access.Actor;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RoleEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes the competences that an organisation adds to a role profile, as a small role profile of their own, so that
 * people can claim against them. It takes no framework author, because it can publish nothing else: the document must be
 * a role profile with a locality layer and nothing more (PRODUCT.md, rule 8). Whether the actor speaks for the
 * organisation is for the caller to ask.
 */
@Component
public class PublishLocalAdditions {
    private final Frameworks frameworks;
    private final PublishVersion publishVersion;
    private final WithdrawVersion withdrawVersion;
    private final PublishedVersions versions;

    PublishLocalAdditions(
            Frameworks frameworks,
            PublishVersion publishVersion,
            WithdrawVersion withdrawVersion,
            PublishedVersions versions) {
        this.frameworks = frameworks;
        this.publishVersion = publishVersion;
        this.withdrawVersion = withdrawVersion;
        this.versions = versions;
    }

    /** The first version of additions to this role profile. */
    @Transactional
    public PublishVersion.Published first(Actor actor, FrameworkVersion profile, FrameworkDocument additions) {
        if (profile.document().role() == null || versions.isLocal(profile.slug())) {
            throw new IllegalArgumentException("Only national role profiles can be added to: " + profile.slug());
        }
        return publish(actor, frameworks.add(additions, profile.slug()), additions);
    }

    /** The next version of the additions at this address. */
    @Transactional
    public PublishVersion.Published next(Actor actor, String slug, FrameworkDocument additions) {
        return publish(
                actor,
                frameworks
                        .localUnder(slug)
                        .orElseThrow(() -> new IllegalArgumentException("No local additions: " + slug)),
                additions);
    }

    /** Takes a version of local additions back: it is no longer in force, and stays for the records that point at it. */
    @Transactional
    public void takeBack(Actor actor, VersionId version) {
        if (!versions.describe(version).map(PublishedVersion::isLocal).orElse(false)) {
            throw new IllegalArgumentException("No local additions: " + version);
        }
        withdrawVersion.withdrawLocal(actor, version);
    }

    private PublishVersion.Published publish(Actor actor, long framework, FrameworkDocument additions) {
        requireNothingButLocality(additions);
        var draft = frameworks.addDraft(framework, additions, actor.account().value());
        return publishVersion.publishLocal(actor, draft);
    }

    private static void requireNothingButLocality(FrameworkDocument document) {
        var role = document.role();
        var nothingElse = document.levels().isEmpty()
                && document.groups().isEmpty()
                && document.statements().isEmpty()
                && document.routes().isEmpty()
                && document.providerMappings().isEmpty();
        if (role == null
                || !nothingElse
                || role.sections().stream().anyMatch(section -> section.layer() != RoleEntry.Layer.LOCALITY)) {
            throw new IllegalArgumentException("Local additions hold locality competences and nothing else");
        }
    }
}
