package org.espalier.roleprofile.local;

import java.time.Instant;
import org.espalier.framework.VersionId;
import org.espalier.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * A national role profile as one organisation adds to it.
 *
 * @param national the profile's slug
 * @param base the version of it that the draft stands on
 * @param draft what is being written; nobody outside sees it
 * @param revision counts saved changes of the draft
 * @param published what people see; null before the first time
 * @param decided what was decided when the version it stands on was withdrawn; null when nothing was
 */
public record LocalRole(
        long id,
        Organisation organisation,
        String national,
        VersionId base,
        Additions draft,
        long revision,
        @Nullable Edition published,
        @Nullable Decided decided) {

    /**
     * Additions as they were published.
     *
     * @param number counted from 1
     * @param base the version of the national profile that they stand on
     * @param version the local competences, to be claimed against; null when there are none
     */
    public record Edition(
            int number,
            VersionId base,
            Additions additions,
            @Nullable VersionId version,
            Instant publishedAt) {}

    /**
     * That the additions stay though the profile was withdrawn, or were taken back because of it.
     *
     * @param at when it was decided
     */
    public record Decided(boolean kept, Instant at) {}

    /** The public page. */
    public String address() {
        return "/roles/local/" + organisation.slug() + "/" + national;
    }

    /** The page on which the organisation keeps it. */
    public String keptAt() {
        return organisation.address() + "/local-roles/" + national;
    }

    /** True while people can see it; additions that were taken back are empty. */
    public boolean isPublished() {
        return published != null && !published.additions().isEmpty();
    }

    /** True when the draft says something else than what was published. */
    public boolean isChanged() {
        return published == null
                ? !draft.isEmpty()
                : !base.equals(published.base()) || !draft.saysTheSameAs(published.additions());
    }
}
