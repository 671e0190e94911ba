/**
 * The {@code espalier/1} document: a framework outside the database, in YAML for people and JSON for programs. These
 * records are that document, key by key; a round trip changes nothing. An import produces one, a draft version holds
 * one while it is edited, and publishing freezes it.
 */
@NamedInterface("format")
@NullMarked
package org.espalier.framework.format;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
