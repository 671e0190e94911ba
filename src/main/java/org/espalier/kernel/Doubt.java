package org.espalier.kernel;

import java.time.LocalDate;
import java.util.List;

/**
 * Something in a form that may tell who a patient is; the person who wrote it decides (PRODUCT.md, rule 20).
 *
 * @param field the name of the form's field in which it stands
 */
public record Doubt(String field, PatientIdentifiers.Finding finding) {

    /** All that this field's text may tell. */
    public static List<Doubt> in(String field, String text, LocalDate today) {
        return PatientIdentifiers.in(text, today).stream()
                .map(finding -> new Doubt(field, finding))
                .toList();
    }
}
