package org.espalier.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The tokens of a text: words (inner hyphens and apostrophes belong to them) and single punctuation marks. */
final class Words {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:['’-][\\p{L}\\p{N}\\p{M}]+)*|\\S");

    /** Words that say little about what a text is about. */
    private static final Set<String> COMMON = Set.of(
            "a", "an", "and", "any", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "into", "is",
            "it", "its", "may", "of", "on", "or", "other", "others", "own", "so", "such", "that", "the", "their",
            "them", "these", "they", "this", "those", "to", "when", "where", "which", "who", "will", "with", "within");

    private Words() {}

    /** One token and where it stands in its text. */
    record Token(String text, int start, int end) {
        boolean isWord() {
            return Character.isLetterOrDigit(text.codePointAt(0));
        }

        /** How much it matters that this token is kept: content words before common ones before punctuation. */
        int weight() {
            if (!isWord()) {
                return 1;
            }
            return isCommon(text) ? 2 : 4;
        }
    }

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    static long count(String text) {
        return of(text).stream().filter(Token::isWord).count();
    }

    /** For a lower-case word or one as it stands at the start of a sentence. */
    static boolean isCommon(String word) {
        return word.length() <= 6 && COMMON.contains(word.toLowerCase(Locale.ROOT));
    }
}
