/**
 * Signing off many people at once after a session, each of whom can be taken out again.
 */
@NamedInterface("session")
@NullMarked
package org.espalier.assessment.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
