package org.espalier.person;

import org.espalier.access.AccountId;

/** Somebody, by the name of their account. */
public record Person(PersonId id, AccountId account, String name) {}
