/** The pages about a person's registrations and what their regulators ask for. */
@NullMarked
package org.espalier.portfolio.registration.web;

import org.jspecify.annotations.NullMarked;
