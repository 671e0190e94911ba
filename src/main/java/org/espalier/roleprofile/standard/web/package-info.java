/** The pages of the functional map, and those on which lists of standards are brought in. */
@NullMarked
package org.espalier.roleprofile.standard.web;

import org.jspecify.annotations.NullMarked;
