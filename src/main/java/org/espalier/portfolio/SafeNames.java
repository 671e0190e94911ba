package org.espalier.portfolio;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names under which a file can be saved on every computer, made from names that somebody else chose. */
final class SafeNames {
    private static final int LONGEST = 100;
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\\\/:*?\"<>|%~`$;&#{}]+");
    private static final Pattern RESERVED = Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

    private final Set<String> taken = new HashSet<>();

    /** A name that has not been handed out before, as file systems compare names. */
    String unique(String name) {
        var dot = name.lastIndexOf('.');
        var base = dot > 0 ? name.substring(0, dot) : name;
        var extension = dot > 0 ? name.substring(dot) : "";
        var unique = name;
        for (var n = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); n++) {
            unique = base + "-" + n + extension;
        }
        return unique;
    }

    /** The name without its path and without what a file system minds, with one of these extensions or the first. */
    static String withExtension(String given, List<String> extensions) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .strip();
        var dot = name.lastIndexOf('.');
        var has = dot >= 0 && extensions.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        var base = has ? name.substring(0, dot) : name;
        var extension = has ? name.substring(dot) : "." + extensions.getFirst();
        return of(base) + extension;
    }

    /** What is left of a text that can be a name; {@code "file"} when nothing is. */
    static String of(String text) {
        var name = NOT_IN_A_NAME
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. -]+|[. ]+$", "");
        if (name.length() > LONGEST) {
            name = name.substring(0, Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST)
                    .strip();
        }
        if (name.isEmpty()) {
            return "file";
        }
        return RESERVED.matcher(name).matches() ? "_" + name : name;
    }
}
