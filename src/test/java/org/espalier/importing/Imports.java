package org.espalier.importing;

import java.nio.charset.StandardCharsets;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.testing.PublishedFrameworks;

/** Imports for tests: the draft, or a failure that says why there is none. */
public final class Imports {

    private Imports() {}

    public static ImportDocument.Result.Imported of(byte[] content) {
        return switch (ImportDocument.from(content, "document")) {
            case ImportDocument.Result.Imported imported -> imported;
            case ImportDocument.Result.Refused(var sentence) -> throw new AssertionError(sentence);
        };
    }

    public static FrameworkDocument text(String... lines) {
        return of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8))
                .document();
    }

    public static ImportDocument.Result.Imported published(String number) {
        return of(PublishedFrameworks.bytes(number));
    }
}
