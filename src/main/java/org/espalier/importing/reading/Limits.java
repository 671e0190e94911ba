package org.espalier.importing.reading;

/**
 * How much is read. Far more than any framework needs, and little enough that nobody can tie up the machine with a file.
 */
final class Limits {

    static final int FILE_BYTES = 50 * 1024 * 1024;
    static final int CHARACTERS = 10_000_000;
    static final int LINES = 200_000;
    static final int COLUMNS = 256;
    static final int DEPTH = 200;
    static final int PAGES = 2_000;
    static final int WORDS_ON_A_PAGE = 20_000;

    static final String TOO_DEEP = "The parts of this file are nested inside each other more than " + DEPTH
            + " deep. Save it again from the program it was written with, and try again.";

    private Limits() {}

    static void bytes(int bytes) {
        if (bytes > FILE_BYTES) {
            throw new Unreadable("This file is larger than " + FILE_BYTES / (1024 * 1024)
                    + " MB, which is more than can be read at once. Take out its pictures or split it, and try again.");
        }
    }

    static void columns(int columns) {
        if (columns > COLUMNS) {
            throw new Unreadable("A table in this file has " + columns + " columns. Tables of up to " + COLUMNS
                    + " columns can be read: split it or remove the empty columns, and try again.");
        }
    }

    static void depth(int depth) {
        if (depth > DEPTH) {
            throw new Unreadable(TOO_DEEP);
        }
    }

    static void lines(int lines) {
        if (lines > LINES) {
            throw new Unreadable("This file has more than " + LINES
                    + " lines, which is more than can be read at once. Split it into parts and import each.");
        }
    }

    static void characters(long characters) {
        if (characters > CHARACTERS) {
            throw new Unreadable(
                    "This file holds more than " + CHARACTERS
                            + " characters of text, which is more than can be read at once. Split it into parts and import each.");
        }
    }

    static void wordsOnAPage(int words) {
        if (words > WORDS_ON_A_PAGE) {
            throw new Unreadable(
                    "A page of this PDF holds more than " + WORDS_ON_A_PAGE
                            + " words, so it is no page of a document. Save the text as Word (.docx) or plain text, and try again.");
        }
    }
}
