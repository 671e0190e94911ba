/**
 * Mandatory learning: what an employer makes everybody learn and learn again, with its subject, source, date and expiry.
 *
 * <p>It is kept apart from evidence and is <strong>never</strong> counted as competence: a course that was passed says that
 * somebody was there (PRODUCT.md, rule 5). Nothing here reads or writes a claim. Subjects come in the national naming
 * {@code owner|CSTF or LOCAL|Subject - N Years|}; what came in is kept as it came in, beside what we read in it.
 */
@NamedInterface("learningrecord")
@NullMarked
package org.espalier.portfolio.learningrecord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
