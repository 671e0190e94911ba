package org.espalier.importing.reading;

/** Whether a line that stands alone looks like a heading: short, begun like one and not ended like a sentence. */
final class HeadingLook {

    private static final int MOST_WORDS = 12;
    private static final int MOST_CHARACTERS = 120;

    private HeadingLook() {}

    static boolean alike(String line) {
        if (line.isEmpty() || line.length() > MOST_CHARACTERS || line.indexOf('@') >= 0 || line.contains("://")) {
            return false;
        }
        var first = line.codePointAt(0);
        var last = line.charAt(line.length() - 1);
        return !Character.isLowerCase(first)
                && ".:;,!–-".indexOf(last) < 0
                && line.codePoints().anyMatch(Character::isLetter)
                && line.split(" ", -1).length <= MOST_WORDS;
    }
}
