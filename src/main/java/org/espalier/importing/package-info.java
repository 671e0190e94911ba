/**
 * A document becomes a draft framework with every line accounted for, in pure steps: {@code reading} makes an outline of
 * bytes, {@code recognising} a draft of the outline, {@link org.espalier.importing.Accounting} checks that no line is lost.
 * A recogniser knows a shape and never a document. {@link org.espalier.importing.Reviews} keeps what a person changes
 * beside what was imported, so that each step can be undone; no edit changes a word of the source (PRODUCT.md, rule 6).
 * It owns the words outline, candidate, annotation (as an editor meets it) and left-out line.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "access", "framework", "framework :: format"})
@NullMarked
package org.espalier.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
