package org.espalier.portfolio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The documents and pictures that a portfolio takes. What a file is, is told by its content and never by its name. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    TEXT("text/plain", "txt", "md", "csv");

    private static final int HEAD = 8192;
    private static final int MOST_ENTRIES = 20_000;
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The usual one, without its dot. */
    public String extension() {
        return extensions.getFirst();
    }

    /** In the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FileType ofSlug(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** True when a small picture of it can be drawn. */
    public boolean canBeDrawn() {
        return switch (this) {
            case PDF, JPEG, PNG, GIF -> true;
            case WEBP, HEIC, DOCX, XLSX, PPTX, ODT, ODS, ODP, DOC, XLS, PPT, TEXT -> false;
        };
    }

    /** True when it holds nothing that could be made smaller. */
    boolean isCompressed() {
        return this != TEXT && this != DOC && this != XLS && this != PPT;
    }

    /** What a look into a file told. */
    sealed interface Seen {
        record Type(FileType type) implements Seen {}

        /** A document that could run something on the computer of whoever opens it. */
        record WithMacros() implements Seen {}

        record Unknown() implements Seen {}
    }

    /** Every extension that a type may have, each with its dot, for the browser's own choice of files. */
    public static String accepted() {
        return String.join(
                ",",
                Arrays.stream(values())
                        .flatMap(type -> type.extensions.stream())
                        .map(extension -> "." + extension)
                        .toList());
    }

    /** A safe name for a file of this type: no path, nothing that a file system minds, the type's own extension. */
    String nameFor(String given) {
        return SafeNames.withExtension(given, extensions);
    }

    /** Looks at the content; reads no more than the beginning, and of an archive the list of what is in it. */
    static Seen of(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        var start = new String(head, 0, Math.min(head.length, 16), ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) {
            return archive(file);
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return oldOffice(file);
        }
        return byStart(start)
                .or(() -> isText(head) ? Optional.of(TEXT) : Optional.empty())
                .<Seen>map(Seen.Type::new)
                .orElseGet(Seen.Unknown::new);
    }

    private static Optional<FileType> byStart(String start) {
        if (start.startsWith("%PDF-")) {
            return Optional.of(PDF);
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (start.startsWith("ftyp", 4) && start.length() >= 12 && HEIC_BRANDS.contains(start.substring(8, 12))) {
            return Optional.of(HEIC);
        }
        return Optional.empty();
    }

    private static Seen archive(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return new Seen.Unknown();
            }
            var names = zip.stream()
                    .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                    .toList();
            if (names.stream().anyMatch(name -> name.contains("vbaproject") || name.startsWith("basic/"))) {
                return new Seen.WithMacros();
            }
            if (names.contains("mimetype")) {
                try (var content = zip.getInputStream(zip.getEntry("mimetype"))) {
                    var stated = new String(content.readNBytes(100), ISO_8859_1).strip();
                    return List.of(ODT, ODS, ODP).stream()
                            .filter(type -> type.mediaType.equals(stated))
                            .findFirst()
                            .<Seen>map(Seen.Type::new)
                            .orElseGet(Seen.Unknown::new);
                }
            }
            if (!names.contains("[content_types].xml")) {
                return new Seen.Unknown();
            }
            if (names.contains("word/document.xml")) {
                return new Seen.Type(DOCX);
            }
            if (names.contains("xl/workbook.xml")) {
                return new Seen.Type(XLSX);
            }
            return names.contains("ppt/presentation.xml") ? new Seen.Type(PPTX) : new Seen.Unknown();
        } catch (ZipException | IllegalArgumentException | NullPointerException damaged) {
            return new Seen.Unknown();
        }
    }

    private static Seen oldOffice(Path file) {
        try (var storage = new POIFSFileSystem(file.toFile(), true)) {
            var names = storage.getRoot().getEntryNames();
            if (names.contains("Macros") || names.contains("_VBA_PROJECT_CUR")) {
                return new Seen.WithMacros();
            }
            if (names.contains("WordDocument")) {
                return new Seen.Type(DOC);
            }
            if (names.contains("Workbook") || names.contains("Book")) {
                return new Seen.Type(XLS);
            }
            return names.contains("PowerPoint Document") ? new Seen.Type(PPT) : new Seen.Unknown();
        } catch (IOException | RuntimeException damaged) {
            return new Seen.Unknown();
        }
    }

    /** Text in UTF-8 without control characters, and nothing that a browser might take for a page. */
    private static boolean isText(byte[] head) {
        var decoder = UTF_8.newDecoder();
        var end = head.length;
        // the beginning may end within a character
        for (var cut = 0; cut < 4 && end > 0; cut++, end--) {
            try {
                var text = decoder.decode(ByteBuffer.wrap(head, 0, end)).toString();
                var start = text.stripLeading().toLowerCase(Locale.ROOT);
                return text.chars().noneMatch(c -> Character.isISOControl(c) && "\n\r\t\f".indexOf(c) < 0)
                        && !start.startsWith("<")
                        && !start.startsWith("\ufeff<");
            } catch (CharacterCodingException within) {
                if (head.length < HEAD) {
                    return false;
                }
            }
        }
        return false;
    }
}
