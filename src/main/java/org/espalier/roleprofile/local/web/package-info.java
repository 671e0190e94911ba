/** The public page of a role with its local additions, and the pages on which an organisation keeps them. */
@NullMarked
package org.espalier.roleprofile.local.web;

import org.jspecify.annotations.NullMarked;
