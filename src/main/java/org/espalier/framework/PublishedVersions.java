package org.espalier.framework;

import java.util.List;
import java.util.Optional;

/**
 * Published versions by identifier or address, held in memory once read: a published version never changes, so a page
 * that shows one costs no SQL for it. Drafts are invisible here.
 */
public interface PublishedVersions {

    /** A published, superseded or withdrawn version. */
    Optional<FrameworkVersion> find(VersionId id);

    /** The version now in force under this slug. */
    Optional<FrameworkVersion> current(String slug);

    /** A version under this slug, by its number. */
    Optional<FrameworkVersion> find(String slug, int number);

    /** Every framework's version now in force, by title. */
    List<FrameworkVersion> allCurrent();
}
