package org.espalier.portfolio.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Set;
import org.espalier.portfolio.EvidenceKind;
import org.jspecify.annotations.Nullable;

/** One thing that a rule set asks for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Requirement.Hours.class, name = "hours"),
    @JsonSubTypes.Type(value = Requirement.Items.class, name = "items"),
    @JsonSubTypes.Type(value = Requirement.PracticeHours.class, name = "practice-hours"),
    @JsonSubTypes.Type(value = Requirement.Statement.class, name = "statement"),
    @JsonSubTypes.Type(value = Requirement.NoGaps.class, name = "no-gaps"),
    @JsonSubTypes.Type(value = Requirement.Attested.class, name = "attested")
})
public sealed interface Requirement {

    /** Unique within its rule set, and the same in a later one that asks the same. */
    String id();

    String title();

    /** What it asks, in our own words. */
    String about();

    /**
     * Hours of learning.
     *
     * @param withOthers true when only hours of learning together with other people count
     */
    record Hours(String id, String title, String about, BigDecimal least, boolean withOthers, Set<EvidenceKind> of)
            implements Requirement {
        public Hours {
            of = Set.copyOf(of);
        }
    }

    /** A number of items of some kinds. */
    record Items(String id, String title, String about, int least, Set<EvidenceKind> of) implements Requirement {
        public Items {
            of = Set.copyOf(of);
        }
    }

    /**
     * Hours of practice.
     *
     * @param leastForTwo for somebody with two registrations
     */
    record PracticeHours(String id, String title, String about, int least, int leastForTwo) implements Requirement {
        int least(boolean two) {
            return two ? leastForTwo : least;
        }
    }

    /**
     * Something that the person says in their own words.
     *
     * @param mostWords null when there is no limit
     * @param confidential true when it goes to the regulator alone, and no confirmer sees it
     */
    record Statement(
            String id, String title, String about, @Nullable Integer mostWords, boolean confidential)
            implements Requirement {}

    /** No stretch of this many months without an entry, unless the person explains it. */
    record NoGaps(String id, String title, String about, int months, Set<EvidenceKind> of) implements Requirement {
        public NoGaps {
            of = Set.copyOf(of);
        }
    }

    /**
     * Something that another person says, with their own account.
     *
     * @param byRegistrant true when that person has to be registered with the same regulator
     * @param lastMonths only in this many months before the end of the cycle; null when at any time in it
     */
    record Attested(
            String id,
            String title,
            String about,
            boolean byRegistrant,
            @Nullable Integer lastMonths) implements Requirement {}
}
