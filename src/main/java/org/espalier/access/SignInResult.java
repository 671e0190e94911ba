package org.espalier.access;

import java.time.Duration;

/** What came of a sign-in. */
public sealed interface SignInResult {

    /** It succeeded; the token opens the new session. */
    record Welcome(SecretToken token) implements SignInResult {}

    /** The address, the password or both are wrong, or the account is disabled; which of these is nobody's business. */
    record Refused() implements SignInResult {}

    /** There were too many attempts. */
    record Wait(Duration duration) implements SignInResult {}

    /** Too many people are signing in just now. */
    record TooBusy() implements SignInResult {}
}
