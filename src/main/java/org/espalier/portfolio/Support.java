package org.espalier.portfolio;

import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;

/** A statement of a published version that a piece of evidence speaks for. */
public record Support(VersionId version, StatementId statement) {}
