/**
 * The page frame, form and chart components, messages and navigation. No business knowledge, but for one rule of every form:
 * what people write freely is checked for what may tell who a patient is, and they decide (PRODUCT.md, rule 20; {@code
 * PatientCheck}).
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.espalier.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
