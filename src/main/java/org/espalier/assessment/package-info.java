/**
 * Claims and standing, and how an assessor's word comes about. A claim is one dated entry about one person and one
 * statement; claims are only ever added (PRODUCT.md, rule 13). {@link org.espalier.assessment.Standing} is what the claims
 * add up to, by one pure function that every page, count and export uses; "met" is defined nowhere else. Unknown is not
 * unmet, and self-assessed is not verified (rule 5).
 *
 * <p>{@code assessment.request} is the way to a sign-off: a learner asks, one queue over all learners, a judgement with a
 * reason, an answer. Nobody judges their own work, and an assessor judges as far as their role reaches at that moment
 * (rule 11). {@code assessment.session} signs a whole group off after a session, with exceptions, and takes single people
 * out again. {@code assessment.task} is for delegated tasks of an organisation, where having been trained and having
 * achieved it are two things and what runs out is said in time. {@code assessment.attestation} is one thing that several
 * people sign, each from their own account. It owns the words claim, rating, standing, request, sign-off, session, task and
 * attestation, and depends on the framework for statements,
 * on person and organisation for who is meant and where they stand, and on portfolio for the evidence.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "document",
            "access",
            "organisation",
            "framework",
            "framework :: format",
            "person",
            "portfolio",
            "portfolio :: choosing"
        })
@NullMarked
package org.espalier.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
