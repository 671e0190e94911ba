package org.espalier.framework;

import org.espalier.framework.format.FrameworkDocument;
import org.jspecify.annotations.Nullable;

/**
 * A version has been frozen and is now in force.
 *
 * @param document as it was frozen
 * @param superseded the version that was in force until then, null for a framework's first
 */
public record VersionPublished(
        VersionId version,
        String slug,
        int number,
        @Nullable VersionId superseded,
        FrameworkDocument document) {}
