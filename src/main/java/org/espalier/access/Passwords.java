package org.espalier.access;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Turns passwords into Argon2id hashes and compares them (19 MiB, two passes, one lane). As many at a time as there are
 * processors, so that a storm of sign-ins waits in line instead of eating the memory.
 */
@Component
class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SECONDS_IN_LINE = 5;

    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    /** What came of comparing a password. */
    enum Comparison {
        SAME,
        DIFFERENT,
        /** The line was too long; nothing was compared. */
        TOO_BUSY
    }

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return encode(password);
        } finally {
            places.release();
        }
    }

    /** Takes equally long when there is no hash to compare with, and then always says it differs. */
    Comparison compare(String password, @Nullable String hash) {
        if (!takePlace()) {
            return Comparison.TOO_BUSY;
        }
        try {
            if (hash == null) {
                encode(password);
                return Comparison.DIFFERENT;
            }
            return argon2.matches(password, hash) ? Comparison.SAME : Comparison.DIFFERENT;
        } finally {
            places.release();
        }
    }

    private String encode(String password) {
        var hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash for a password");
        }
        return hash;
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(SECONDS_IN_LINE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
