package org.espalier.credential.web;

import org.espalier.credential.Readiness;
import org.espalier.credential.Snapshot;
import org.espalier.ui.Messages;
import org.jspecify.annotations.Nullable;

/** How many optional expectations are signed off and had to be, in one sentence. */
final class OptionalLine {
    private OptionalLine() {}

    static String of(Readiness.OptionalPart part, int parts, Messages words) {
        var choice = part.choice();
        var level = choice.level();
        return text(
                parts > 1 && level != null ? level.name() : null,
                part.signedOff().size(),
                choice.minimum(),
                choice.statements().size(),
                words);
    }

    static String of(Snapshot.OptionalPart part, int parts, Messages words) {
        return text(parts > 1 ? part.level() : null, part.signedOff(), part.minimum(), part.of(), words);
    }

    private static String text(@Nullable String level, int signedOff, int minimum, int of, Messages words) {
        var key = minimum == 0
                ? "credential.optional.none"
                : signedOff < minimum ? "credential.optional" : "credential.optional.enough";
        var line = words.text(key, signedOff, minimum, of);
        return level == null ? line : level + ": " + line;
    }
}
