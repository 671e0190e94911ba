/**
 * Composing a role profile from published material. A draft is an ordinary framework draft; a {@link
 * org.espalier.roleprofile.composing.Change} is one step of its author, applied by a pure function and saved at once, so
 * that a closed browser loses nothing and every step can be taken back. Each competence keeps where it was taken from.
 */
@NamedInterface("composing")
@NullMarked
package org.espalier.roleprofile.composing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
