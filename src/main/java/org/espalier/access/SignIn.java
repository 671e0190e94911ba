package org.espalier.access;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs a person in with e-mail address and password. */
@Component
public class SignIn {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;
    private final SignInThrottle throttle = new SignInThrottle();

    SignIn(Accounts accounts, Passwords passwords, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Opens a session, and ends the one that the browser still held.
     *
     * @param typed the e-mail address as typed
     * @param address the network address that the attempt comes from
     */
    public SignInResult with(String typed, String password, String address, @Nullable SecretToken held) {
        var email = EmailAddress.in(typed);
        var name = email.map(EmailAddress::value).orElse("");
        var now = clock.instant();
        var wait = throttle.attempt(name, address, now);
        if (wait.isPresent()) {
            return new SignInResult.Wait(wait.get());
        }
        var account = email.flatMap(accounts::withPassword);
        return switch (compare(password, account)) {
            case SAME -> {
                throttle.succeeded(name, address, now);
                yield welcome(account.orElseThrow().account(), held);
            }
            case DIFFERENT -> new SignInResult.Refused();
            case TOO_BUSY -> {
                throttle.takeBack(name, address, now);
                yield new SignInResult.TooBusy();
            }
        };
    }

    private Passwords.Comparison compare(String password, Optional<Accounts.WithPassword> account) {
        if (password.length() > PasswordRule.LONGEST) {
            return Passwords.Comparison.DIFFERENT;
        }
        return passwords.compare(
                password, account.map(Accounts.WithPassword::passwordHash).orElse(null));
    }

    private SignInResult welcome(AccountId account, @Nullable SecretToken held) {
        if (held != null) {
            sessions.close(held);
        }
        return new SignInResult.Welcome(sessions.open(account));
    }
}
