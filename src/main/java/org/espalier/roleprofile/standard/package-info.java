/**
 * National occupational standards: codes and titles that never change, their functional map (principles, functions,
 * standards), and how lists of them are brought in. A standard is superseded, never edited, and carries no level
 * (PRODUCT.md, rule 7).
 */
@NamedInterface("standard")
@NullMarked
package org.espalier.roleprofile.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
