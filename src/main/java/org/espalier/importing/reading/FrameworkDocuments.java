package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.FrameworkFormat.Read;

/** Texts that are {@code espalier/1} documents already. */
final class FrameworkDocuments {

    private static final int HEAD = 20_000;
    private static final int PROBLEMS_SHOWN = 5;
    private static final Pattern YAML = Pattern.compile("(?m)^format:\\s*[\"']?espalier/\\d");
    private static final Pattern JSON = Pattern.compile("\"format\"\\s*:\\s*\"espalier/\\d");

    private FrameworkDocuments() {}

    static boolean alike(String text) {
        var start = text.stripLeading();
        if (start.startsWith("{")) {
            return JSON.matcher(start).find();
        }
        return YAML.matcher(start.substring(0, Math.min(start.length(), HEAD))).find();
    }

    static Reading read(String text) {
        return switch (FrameworkFormat.read(text)) {
            case Read.Document(var document, var unknownKeys) -> new Reading.Ready(noted(document, unknownKeys));
            case Read.Invalid(var problems) ->
                new Reading.Refused("This is an espalier document, but it has a mistake in it. "
                        + String.join(" ", problems.subList(0, Math.min(problems.size(), PROBLEMS_SHOWN)))
                        + (problems.size() > PROBLEMS_SHOWN
                                ? " And " + (problems.size() - PROBLEMS_SHOWN) + " more."
                                : "")
                        + " Correct it and try again.");
        };
    }

    private static FrameworkDocument noted(FrameworkDocument document, List<String> unknownKeys) {
        if (unknownKeys.isEmpty()) {
            return document;
        }
        var annotations = new ArrayList<>(document.annotations());
        for (var key : unknownKeys) {
            annotations.add(new Annotation(
                    Annotation.Severity.WARNING,
                    "unknown-key",
                    "The key “" + key + "” is not part of the format and was not read.",
                    null));
        }
        return document.withAnnotations(annotations);
    }
}
