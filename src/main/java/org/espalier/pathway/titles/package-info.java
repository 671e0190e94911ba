/**
 * What people call roles and levels in everyday words, kept by authors and found by the search. Another name is nobody's
 * official title: it leads to one.
 */
@NamedInterface("titles")
@NullMarked
package org.espalier.pathway.titles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
