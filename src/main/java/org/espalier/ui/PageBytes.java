package org.espalier.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A page while it is written: UTF-8 in a single array, so that it can be sent at once and not in a thousand pieces. */
final class PageBytes implements TemplateOutput {
    private static final int USUAL_SIZE = 16 * 1024;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int size;

    @Override
    public void writeContent(String text) {
        writeContent(text, 0, text.length());
    }

    @Override
    public void writeContent(String text, int from, int to) {
        makeRoomFor(to - from);
        for (var n = from; n < to; n++) {
            var character = text.charAt(n);
            if (character >= FIRST_BEYOND_ASCII) {
                writeBinaryContent(text.substring(n, to).getBytes(UTF_8));
                return;
            }
            bytes[size++] = (byte) character;
        }
    }

    @Override
    public void writeBinaryContent(byte[] part) {
        makeRoomFor(part.length);
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
    }

    private void makeRoomFor(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    int size() {
        return size;
    }

    void writeTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, size);
    }
}
