/**
 * Claims, which are append-only, and standing, which is computed from them by one pure function.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "access", "framework", "framework :: format", "person"})
@NullMarked
package org.espalier.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
