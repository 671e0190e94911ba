/**
 * The pages of an organisation for those who belong to it, and a person's page of the organisations they belong to.
 * Other modules wrap their own pages of an organisation in {@code person/staff/web/inside}.
 */
@NamedInterface("staff-pages")
@NullMarked
package org.espalier.person.staff.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
