package org.espalier.importing.reading;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Counts what the packed parts of a PDF unpack to before anything is kept, so that a small file cannot fill the memory. */
final class PdfStreams {

    private static final Pattern PACKED_TWICE = Pattern.compile(
            "/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\s{0,9}/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final long ONE = 60L * 1024 * 1024;
    private static final long ALL = 400L * 1024 * 1024;
    private static final int HEAD = 600;

    private PdfStreams() {}

    static void refuseBomb(byte[] content) {
        var total = 0L;
        var buffer = new byte[64 * 1024];
        for (var at = next(content, 0); at >= 0; at = next(content, at)) {
            var head = new String(content, Math.max(0, at - HEAD), Math.min(HEAD, at), StandardCharsets.ISO_8859_1);
            head = head.substring(Math.max(0, head.lastIndexOf("obj")));
            if (PACKED_TWICE.matcher(head).find()) {
                throw tooMuch();
            }
            if (!head.contains("/Image")) {
                total += unpacked(content, at, buffer);
            }
            if (total > ALL) {
                throw tooMuch();
            }
        }
    }

    /** Where the next packed part begins, after the line that announces it. */
    private static int next(byte[] content, int from) {
        for (var i = from; i + STREAM.length + 2 < content.length; i++) {
            var found = true;
            for (var k = 0; found && k < STREAM.length; k++) {
                found = content[i + k] == STREAM[k];
            }
            if (found && (i == 0 || content[i - 1] != 'd')) {
                var start = i + STREAM.length;
                start += content[start] == '\r' ? 1 : 0;
                start += content[start] == '\n' ? 1 : 0;
                return start;
            }
        }
        return -1;
    }

    private static long unpacked(byte[] content, int at, byte[] buffer) {
        if (content[at] != 0x78 && (content[at] & 0x0F) != 8) {
            return 0;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(content, at, content.length - at);
            var size = 0L;
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                size += inflater.inflate(buffer);
                if (size > ONE) {
                    throw tooMuch();
                }
            }
            return size;
        } catch (DataFormatException notPacked) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    private static Unreadable tooMuch() {
        return new Unreadable("This PDF unpacks to far more than a document holds, so it was not opened. "
                + "Open it, save only the pages you need as a new PDF, and try again.");
    }
}
