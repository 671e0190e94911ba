/** Pages and API of the catalogue: public, read only, drafts invisible. */
@NullMarked
package org.espalier.framework.web;

import org.jspecify.annotations.NullMarked;
