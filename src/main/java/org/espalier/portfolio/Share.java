package org.espalier.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item shown to one account, as its owner sees it.
 *
 * @param with the name of whoever may look
 * @param until the last day
 * @param withdrawnAt null unless the owner ended it early
 * @param looks the latest first
 */
public record Share(
        ShareId id,
        EvidenceId evidence,
        String with,
        String purpose,
        Instant sharedAt,
        LocalDate until,
        @Nullable Instant withdrawnAt,
        List<Look> looks) {
    public Share {
        looks = List.copyOf(looks);
    }

    /**
     * Somebody looked.
     *
     * @param file the name of the file they opened; null for the item itself
     */
    public record Look(Instant at, @Nullable String file) {}

    public boolean isInForce(LocalDate today) {
        return withdrawnAt == null && !until.isBefore(today);
    }
}
