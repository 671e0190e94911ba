package org.espalier.framework.format;

import java.io.IOException;
import java.io.StringReader;

/**
 * Reads a text without ever handing out half of a surrogate pair at the end of a buffer, which the YAML scanner does not
 * survive.
 */
final class WholeCharacters extends StringReader {

    private final String text;
    private int position;

    WholeCharacters(String text) {
        super(text);
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        var c = super.read();
        position += c < 0 ? 0 : 1;
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var end = position + length;
        var cuts = length > 1
                && end < text.length()
                && Character.isHighSurrogate(text.charAt(end - 1))
                && Character.isLowSurrogate(text.charAt(end));
        var read = super.read(buffer, offset, cuts ? length - 1 : length);
        position += Math.max(read, 0);
        return read;
    }
}
