package org.espalier.access;

import org.espalier.organisation.UnitId;

/** Where, within its organisation, a role counts. */
public sealed interface Scope {

    /** Everywhere in it. */
    record WholeOrganisation() implements Scope {}

    /** For people with a post in this unit, or in one below it. */
    record UnitAndBelow(UnitId unit) implements Scope {}

    /** For this framework, whoever it is about. */
    record OneFramework(String slug) implements Scope {}

    /** For one pillar, that is, a root group of a framework. */
    record Pillar(String framework, String rootGroup) implements Scope {}

    /** For one task that is delegated to people. */
    record DelegatedTask(String name) implements Scope {}
}
