/**
 * Papers and tables that people take away: one {@link org.espalier.document.Paper}, written as tagged PDF
 * ({@link org.espalier.document.Pdf}) or as Word ({@link org.espalier.document.Word}), and tables as a spreadsheet
 * ({@link org.espalier.document.Workbook}) or as values held apart by commas ({@link org.espalier.document.Csv}), and read
 * again by {@link org.espalier.document.TableFile}. No business knowledge: the module that owns the content says what stands
 * in the paper.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.espalier.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
