/** The pages about mandatory learning: a person's own, and where they or their organisation bring a file in. */
@NullMarked
package org.espalier.portfolio.learningrecord.web;

import org.jspecify.annotations.NullMarked;
