package org.espalier.learning;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a provider offers to learn. Completing it is never competence (PRODUCT.md, rule 5).
 *
 * @param reference the provider's own key for it; empty when it has none
 * @param revision counts saved changes, so that two people do not overwrite each other
 */
public record Offer(
        OfferId id,
        ProviderId provider,
        String reference,
        Status status,
        int revision,
        Details details,
        Instant changedAt) {

    /** Whether people can see it, and whether it still runs. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        CLOSED
    }

    /** What sort of learning it is. */
    public enum Kind {
        /** A formal course that somebody endorses or awards. */
        FORMAL,
        APPRENTICESHIP,
        INFORMAL,
        PLACEMENT,
        /** A part of something larger that can be taken by itself. */
        MODULE;

        public String messageKey() {
            return "learning.kind." + name();
        }
    }

    /** Where and how one learns. */
    public enum Mode {
        IN_PERSON,
        ONLINE,
        BLENDED,
        AT_WORK;

        public String messageKey() {
            return "learning.mode." + name();
        }
    }

    /**
     * One time it runs.
     *
     * @param startsOn null when the day is open
     */
    public record Occasion(@Nullable LocalDate startsOn, String place) {}

    /**
     * That somebody calls another framework's level broadly comparable.
     *
     * @param by who says so
     */
    public record Comparable(QualificationLevel level, String by) {}

    /**
     * What the provider says about it; texts are empty where nothing is said.
     *
     * @param kind null in a draft only
     * @param costPence null when not said, 0 when it is free
     * @param priorLearning how prior learning is recognised for it; empty when it is not
     */
    public record Details(
            String title,
            @Nullable Kind kind,
            String summary,
            @Nullable QualificationLevel level,
            @Nullable Comparable comparable,
            @Nullable BigDecimal credits,
            String awardingBody,
            String accreditation,
            String duration,
            @Nullable Long costPence,
            String costNote,
            @Nullable Mode mode,
            List<Occasion> occasions,
            String requirements,
            String priorLearning,
            String leadsTo,
            String link) {
        public Details {
            occasions = List.copyOf(occasions);
            if (credits != null) {
                credits = credits.stripTrailingZeros();
            }
        }

        public boolean recognisesPriorLearning() {
            return !priorLearning.isEmpty();
        }

        public boolean isFree() {
            return costPence != null && costPence == 0;
        }

        /** The first day from this one on, of those that are fixed. */
        public Optional<Occasion> next(LocalDate today) {
            return occasions.stream()
                    .flatMap(occasion ->
                            occasion.startsOn() == null || occasion.startsOn().isBefore(today)
                                    ? Stream.<Occasion>empty()
                                    : Stream.of(occasion))
                    .min((one, other) -> one.startsOn() == null || other.startsOn() == null
                            ? 0
                            : one.startsOn().compareTo(other.startsOn()));
        }
    }

    public String title() {
        return details.title();
    }

    /** Where everybody can read about it, once it is published. */
    public String address() {
        return "/learning/" + id;
    }

    public boolean isPublished() {
        return status == Status.PUBLISHED;
    }
}
