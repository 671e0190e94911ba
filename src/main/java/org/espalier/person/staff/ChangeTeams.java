package org.espalier.person.staff;

import java.util.Optional;
import org.espalier.organisation.Objection;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.Post;
import org.espalier.organisation.PostId;
import org.espalier.organisation.Structure;
import org.espalier.organisation.Unit;
import org.espalier.organisation.UnitId;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes an organisation's name, units, teams and posts; each change is made, or its objection says why not. */
@Component
public class ChangeTeams {
    private final Organisations organisations;
    private final Memberships memberships;

    ChangeTeams(Organisations organisations, Memberships memberships) {
        this.organisations = organisations;
        this.memberships = memberships;
    }

    /** The organisation's own name; addresses stay as they are. */
    @Transactional
    public void rename(Insider insider, String name) {
        insider.requireAdministrator();
        organisations.rename(insider.organisation(), name);
    }

    @Transactional
    public Optional<Objection> addUnit(Insider insider, UnitId parent, Unit.Kind kind, String name) {
        var objection = structure(insider).toUnit(kind, name, parent);
        if (objection.isEmpty()) {
            organisations.addUnit(insider.organisation(), parent, kind, name);
        }
        return objection;
    }

    @Transactional
    public Optional<Objection> changeUnit(Insider insider, UnitId id, String name, UnitId parent) {
        var structure = structure(insider);
        var objection = structure.toChange(unit(structure, id), name, parent);
        if (objection.isEmpty()) {
            organisations.changeUnit(insider.organisation(), id, name, parent);
        }
        return objection;
    }

    @Transactional
    public Optional<Objection> closeUnit(Insider insider, UnitId id) {
        var structure = structure(insider);
        var objection = structure.toClosing(unit(structure, id));
        if (objection.isEmpty()) {
            organisations.closeUnit(insider.organisation(), id);
        }
        return objection;
    }

    @Transactional
    public Optional<Objection> addPost(
            Insider insider, UnitId unit, String title, @Nullable PostId reportsTo, @Nullable String careerTarget) {
        var objection = structure(insider).toPost(null, title, unit, reportsTo);
        if (objection.isEmpty()) {
            organisations.addPost(insider.organisation(), unit, title, reportsTo, careerTarget);
        }
        return objection;
    }

    @Transactional
    public Optional<Objection> changePost(Insider insider, Post changed) {
        var structure = structure(insider);
        var post = structure.post(changed.id()).orElseThrow(Insiders::notFound);
        var objection = structure.toPost(post.id(), changed.title(), changed.unit(), changed.reportsTo());
        if (objection.isEmpty()) {
            organisations.changePost(insider.organisation(), changed);
        }
        return objection;
    }

    @Transactional
    public Optional<Objection> closePost(Insider insider, PostId id) {
        var post = structure(insider).post(id).orElseThrow(Insiders::notFound);
        if (memberships.holders(post.id()) > 0) {
            return Optional.of(Objection.NOT_EMPTY);
        }
        organisations.closePost(insider.organisation(), post.id());
        return Optional.empty();
    }

    private Structure structure(Insider insider) {
        insider.requireAdministrator();
        return organisations.structureToChange(insider.organisation());
    }

    private static Unit unit(Structure structure, UnitId id) {
        return structure.unit(id).orElseThrow(Insiders::notFound);
    }
}
