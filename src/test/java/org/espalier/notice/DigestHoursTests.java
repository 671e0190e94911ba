package org.espalier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestHoursTests {

    @ParameterizedTest
    @CsvSource({
        // winter: London keeps UTC
        "2026-11-21T08:00:00Z,  8, 2026-11-21T08:00:00Z",
        "2026-11-21T07:59:59Z,  8, 2026-11-20T08:00:00Z",
        "2026-11-21T00:00:00Z,  0, 2026-11-21T00:00:00Z",
        // summer: an hour ahead
        "2026-07-01T07:00:00Z,  8, 2026-07-01T07:00:00Z",
        "2026-07-01T06:59:59Z,  8, 2026-06-30T07:00:00Z",
        "2026-06-30T23:30:00Z,  0, 2026-06-30T23:00:00Z",
        // the day on which 1 o'clock does not happen, and the day on which it happens twice
        "2026-03-29T12:00:00Z,  1, 2026-03-29T01:00:00Z",
        "2026-03-29T12:00:00Z,  8, 2026-03-29T07:00:00Z",
        "2026-10-25T00:30:00Z,  1, 2026-10-25T00:00:00Z",
        "2026-10-25T12:00:00Z,  8, 2026-10-25T08:00:00Z"
    })
    void followsTheClocksInTheUnitedKingdom(Instant now, int hour, Instant expected) {
        assertThat(DigestHours.latest(now).get(hour)).isEqualTo(expected);
    }

    @Test
    void comesRoundOnceADayWhateverTheHour() {
        for (var now = Instant.parse("2026-03-27T00:10:00Z");
                now.isBefore(Instant.parse("2026-03-31T00:00:00Z"));
                now = now.plus(Duration.ofMinutes(20))) {
            var at = now;

            assertThat(DigestHours.latest(now)).hasSize(24).allSatisfy(moment -> assertThat(
                            Duration.between(moment, at))
                    .isBetween(Duration.ZERO, Duration.ofHours(25)));
        }
    }
}
