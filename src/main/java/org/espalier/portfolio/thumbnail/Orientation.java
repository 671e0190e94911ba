package org.espalier.portfolio.thumbnail;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a JPEG says it is to be turned: the orientation in its Exif data, from 1 (as it is) to 8. */
final class Orientation {
    private static final int AS_IT_IS = 1;
    private static final int START = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private Orientation() {}

    /** From the beginning of a file; 1 when it says nothing. */
    static int in(byte[] head) {
        var bytes = ByteBuffer.wrap(head);
        try {
            if (unsigned(bytes) != START) {
                return AS_IT_IS;
            }
            while (true) {
                var marker = unsigned(bytes);
                var next = bytes.position() + unsigned(bytes);
                if (marker == APP1 && bytes.getInt() == EXIF) {
                    bytes.getShort();
                    return clamped(inExif(bytes.slice()));
                }
                if (marker == SCAN || marker < 0xFF00) {
                    return AS_IT_IS;
                }
                bytes.position(next);
            }
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            return AS_IT_IS;
        }
    }

    private static int inExif(ByteBuffer exif) {
        exif.order(exif.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        exif.position(4);
        exif.position(exif.getInt());
        var entries = unsigned(exif);
        for (var n = 0; n < entries; n++) {
            var entry = exif.position();
            if (unsigned(exif) == TAG) {
                exif.position(entry + 8);
                return unsigned(exif);
            }
            exif.position(entry + ENTRY);
        }
        return AS_IT_IS;
    }

    private static int clamped(int orientation) {
        return orientation < 1 || orientation > 8 ? AS_IT_IS : orientation;
    }

    private static int unsigned(ByteBuffer bytes) {
        return Short.toUnsignedInt(bytes.getShort());
    }
}
