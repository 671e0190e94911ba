/** What two roles, or a role and a level, have in common, and what only one of them asks for. */
@NullMarked
package org.espalier.roleprofile.comparison;

import org.jspecify.annotations.NullMarked;
