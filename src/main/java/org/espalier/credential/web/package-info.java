/** The pages on which people ask for certificates, assessors issue and revoke them, and anybody checks one. */
@NullMarked
package org.espalier.credential.web;

import org.jspecify.annotations.NullMarked;
