/** The pages about learning: for everybody, for those who keep what an organisation offers, and for people who ask. */
@NullMarked
package org.espalier.learning.web;

import org.jspecify.annotations.NullMarked;
