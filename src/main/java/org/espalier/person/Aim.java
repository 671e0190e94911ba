package org.espalier.person;

import java.time.Instant;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * What a person works towards: a level of a version, or the role that a role profile describes.
 *
 * @param level null for a role
 */
public record Aim(VersionId version, @Nullable String level, Instant setAt) {}
