/**
 * From where a person stands to the next step. A {@link org.espalier.development.Target} is a level or a role profile; the
 * gap is its expectations with the person's standing on each, added up as the version says (PRODUCT.md, rules 2 to 5).
 * Learning statements are suggestions and entry criteria are requirements; neither is counted. It owns the words target
 * and gap, and the pages on which people answer and look.
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
