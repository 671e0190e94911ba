package org.espalier.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of everybody's evidence, read and written in pieces of 1 MB. Whoever asks has made sure that they may. */
@Component
public class EvidenceFiles {
    static final int CHUNK = 1024 * 1024;
    private static final String FILE =
            "select id, evidence_id, name, type, size, sha256, added_at, removed_at from portfolio.file ";

    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were added, those that were taken away included. */
    public List<EvidenceFile> of(EvidenceId evidence) {
        return jdbc.sql(FILE + "where evidence_id = :evidence order by id")
                .param("evidence", evidence.value())
                .query((row, number) -> file(row))
                .list();
    }

    /** Those of each of these items that has any. One SQL statement. */
    Map<EvidenceId, List<EvidenceFile>> of(Collection<EvidenceId> items) {
        var files = new HashMap<EvidenceId, List<EvidenceFile>>();
        jdbc.sql(FILE + "where evidence_id = any(:items) order by id")
                .param("items", items.stream().map(EvidenceId::value).toArray(Long[]::new))
                .query(row -> {
                    files.computeIfAbsent(new EvidenceId(row.getLong("evidence_id")), id -> new ArrayList<>())
                            .add(file(row));
                });
        return files;
    }

    /** One of the files of this evidence. */
    public Optional<EvidenceFile> find(EvidenceId evidence, FileId id) {
        return jdbc.sql(FILE + "where id = :id and evidence_id = :evidence")
                .param("id", id.value())
                .param("evidence", evidence.value())
                .query((row, number) -> file(row))
                .optional();
    }

    /** Writes a file's bytes, one piece in memory at a time and no connection held between pieces. */
    public void copy(EvidenceFile file, OutputStream out) throws IOException {
        for (var number = 0; (long) number * CHUNK < file.size(); number++) {
            out.write(jdbc.sql("select bytes from portfolio.chunk where file_id = :file and number = :number")
                    .param("file", file.id().value())
                    .param("number", number)
                    .query((row, n) -> row.getBytes("bytes"))
                    .single());
        }
    }

    /** How many bytes a person keeps. */
    long sizeOf(PersonId person) {
        return jdbc.sql("""
                select coalesce(sum(f.size), 0) from portfolio.file f join portfolio.evidence e on e.id = f.evidence_id
                where e.person_id = :person
                """).param("person", person.value()).query(Long.class).single();
    }

    /** Adds a file: all of it or, when reading fails, nothing. */
    @Transactional
    FileId add(EvidenceId evidence, String name, FileType type, long size, InputStream bytes) {
        var id = jdbc.sql("""
                insert into portfolio.file (evidence_id, name, type, size, sha256, added_at)
                values (:evidence, :name, :type, :size, '', :now) returning id
                """)
                .param("evidence", evidence.value())
                .param("name", name)
                .param("type", type.slug())
                .param("size", size)
                .param("now", now())
                .query(Long.class)
                .single();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var left = size;
            for (var number = 0; left > 0; number++) {
                var chunk = bytes.readNBytes((int) Math.min(CHUNK, left));
                if (chunk.length == 0) {
                    throw new IllegalStateException("The file is shorter than it was");
                }
                digest.update(chunk);
                left -= chunk.length;
                jdbc.sql("insert into portfolio.chunk (file_id, number, bytes) values (:file, :number, :bytes)")
                        .param("file", id)
                        .param("number", number)
                        .param("bytes", chunk)
                        .update();
            }
            jdbc.sql("update portfolio.file set sha256 = :sha256 where id = :file")
                    .param("sha256", digest.digest())
                    .param("file", id)
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return new FileId(id);
    }

    boolean remove(EvidenceId evidence, FileId id, boolean removed) {
        return jdbc.sql("""
                update portfolio.file set removed_at = case when :removed then coalesce(removed_at, :now) end
                where id = :id and evidence_id = :evidence
                """)
                        .param("removed", removed)
                        .param("now", now())
                        .param("id", id.value())
                        .param("evidence", evidence.value())
                        .update()
                == 1;
    }

    boolean delete(EvidenceId evidence, FileId id) {
        return jdbc.sql("""
                delete from portfolio.file where id = :id and evidence_id = :evidence and removed_at is not null
                """)
                        .param("id", id.value())
                        .param("evidence", evidence.value())
                        .update()
                == 1;
    }

    /**
     * A file's small picture as far as it is known.
     *
     * @param png null when there is none
     * @param tried true when it was drawn, or could not be
     */
    record Drawn(byte @Nullable [] png, boolean tried) {}

    Drawn drawn(FileId id) {
        return jdbc.sql("select thumbnail, thumbnail_tried from portfolio.file where id = :id")
                .param("id", id.value())
                .query((row, number) -> new Drawn(row.getBytes("thumbnail"), row.getBoolean("thumbnail_tried")))
                .single();
    }

    void keepDrawn(FileId id, byte @Nullable [] png) {
        jdbc.sql("update portfolio.file set thumbnail = :png, thumbnail_tried = true where id = :id")
                .param("png", png, java.sql.Types.BINARY)
                .param("id", id.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static EvidenceFile file(ResultSet row) throws SQLException {
        var removed = (@Nullable OffsetDateTime) row.getObject("removed_at", OffsetDateTime.class);
        return new EvidenceFile(
                new FileId(row.getLong("id")),
                row.getString("name"),
                FileType.ofSlug(row.getString("type")),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                removed == null ? null : removed.toInstant());
    }
}
