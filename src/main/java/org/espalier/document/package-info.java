/**
 * Papers that people take away: one {@link org.espalier.document.Paper}, written as tagged PDF
 * ({@link org.espalier.document.Pdf}) or as Word ({@link org.espalier.document.Word}). No business knowledge: the module
 * that owns the content says what stands in the paper.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.espalier.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
