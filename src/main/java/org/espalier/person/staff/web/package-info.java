/** The pages of an organisation for those who belong to it, and a person's page of the organisations they belong to. */
@NullMarked
package org.espalier.person.staff.web;

import org.jspecify.annotations.NullMarked;
