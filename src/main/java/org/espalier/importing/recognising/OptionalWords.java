package org.espalier.importing.recognising;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words by which a document says that what follows is optional. A sentence in which the word merely occurs is none.
 *
 * @param text as printed
 * @param minimum how many are asked for, where it says so
 */
record OptionalWords(String text, OptionalInt minimum) {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10));
    private static final String THINGS =
            "(?:competenc(?:e|es|y|ies)|capabilit(?:y|ies)|expectations?|statements?|skills?|knowledge|units?|modules?"
                    + "|criteria|criterion|standards?|outcomes?|elements?|items?|tasks?|duties|responsibilities|nos)";
    private static final Pattern LABEL =
            Pattern.compile("(?:additional |further |other )?(?:optional|desirable|elective)"
                    + "(?: (?:and|or|role|role specific|specialist|clinical|additional|" + THINGS + "))*"
                    + "|" + THINGS + " (?:which |that )?(?:are )?(?:optional|desirable)"
                    + "|(?:dewisol|dymunol)");
    private static final Pattern SOME_OF = Pattern.compile(
            "(?:.* )?(?:at least|a minimum of|minimum of|no fewer than|not fewer than|choose|any|select)"
                    + "(?: at least| a minimum of| any)? (\\d{1,2}|" + String.join("|", NUMBERS.keySet())
                    + ")(?: or more)?(?: " + THINGS
                    + ")? (?:of|from) (?:the )?(?:following|these|those below|list below)"
                    + "(?: (?:optional )?" + THINGS + ")?(?: (?:is|are) (?:required|needed|expected|asked for))?");

    /** What the first of these texts says, with a number that another of them adds; empty when none calls it optional. */
    static Optional<OptionalWords> in(@Nullable String... texts) {
        Optional<OptionalWords> found = Optional.empty();
        for (var text : texts) {
            var words = text == null ? Optional.<OptionalWords>empty() : read(text);
            if (words.isPresent() && (found.isEmpty() || found.get().minimum().isEmpty())) {
                found = words;
            }
        }
        return found;
    }

    private static Optional<OptionalWords> read(String text) {
        var plain = Phrase.key(text);
        var some = SOME_OF.matcher(plain);
        if (some.matches()) {
            return Optional.of(new OptionalWords(text.strip(), OptionalInt.of(number(some.group(1)))));
        }
        return LABEL.matcher(plain).matches()
                ? Optional.of(new OptionalWords(text.strip(), OptionalInt.empty()))
                : Optional.empty();
    }

    private static int number(String word) {
        var number = NUMBERS.get(word.toLowerCase(Locale.ROOT));
        return number == null ? Integer.parseInt(word) : number;
    }
}
