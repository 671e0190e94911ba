package org.espalier.portfolio.learningrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void isGoodOnItsLastDayAndExpiredOnTheNext() {
        assertThat(Validity.of(TODAY, TODAY)).isEqualTo(Validity.SOON);
        assertThat(Validity.of(TODAY.minusDays(1), TODAY)).isEqualTo(Validity.EXPIRED);
    }

    @Test
    void warnsNinetyDaysBefore() {
        assertThat(Validity.of(TODAY.plusDays(90), TODAY)).isEqualTo(Validity.SOON);
        assertThat(Validity.of(TODAY.plusDays(91), TODAY)).isEqualTo(Validity.VALID);
        assertThat(Validity.of(null, TODAY)).isEqualTo(Validity.WITHOUT_END);
    }
}
