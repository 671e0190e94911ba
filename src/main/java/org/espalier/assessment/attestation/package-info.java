/**
 * One thing signed by several people, the learner, an educator and an employer, each from their own account: nobody types
 * another person's name. Once all have signed, it stays as it is.
 */
@NamedInterface("attestation")
@NullMarked
package org.espalier.assessment.attestation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
