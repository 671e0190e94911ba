package org.espalier.access;

import org.springframework.stereotype.Component;

/** Ends sessions: that of one browser, or all of an account's. */
@Component
public class SignOut {
    private final Sessions sessions;

    SignOut(Sessions sessions) {
        this.sessions = sessions;
    }

    public void here(SecretToken token) {
        sessions.close(token);
    }

    public void everywhere(Actor actor) {
        sessions.closeAll(actor.account());
    }
}
