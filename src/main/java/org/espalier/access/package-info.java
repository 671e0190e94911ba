/**
 * Sign-in, the actor behind a request, roles and permission checks.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui"})
@NullMarked
package org.espalier.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
