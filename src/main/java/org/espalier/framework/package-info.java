/**
 * Catalogue, versions, levels, groups, statements and progression.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "document", "access"})
@NullMarked
package org.espalier.framework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
