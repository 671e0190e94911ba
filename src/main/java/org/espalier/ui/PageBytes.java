package org.espalier.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A page while it is written: UTF-8 in a single array, so that it can be sent at once and not in a thousand pieces. */
final class PageBytes implements TemplateOutput {
    private static final int USUAL_SIZE = 64 * 1024;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int size;

    @Override
    public void writeContent(String text) {
        writeBinaryContent(text.getBytes(UTF_8));
    }

    @Override
    public void writeContent(String text, int from, int to) {
        writeContent(text.substring(from, to));
    }

    @Override
    public void writeBinaryContent(byte[] part) {
        if (size + part.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + part.length));
        }
        System.arraycopy(part, 0, bytes, size, part.length);
        size += part.length;
    }

    int size() {
        return size;
    }

    void writeTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, size);
    }
}
