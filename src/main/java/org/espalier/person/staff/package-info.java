/**
 * What an organisation does with its people: brings them in by hand, by invitation or from a file, gives them posts and
 * roles, looks after its teams, and lets people leave. Each use case takes the {@link org.espalier.person.Insider} that
 * the door let in, and asks what they may do. Somebody who
 * has an account is always asked before they belong to an organisation.
 */
@NamedInterface("staff")
@NullMarked
package org.espalier.person.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
