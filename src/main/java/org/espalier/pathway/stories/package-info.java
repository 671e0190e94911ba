/**
 * Career stories: what people tell of their own way, attached to roles and levels. A story is public only after its author
 * has seen it as everybody will and agreed, and only until they take it back. Authors of frameworks and administrators may
 * take down what was reported, with a reason that its author is given.
 */
@NamedInterface("stories")
@NullMarked
package org.espalier.pathway.stories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
