/**
 * The page frame, form and chart components, messages and navigation. No business knowledge.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.espalier.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
