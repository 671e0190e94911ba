/** A person's portfolio, page by page, and what others see of the items that were shared with them. */
@NullMarked
package org.espalier.portfolio.web;

import org.jspecify.annotations.NullMarked;
