package org.espalier.framework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue knows of one version that was published at some time, without its contents.
 *
 * @param status published, superseded or withdrawn
 */
public record PublishedVersion(
        VersionId id,
        String slug,
        int number,
        String title,
        VersionStatus status,
        Instant publishedAt,
        @Nullable Instant withdrawnAt) {

    public boolean isInForce() {
        return status == VersionStatus.PUBLISHED;
    }
}
