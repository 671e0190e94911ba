/**
 * Claims and standing. A claim is one dated entry about one person and one statement; claims are only ever added
 * (PRODUCT.md, rule 13). {@link org.espalier.assessment.Standing} is what the claims add up to, by one pure function that
 * every page, count and export uses; "met" is defined nowhere else. Unknown is not unmet, and self-assessed is not verified
 * (rule 5). It owns the words claim, rating and standing, and depends on the framework for statements and on person for
 * who is meant.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "document",
            "access",
            "framework",
            "framework :: format",
            "person"
        })
@NullMarked
package org.espalier.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
