package org.espalier.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes one's own password, and signs out everywhere else. */
@Component
public class ChangePassword {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SignInThrottle throttle = new SignInThrottle();

    ChangePassword(
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** What came of it. */
    public sealed interface Result {
        /** Done; every session has ended and the token opens a new one. */
        record Changed(SecretToken token) implements Result {}

        record CurrentPasswordWrong() implements Result {}

        record Weak(PasswordWeakness weakness) implements Result {}

        record Wait(Duration duration) implements Result {}

        record TooBusy() implements Result {}
    }

    public Result of(Actor actor, String current, String next) {
        var id = actor.account();
        var account = accounts.get(id);
        var weakness =
                PasswordRule.weakness(next, account.name(), account.email().value());
        if (weakness.isPresent()) {
            return new Result.Weak(weakness.get());
        }
        var now = clock.instant();
        var wait = throttle.attempt(id.toString(), "", now);
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        var hash = accounts.withPassword(id).map(Accounts.WithPassword::passwordHash);
        return switch (passwords.compare(current, hash.orElse(null))) {
            case SAME -> {
                throttle.succeeded(id.toString(), "", now);
                yield new Result.Changed(change(id, next));
            }
            case DIFFERENT -> new Result.CurrentPasswordWrong();
            case TOO_BUSY -> new Result.TooBusy();
        };
    }

    private SecretToken change(AccountId account, String next) {
        var hash = passwords.hash(next);
        return transaction.execute(status -> {
            accounts.setPassword(account, hash);
            sessions.closeAll(account);
            events.publishEvent(Notification.to(account, "/account", "access.notice.signIn.password"));
            return sessions.open(account);
        });
    }
}
