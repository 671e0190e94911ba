package org.espalier.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void letsAFewAttemptsFailAndThenSaysHowLongToWait() {
        fail(SignInThrottle.FOR_ACCOUNT_FROM_ADDRESS, "sam", "10.0.0.1", NOON);

        var wait = throttle.attempt("sam", "10.0.0.1", NOON.plusSeconds(60));

        assertThat(wait).contains(SignInThrottle.WINDOW.minusSeconds(60));
    }

    @Test
    void opensAgainWhenTheFirstAttemptLeavesTheWindow() {
        throttle.attempt("sam", "10.0.0.1", NOON);
        fail(SignInThrottle.FOR_ACCOUNT_FROM_ADDRESS - 1, "sam", "10.0.0.1", NOON.plusSeconds(300));

        assertThat(throttle.attempt(
                        "sam", "10.0.0.1", NOON.plus(SignInThrottle.WINDOW).minusMillis(1)))
                .isPresent();
        assertThat(throttle.attempt("sam", "10.0.0.1", NOON.plus(SignInThrottle.WINDOW)))
                .isEmpty();
        assertThat(throttle.attempt("sam", "10.0.0.1", NOON.plus(SignInThrottle.WINDOW)))
                .isPresent();
    }

    @Test
    void doesNotCountRefusedAttemptsSoThatWaitingEnds() {
        fail(SignInThrottle.FOR_ACCOUNT_FROM_ADDRESS, "sam", "10.0.0.1", NOON);

        IntStream.range(0, 1000).forEach(n -> throttle.attempt("sam", "10.0.0.1", NOON.plusSeconds(n % 800)));

        assertThat(throttle.attempt("sam", "10.0.0.1", NOON.plus(SignInThrottle.WINDOW)))
                .isEmpty();
    }

    @Test
    void letsTheOwnerInFromElsewhere() {
        fail(SignInThrottle.FOR_ACCOUNT_FROM_ADDRESS, "sam", "10.0.0.1", NOON);

        assertThat(throttle.attempt("sam", "10.0.0.2", NOON)).isEmpty();
    }

    @Test
    void stopsManyAddressesThatTryOneAccount() {
        for (var n = 0; n < SignInThrottle.FOR_ACCOUNT; n++) {
            assertThat(throttle.attempt("sam", "10.0.0." + n, NOON)).isEmpty();
        }

        assertThat(throttle.attempt("sam", "10.0.1.1", NOON)).contains(SignInThrottle.WINDOW);
    }

    @Test
    void stopsOneAddressThatTriesManyAccounts() {
        for (var n = 0; n < SignInThrottle.FROM_ADDRESS; n++) {
            assertThat(throttle.attempt("person" + n, "10.0.0.1", NOON)).isEmpty();
        }

        assertThat(throttle.attempt("sam", "10.0.0.1", NOON)).contains(SignInThrottle.WINDOW);
        assertThat(throttle.attempt("sam", "10.0.0.2", NOON)).isEmpty();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail(SignInThrottle.FOR_ACCOUNT_FROM_ADDRESS - 1, "sam", "10.0.0.1", NOON);
        throttle.attempt("sam", "10.0.0.1", NOON.plusSeconds(1));

        throttle.succeeded("sam", "10.0.0.1", NOON.plusSeconds(1));

        fail(SignInThrottle.FOR_ACCOUNT_FROM_ADDRESS, "sam", "10.0.0.1", NOON.plusSeconds(2));
    }

    @Test
    void neverCountsSuccessesAgainstASharedAddress() {
        for (var n = 0; n < SignInThrottle.FROM_ADDRESS * 2; n++) {
            var at = NOON.plusMillis(n);
            assertThat(throttle.attempt("person" + n, "10.0.0.1", at)).isEmpty();
            throttle.succeeded("person" + n, "10.0.0.1", at);
        }
    }

    @Test
    void givesNobodyMoreTriesForTryingAllAtOnce() {
        var passed = new java.util.concurrent.atomic.AtomicInteger();
        try (var many = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < 200; n++) {
                many.submit(() -> {
                    if (throttle.attempt("sam", "10.0.0.1", NOON).isEmpty()) {
                        passed.incrementAndGet();
                    }
                });
            }
        }

        assertThat(passed).hasValue(SignInThrottle.FOR_ACCOUNT_FROM_ADDRESS);
    }

    private void fail(int times, String account, String address, Instant at) {
        for (var n = 0; n < times; n++) {
            assertThat(throttle.attempt(account, address, at)).isEmpty();
        }
    }
}
