package org.espalier.importing.recognising;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.Place;

/** What an editor should look at in any framework; the text itself is never mended. */
final class Doubts {

    private Doubts() {}

    static void read(Draft draft) {
        var places = new LinkedHashMap<Place, List<String>>();
        for (var statement : draft.statements) {
            if (statement.text() != null && statement.source() != null) {
                var missing = ProtectedCharacteristics.missing(statement.text());
                if (!missing.isEmpty()) {
                    places.put(statement.source(), missing);
                }
            }
        }
        places.entrySet().stream().map(Doubts::lists).forEach(draft.annotations::add);
    }

    private static Annotation lists(Map.Entry<Place, List<String>> place) {
        return new Annotation(
                Annotation.Severity.WARNING,
                "protected-characteristic-missing",
                "This lists protected characteristics of the Equality Act 2010 without “"
                        + String.join("”, “", place.getValue())
                        + "”. The text is kept as published.",
                place.getKey());
    }
}
