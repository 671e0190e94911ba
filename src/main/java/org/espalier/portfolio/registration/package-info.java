/**
 * What regulators and employers ask somebody to show for a cycle of some years, met from the one log that the portfolio is.
 *
 * <p>A {@link org.espalier.portfolio.registration.RuleSet} is data with a period in which it holds: national ones are YAML
 * files beside this package, an organisation's own are written by its administrators. {@link
 * org.espalier.portfolio.registration.Evaluation} is the pure function that says what a person's log meets, what is missing
 * and why. It judges no competence: nothing here touches a claim or a standing.
 */
@NamedInterface("registration")
@NullMarked
package org.espalier.portfolio.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
