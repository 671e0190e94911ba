package org.espalier.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How often a sign-in may fail: sliding windows for one account from one address, for one account from anywhere, and
 * for one address whatever the account. An attempt is counted before its password is compared, so that many at once
 * gain nothing; a success takes its own attempt back. It asks nobody whether the account exists.
 */
final class SignInThrottle {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int FOR_ACCOUNT_FROM_ADDRESS = 5;
    static final int FOR_ACCOUNT = 30;
    static final int FROM_ADDRESS = 100;

    private static final int WINDOWS_AT_MOST = 100_000;

    private final Cache<Subject, Deque<Instant>> attempts = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW)
            .maximumSize(WINDOWS_AT_MOST)
            .build();

    /** What a window counts: a null-free pair in which an empty text stands for "any". */
    private record Subject(String account, String address, int limit) {}

    /** Counts an attempt, or says how long to wait when a window is full; a refused attempt is not counted. */
    synchronized Optional<Duration> attempt(String account, String address, Instant now) {
        var subjects = subjects(account, address);
        var wait = subjects.stream()
                .map(subject -> wait(subject, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        subjects.forEach(subject -> window(subject, now).addLast(now));
        return Optional.empty();
    }

    /** The attempt counted at this time succeeded: what failed before it from this address no longer counts. */
    synchronized void succeeded(String account, String address, Instant at) {
        takeBack(account, address, at);
        attempts.invalidate(subjects(account, address).getFirst());
    }

    /** The attempt counted at this time came to nothing through no fault of its own. */
    synchronized void takeBack(String account, String address, Instant at) {
        subjects(account, address).forEach(subject -> window(subject, at).removeLastOccurrence(at));
    }

    private Duration wait(Subject subject, Instant now) {
        var window = window(subject, now);
        return window.size() < subject.limit()
                ? Duration.ZERO
                : Duration.between(now, window.getFirst().plus(WINDOW));
    }

    private Deque<Instant> window(Subject subject, Instant now) {
        var window = attempts.get(subject, key -> new ArrayDeque<>());
        window.removeIf(at -> !at.plus(WINDOW).isAfter(now));
        return window;
    }

    private static List<Subject> subjects(String account, String address) {
        return List.of(
                new Subject(account, address, FOR_ACCOUNT_FROM_ADDRESS),
                new Subject(account, "", FOR_ACCOUNT),
                new Subject("", address, FROM_ADDRESS));
    }
}
