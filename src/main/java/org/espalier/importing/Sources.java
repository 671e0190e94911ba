package org.espalier.importing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.importing.outline.SourceLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The documents that drafts were imported from, line by line. */
@Component
class Sources {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    Sources(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A document that somebody imported. */
    record Source(String fileName, List<SourceLine> lines) {
        static final Source NONE = new Source("", List.of());
    }

    /** The one that this draft was imported from; {@link Source#NONE} when it was not. */
    Source of(VersionId version) {
        return jdbc.sql("select file_name, lines::text as lines from importing.source where version_id = :version")
                .param("version", version.value())
                .query((row, number) -> new Source(
                        row.getString("file_name"),
                        JSON.readValue(row.getString("lines"), new TypeReference<List<SourceLine>>() {})))
                .optional()
                .orElse(Source.NONE);
    }

    void store(Actor actor, VersionId version, String fileName, FrameworkDocument imported, List<SourceLine> lines) {
        var source = imported.source();
        jdbc.sql("""
                        insert into importing.source (version_id, file_name, sha256, lines, imported_by, imported_at)
                        values (:version, :file, :sha256, :lines::jsonb, :account, :now)
                        """)
                .param("version", version.value())
                .param("file", fileName)
                .param("sha256", source == null || source.sha256() == null ? "" : source.sha256())
                .param("lines", JSON.writeValueAsString(lines))
                .param("account", actor.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
