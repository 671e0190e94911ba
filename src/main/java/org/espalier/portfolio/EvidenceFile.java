package org.espalier.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a piece of evidence, without its bytes.
 *
 * @param name safe to save under, with the extension of its type
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal
 * @param removedAt null unless it has been taken away and can still be restored
 */
public record EvidenceFile(
        FileId id,
        String name,
        FileType type,
        long size,
        String sha256,
        Instant addedAt,
        @Nullable Instant removedAt) {
    private static final int KB = 1024;

    /** The size as people say it, such as "340 KB" or "2.1 MB". */
    public String sizeInWords() {
        if (size < KB) {
            return size + " bytes";
        }
        return size < KB * KB ? Math.ceilDiv(size, KB) + " KB" : Math.round(size * 10.0 / (KB * KB)) / 10.0 + " MB";
    }
}
