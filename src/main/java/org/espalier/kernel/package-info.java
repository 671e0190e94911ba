/**
 * Words that every module shares: problems, slugs, text comparison and likely identifiers of patients. Tiny, and free of Spring.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.espalier.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
