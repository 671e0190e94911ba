package org.espalier.portfolio.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a log has of one requirement. */
public sealed interface Finding {
    Requirement requirement();

    boolean met();

    /** How much there is of something that is counted: hours, items, hours of practice. */
    record Amount(Requirement requirement, BigDecimal have, BigDecimal least) implements Finding {
        @Override
        public boolean met() {
            return have.compareTo(least) >= 0;
        }

        public BigDecimal missing() {
            return least.subtract(have).max(BigDecimal.ZERO);
        }
    }

    /** What the person says; an empty text when they have said nothing. */
    record Said(Requirement.Statement requirement, String text, int words) implements Finding {
        @Override
        public boolean met() {
            return words > 0 && !tooLong();
        }

        public boolean tooLong() {
            return requirement.mostWords() != null && words > requirement.mostWords();
        }
    }

    record Gaps(Requirement.NoGaps requirement, List<Gap> gaps) implements Finding {
        public Gaps {
            gaps = List.copyOf(gaps);
        }

        @Override
        public boolean met() {
            return gaps.stream().allMatch(Gap::explained);
        }
    }

    /** A stretch without an entry. */
    record Gap(LocalDate from, LocalDate until, boolean explained) {}

    /**
     * What another person says.
     *
     * @param given what counts; null when nothing does
     * @param earliest the first day on which it may happen
     */
    record ByAnother(
            Requirement.Attested requirement, @Nullable Attestation given, List<Attestation> asked, LocalDate earliest)
            implements Finding {
        public ByAnother {
            asked = List.copyOf(asked);
        }

        @Override
        public boolean met() {
            return given != null;
        }
    }
}
