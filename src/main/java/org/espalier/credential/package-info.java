/**
 * Certificates. When every expectation of a level, or of the role of a role profile, is signed off, a learner can ask for
 * the whole of it to be signed off; the assessor's yes is a {@link org.espalier.credential.Certificate}: a signed snapshot
 * that nothing later changes (PRODUCT.md, rule 13), with a code by which anybody can check it, and which can be revoked
 * with a reason that the check then shows. Nobody signs off their own level, and the assessor's role must reach all of it
 * (rule 11). It owns the words certificate, code and snapshot, and depends on assessment for standing and for who may
 * judge.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "ui",
            "document",
            "access",
            "organisation",
            "framework",
            "framework :: format",
            "person",
            "portfolio",
            "assessment",
            "assessment :: request"
        })
@NullMarked
package org.espalier.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
