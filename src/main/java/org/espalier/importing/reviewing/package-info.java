/**
 * Review of a draft by a person: edits are small values, applied to the document by one pure function; a reviewed draft
 * is its imported document plus the edits still standing, so that undo is leaving the last one out. No edit changes a
 * word of the source (PRODUCT.md, rule 6): statements are placed, split, joined, left out and brought back.
 */
@NullMarked
package org.espalier.importing.reviewing;

import org.jspecify.annotations.NullMarked;
