/**
 * The roles and levels closest to where somebody stands: every destination in force, in the order of how much of it already
 * stands. A standing counts only where it stands (PRODUCT.md, rules 2, 3, 5 and 10); what an assessor might recognise from
 * elsewhere is shown apart and never counted.
 *
 * <p>That goes for reviewed links, too, even those that say "exact": they join levels and roles, not statements, so that no
 * standing on a statement follows from one; and the recognition of a claim across a crosswalk is always an assessor's
 * decision. So the page says how much of the linked level or role is signed off, beside what counts and apart from it.
 */
@NullMarked
package org.espalier.pathway.closest;

import org.jspecify.annotations.NullMarked;
