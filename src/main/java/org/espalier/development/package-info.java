/**
 * Target, gap and plan.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "ui",
            "document",
            "access",
            "framework",
            "framework :: format",
            "person",
            "assessment"
        })
@NullMarked
package org.espalier.development;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
