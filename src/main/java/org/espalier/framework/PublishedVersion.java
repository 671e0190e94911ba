package org.espalier.framework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of one version that was published at some time, without its contents.
 *
 * @param status published, superseded or withdrawn
 * @param addsTo the slug of the role profile to which these are an organisation's local additions; null for all else
 */
public record PublishedVersion(
        VersionId id,
        String slug,
        int number,
        String title,
        VersionStatus status,
        Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String addsTo) {

    /** True for what an organisation adds to a role profile, which is no role by itself. */
    public boolean isLocal() {
        return addsTo != null;
    }

    public boolean isInForce() {
        return status == VersionStatus.PUBLISHED;
    }
}
