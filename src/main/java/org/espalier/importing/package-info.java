/**
 * A document becomes a draft framework with every line accounted for.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "access", "framework", "framework :: format"})
@NullMarked
package org.espalier.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
