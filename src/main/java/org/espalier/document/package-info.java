/**
 * Tagged PDF, Word, Excel and CSV output. No business knowledge.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.espalier.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
