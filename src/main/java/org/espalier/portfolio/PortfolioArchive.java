package org.espalier.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.espalier.document.Paper;
import org.espalier.document.Pdf;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The ZIP that a person takes away, written entry by entry to wherever it goes: nothing of it is kept in memory. */
public final class PortfolioArchive {
    private static final int BUFFER = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(Enum.class, new FixedWords()))
            .build();

    private final Zip zip;
    private final SafeNames names = new SafeNames();

    PortfolioArchive(OutputStream out) {
        this.zip = new Zip(out);
    }

    /** Writes the bytes of one entry. */
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Adds a document that packs well.
     *
     * @param path as in {@code claims/claims.pdf}: names of letters, digits, spaces, dots and hyphens between slashes
     */
    public void add(String path, Content content) throws IOException {
        add(path, Deflater.DEFAULT_COMPRESSION, content);
    }

    /** Adds a document to read. */
    public void addPdf(String path, Paper paper) throws IOException {
        var pdf = Pdf.of(paper);
        addPacked(path, entry -> entry.write(pdf));
    }

    /**
     * Adds data for programs, as JSON: days and times are ISO 8601, words of a fixed list are lower case with hyphens, and
     * a key without a value is left out.
     */
    public void addJson(String path, Object data) throws IOException {
        add(path, entry -> JSON.writeValue(entry, data));
    }

    /** Adds what is packed already, such as a picture. */
    public void addPacked(String path, Content content) throws IOException {
        add(path, Deflater.NO_COMPRESSION, content);
    }

    private void add(String path, int level, Content content) throws IOException {
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(names.unique(path)));
        content.to(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                zip.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    @SuppressWarnings("rawtypes")
    private static final class FixedWords extends ValueSerializer<Enum> {
        @Override
        public void serialize(Enum word, JsonGenerator json, SerializationContext context) {
            json.writeString(word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** Writes in larger pieces than usual, for files of many megabytes. */
    private static final class Zip extends ZipOutputStream {
        Zip(OutputStream out) {
            super(out);
            buf = new byte[BUFFER];
        }
    }
}
