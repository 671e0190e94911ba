/**
 * Courses and what they cover, out to spreadsheets and in from them: first a plan to look at, row by row, then all of it or
 * nothing. Cells that a spreadsheet would run as a formula are pointed out on the way in and made harmless on the way out.
 */
@NullMarked
package org.espalier.learning.importing;

import org.jspecify.annotations.NullMarked;
