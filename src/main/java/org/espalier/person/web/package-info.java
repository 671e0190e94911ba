/** A person's own pages: what they work towards, where they say they stand, and the questions that lead there. */
@NullMarked
package org.espalier.person.web;

import org.jspecify.annotations.NullMarked;
