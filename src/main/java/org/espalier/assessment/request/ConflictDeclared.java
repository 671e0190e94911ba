package org.espalier.assessment.request;

import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.person.Person;

/**
 * It was said that an assessor must not judge a learner, in the same transaction.
 *
 * @param by the one or the other
 */
public record ConflictDeclared(Actor by, AccountId assessor, Person learner) {}
