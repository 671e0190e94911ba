/**
 * People from a spreadsheet. A file becomes rows ({@link org.espalier.person.staff.importing.StaffFileReader}), rows and
 * what is known become a plan ({@link org.espalier.person.staff.importing.StaffPlan}, pure), and a plan without a refused
 * row is carried out as a whole or not at all ({@link org.espalier.person.staff.importing.ImportStaff}).
 */
@NullMarked
package org.espalier.person.staff.importing;

import org.jspecify.annotations.NullMarked;
