/** The pages on which people read what happened and choose which of it comes by e-mail. */
@NullMarked
package org.espalier.notice.web;

import org.jspecify.annotations.NullMarked;
