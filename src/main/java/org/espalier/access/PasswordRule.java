package org.espalier.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be: long, and not among the first that anybody would try. Length is what makes a password
 * strong; no mix of characters is asked for.
 */
public final class PasswordRule {
    public static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** At least this many different characters must remain when the guessable parts have been taken out. */
    private static final int OF_ITS_OWN = 5;

    private static final int RUN = 3;
    private static final int NAME_PART = 3;

    private static final List<String> TRIED_FIRST = List.of(
            "passphrase",
            "password",
            "passwort",
            "passw",
            "letmein",
            "welcome",
            "changeme",
            "iloveyou",
            "administrator",
            "admin",
            "secret",
            "qwertyuiop",
            "qwerty",
            "asdfghjkl",
            "asdf",
            "zxcvbnm",
            "abcdefghijklmnopqrstuvwxyz",
            "abcdef",
            "abcd",
            "abc",
            "monkey",
            "dragon",
            "football",
            "liverpool",
            "arsenal",
            "chelsea",
            "sunshine",
            "princess",
            "charlie",
            "superman",
            "hospital",
            "nurse",
            "espalier",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "spring",
            "summer",
            "autumn",
            "winter",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private PasswordRule() {}

    /**
     * What is weak about this password, if anything.
     *
     * @param about the person's name and address
     */
    public static Optional<PasswordWeakness> weakness(String password, String... about) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(PasswordWeakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordWeakness.TOO_LONG);
        }
        var plain = plain(withoutRuns(password.toLowerCase(Locale.ROOT)));
        if (isTooLittle(without(plain, TRIED_FIRST))) {
            return Optional.of(PasswordWeakness.EASY_TO_GUESS);
        }
        var aboutYou = Arrays.stream(about)
                .flatMap(words -> Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= NAME_PART)
                .map(PasswordRule::plain)
                .toList();
        return isTooLittle(without(plain, aboutYou)) ? Optional.of(PasswordWeakness.ABOUT_YOU) : Optional.empty();
    }

    /** Without "aaaa", "2345" and "edcba": three or more characters that are the same, or each next to the last. */
    private static String withoutRuns(String text) {
        var rest = new StringBuilder();
        var start = 0;
        for (var i = 1; i <= text.length(); i++) {
            var goesOn = i < text.length()
                    && Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1
                    && (i - start == 1
                            || text.charAt(i) - text.charAt(i - 1) == text.charAt(i - 1) - text.charAt(i - 2));
            if (!goesOn) {
                rest.append(i - start >= RUN ? " " : text.substring(start, i));
                start = i;
            }
        }
        return rest.toString();
    }

    /** With the usual stand-ins for letters ("p4$$w0rd") read as the letters. */
    private static String plain(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('1', 'i')
                .replace('!', 'i');
    }

    private static String without(String text, List<String> words) {
        var rest = text;
        for (var word : words) {
            rest = rest.replace(word, " ");
        }
        return rest;
    }

    private static boolean isTooLittle(String rest) {
        return rest.codePoints().filter(c -> c != ' ').distinct().count() < OF_ITS_OWN;
    }
}
