package org.espalier.access;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.testing.Visitor;
import org.springframework.context.ApplicationContext;

/** People with accounts, for the tests of every module, without the cost of a password. */
public final class TestAccounts {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestAccounts() {}

    /** A visitor to the application under test who has just signed in to a new account with these roles. */
    public static Visitor signedIn(ApplicationContext application, int port, Role... roles) {
        return signedIn(application, port, actor(application, roles));
    }

    /** A visitor to the application under test who has just signed in as this actor. */
    public static Visitor signedIn(ApplicationContext application, int port, Actor actor) {
        var visitor = Visitor.to(port);
        var sessions = application.getBean(Sessions.class);
        visitor.keep("espalier", sessions.open(actor.account()).value());
        return visitor;
    }

    /** The actor of a new account with these roles. */
    public static Actor actor(ApplicationContext application, Role... roles) {
        return named(application, "Tester " + (NUMBER.get() + 1), roles);
    }

    /** The actor of a new account of this name. */
    public static Actor named(ApplicationContext application, String name, Role... roles) {
        var email = new EmailAddress("tester" + NUMBER.incrementAndGet() + "@example.org");
        var id = application.getBean(Accounts.class).add(email, name, Set.of(roles), null);
        return new Actor(id.orElseThrow(), name, Set.of(roles));
    }
}
