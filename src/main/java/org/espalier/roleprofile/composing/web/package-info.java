/** The pages on which authors compose role profiles. */
@NullMarked
package org.espalier.roleprofile.composing.web;

import org.jspecify.annotations.NullMarked;
