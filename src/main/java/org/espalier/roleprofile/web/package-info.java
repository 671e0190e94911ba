/** The pages on which role profiles are composed and drawn up. */
@NullMarked
package org.espalier.roleprofile.web;

import org.jspecify.annotations.NullMarked;
