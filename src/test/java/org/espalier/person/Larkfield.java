package org.espalier.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.PostId;
import org.espalier.organisation.Unit;
import org.espalier.organisation.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A made-up organisation with two teams and a lead, for the tests of every module; each one made is another. */
public final class Larkfield {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ApplicationContext application;
    public final Organisation organisation;
    public final UnitId top;
    public final UnitId therapy;
    public final UnitId north;
    public final UnitId south;
    public final PostId lead;
    public final PostId therapist;

    private Larkfield(ApplicationContext application) {
        this.application = application;
        var organisations = application.getBean(Organisations.class);
        organisation = organisations.add("Larkfield " + NUMBER.incrementAndGet());
        top = organisations.structure(organisation).root().id();
        therapy = organisations.addUnit(organisation, top, Unit.Kind.UNIT, "Therapy");
        north = organisations.addUnit(organisation, therapy, Unit.Kind.TEAM, "North");
        south = organisations.addUnit(organisation, therapy, Unit.Kind.TEAM, "South");
        lead = organisations.addPost(organisation, therapy, "Lead", null, null);
        therapist = organisations.addPost(organisation, north, "Therapist", lead, null);
    }

    public static Larkfield in(ApplicationContext application) {
        return new Larkfield(application);
    }

    /** Somebody new who belongs here and holds this post, or none. */
    public Actor member(@Nullable PostId post) {
        var actor = TestAccounts.actor(application);
        join(actor, post);
        return actor;
    }

    public void join(Actor actor, @Nullable PostId post) {
        var memberships = application.getBean(Memberships.class);
        memberships.join(person(actor), organisation.id(), null);
        if (post != null) {
            memberships.hold(person(actor), organisation.id(), post, LocalDate.of(2026, 1, 1));
        }
    }

    /** Somebody new who belongs here and has this role. */
    public Actor with(Role role, Scope scope) {
        var actor = member(null);
        give(actor, role, scope);
        return actor;
    }

    /** A role from long ago until further notice; the number of the grant. */
    public long give(Actor actor, Role role, Scope scope) {
        return application
                .getBean(Grants.class)
                .add(actor.account(), organisation.id(), role, scope, Instant.EPOCH, null, null);
    }

    public PersonId person(Actor actor) {
        return application.getBean(People.class).of(actor);
    }
}
