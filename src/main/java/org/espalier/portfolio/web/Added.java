package org.espalier.portfolio.web;

import java.util.List;
import java.util.Locale;
import org.espalier.kernel.Doubt;
import org.espalier.portfolio.AddFiles.Result;

/**
 * What came of the files of a form.
 *
 * @param largest in MB
 */
record Added(List<Result> results, long largest) {
    private static final String FIELD = "files";

    /** The form, with what was refused as errors. */
    EvidenceForm complaining(EvidenceForm form) {
        var complaining = form;
        for (var result : results) {
            complaining = switch (result) {
                case Result.Refused(var name, var reason) ->
                    complaining.with(FIELD, "portfolio.files." + reason.name().toLowerCase(Locale.ROOT), name, largest);
                case Result.Added added -> complaining;
                case Result.MayNamePatient asked -> complaining;
            };
        }
        return complaining;
    }

    /** The form, called as its first file when it has no title yet. */
    EvidenceForm titled(EvidenceForm form) {
        if (!form.title().isEmpty()) {
            return form;
        }
        return results.stream()
                .filter(Result.Added.class::isInstance)
                .map(Result.Added.class::cast)
                .findFirst()
                .map(added ->
                        form.withTitle(added.name().substring(0, added.name().lastIndexOf('.'))))
                .orElse(form);
    }

    /** What their names may tell. */
    List<Doubt> doubts() {
        return results.stream()
                .filter(Result.MayNamePatient.class::isInstance)
                .map(Result.MayNamePatient.class::cast)
                .flatMap(asked -> asked.findings().stream())
                .map(finding -> new Doubt(FIELD, finding))
                .toList();
    }
}
