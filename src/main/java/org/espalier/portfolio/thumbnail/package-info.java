/**
 * Draws small pictures of files that strangers made. It is done in a process of its own with little memory and little time:
 * whatever a file does to it, the server goes on.
 */
@NullMarked
package org.espalier.portfolio.thumbnail;

import org.jspecify.annotations.NullMarked;
