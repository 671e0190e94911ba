package org.espalier.document;

/** Keeps what people write within what file formats can hold. */
final class Characters {

    private Characters() {}

    /** The text with line feeds alone as line ends, and without the characters that no XML may hold. */
    static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(Characters::isLegal)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
