/**
 * One thing attested by several people, each with their own account: nobody types another's name.
 */
@NamedInterface("attestation")
@NullMarked
package org.espalier.assessment.attestation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
