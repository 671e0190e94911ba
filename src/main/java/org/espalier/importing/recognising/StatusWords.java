package org.espalier.importing.recognising;

import java.util.regex.Pattern;

/** The words in which a document says how far along it is, and who may see it. */
final class StatusWords {

    private static final Pattern DRAFT =
            Pattern.compile("(?i).*\\b(?:draft|for consultation|consultation version|drafft)\\b.*");
    private static final Pattern FINAL =
            Pattern.compile("(?i)(?:final|published|publication date|issued|version|edition)\\b.*");
    private static final Pattern RESTRICTED = Pattern.compile(
            "(?i).*\\b(?:not (?:be )?(?:for|to be) (?:wider |onward |further |general |public )*(?:distribut\\w+|circulat\\w+|shar\\w+|publi\\w+)"
                    + "|in confidence|confidential|embargoed|restricted circulation|do not (?:share|circulate|distribute))\\b.*");
    private static final int LONGEST = 14;

    private StatusWords() {}

    static boolean in(String line) {
        return draft(line) || finished(line) || restricted(line);
    }

    static boolean draft(String line) {
        return brief(line) && DRAFT.matcher(line).matches();
    }

    static boolean finished(String line) {
        return brief(line) && FINAL.matcher(line).matches();
    }

    static boolean restricted(String line) {
        return brief(line) && RESTRICTED.matcher(line).matches();
    }

    private static boolean brief(String line) {
        return Phrase.wordCount(line) <= LONGEST;
    }
}
