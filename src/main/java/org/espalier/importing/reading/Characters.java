package org.espalier.importing.reading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, UTF-16 or Windows-1252, with or without a byte order mark. */
final class Characters {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 8192;

    private Characters() {}

    /** The text; refuses what is none. */
    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return checked(utf8OrWindows(bytes, 3));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return checked(utf16(bytes, 2, ByteOrder.LITTLE_ENDIAN));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return checked(utf16(bytes, 2, ByteOrder.BIG_ENDIAN));
        }
        return checked(
                switch (utf16WithoutMark(bytes)) {
                    case LITTLE -> utf16(bytes, 0, ByteOrder.LITTLE_ENDIAN);
                    case BIG -> utf16(bytes, 0, ByteOrder.BIG_ENDIAN);
                    case NEITHER -> utf8OrWindows(bytes, 0);
                });
    }

    private static CharSequence utf16(byte[] bytes, int offset, ByteOrder order) {
        return ByteBuffer.wrap(bytes, offset, (bytes.length - offset) & ~1)
                .order(order)
                .asCharBuffer();
    }

    private enum Order {
        LITTLE,
        BIG,
        NEITHER
    }

    /** Latin text in UTF-16 has a zero in every other byte. */
    private static Order utf16WithoutMark(byte[] bytes) {
        var sample = Math.min(bytes.length, SAMPLE) & ~1;
        var even = 0;
        var odd = 0;
        for (var i = 0; i < sample; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        var pairs = sample / 2;
        if (odd > pairs * 0.6 && even < pairs * 0.05) {
            return Order.LITTLE;
        }
        return even > pairs * 0.6 && odd < pairs * 0.05 ? Order.BIG : Order.NEITHER;
    }

    private static CharSequence utf8OrWindows(byte[] bytes, int offset) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset));
        } catch (CharacterCodingException notUtf8) {
            refuseHalves(bytes, offset);
            return mostlyUtf8(bytes, offset)
                    ? replacing(bytes, offset, StandardCharsets.UTF_8)
                    : replacing(bytes, offset, WINDOWS);
        }
    }

    /** Whether more characters beyond ASCII are well-formed UTF-8 than not: a damaged file, not another encoding. */
    private static boolean mostlyUtf8(byte[] bytes, int offset) {
        var good = 0;
        var bad = 0;
        for (var i = offset; i < bytes.length; ) {
            var lead = bytes[i] & 0xFF;
            var length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
            var whole = length > 0 && i + length <= bytes.length;
            for (var k = 1; whole && k < length; k++) {
                whole = (bytes[i + k] & 0xC0) == 0x80;
            }
            good += whole && length > 1 ? 1 : 0;
            bad += whole ? 0 : 1;
            i += whole ? length : 1;
        }
        return good > bad;
    }

    private static CharBuffer replacing(byte[] bytes, int offset, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset));
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Text has next to no control characters; a picture or a program has many. */
    private static String checked(CharSequence text) {
        var controls = 0;
        var line = 1;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (c < ' ' && (c < '\t' || c > '\r')) {
                controls++;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw broken(line);
                }
                i++;
            }
        }
        if (controls > 4 && controls > text.length() / 200) {
            throw new Unreadable("This file is not a text or a document that can be read. "
                    + "Save it as Word (.docx), PDF, web page, spreadsheet (.xlsx) or plain text, and try again.");
        }
        return text.toString().replace('\0', '\uFFFD');
    }

    /** Halves of characters, written as if they were whole ones. */
    private static void refuseHalves(byte[] bytes, int offset) {
        var line = 1;
        for (var i = offset; i + 2 < bytes.length; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
            if ((bytes[i] & 0xFF) == 0xED && (bytes[i + 1] & 0xE0) == 0xA0 && (bytes[i + 2] & 0xC0) == 0x80) {
                throw broken(line);
            }
        }
    }

    private static Unreadable broken(int line) {
        return new Unreadable("Line " + line + " of this file holds half of a character, so the file is damaged. "
                + "Open it where it was written, save it as UTF-8 text, and try again.");
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (var i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
