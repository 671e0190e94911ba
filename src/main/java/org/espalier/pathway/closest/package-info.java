/**
 * The roles and levels closest to where somebody stands: every destination in force, in the order of how much of it already
 * stands. A standing counts only where it stands (PRODUCT.md, rules 2, 3, 5 and 10); what an assessor might recognise from
 * elsewhere is shown apart and never counted.
 */
@NullMarked
package org.espalier.pathway.closest;

import org.jspecify.annotations.NullMarked;
