package org.espalier.framework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.StatementEntry;
import org.espalier.kernel.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The frameworks and versions that use cases write. Reading published ones is {@link PublishedVersions}’. */
@Component
class Frameworks {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Frameworks(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A version as a use case needs it, its framework locked until the transaction ends. */
    record Row(
            VersionId id,
            long framework,
            String slug,
            VersionStatus status,
            @Nullable Integer number,
            long revision,
            FrameworkDocument document) {}

    Optional<Row> find(VersionId id) {
        return row(id, "");
    }

    Optional<Row> lock(VersionId id) {
        return row(id, "FOR UPDATE");
    }

    private Optional<Row> row(VersionId id, String locking) {
        return jdbc.sql("""
                        SELECT v.id, v.framework_id, f.slug, v.status, v.number, v.revision, v.document::text AS document
                        FROM framework.version v JOIN framework.framework f ON f.id = v.framework_id
                        WHERE v.id = :id
                        """ + locking)
                .param("id", id.value())
                .query((row, n) -> new Row(
                        new VersionId(row.getLong("id")),
                        row.getLong("framework_id"),
                        row.getString("slug"),
                        VersionStatus.ofCode(row.getString("status")),
                        row.getObject("number", Integer.class),
                        row.getLong("revision"),
                        FrameworkFormat.readStored(row.getString("document"))))
                .optional();
    }

    /** The framework that this document is a revision of: same title and same publisher, whatever its letters’ case. */
    Optional<Long> frameworkOf(FrameworkDocument document) {
        return jdbc.sql("""
                        SELECT id FROM framework.framework
                        WHERE lower(title) = lower(:title) AND lower(publisher) IS NOT DISTINCT FROM lower(:publisher)
                          AND adds_to IS NULL
                        ORDER BY id LIMIT 1
                        """)
                .param("title", title(document))
                .param("publisher", document.publisher())
                .query(Long.class)
                .optional();
    }

    Optional<Long> frameworkUnder(String slug) {
        return jdbc.sql("SELECT id FROM framework.framework WHERE slug = :slug AND adds_to IS NULL")
                .param("slug", slug)
                .query(Long.class)
                .optional();
    }

    /** What an organisation adds to a role profile, under this slug. */
    Optional<Long> localUnder(String slug) {
        return jdbc.sql("SELECT id FROM framework.framework WHERE slug = :slug AND adds_to IS NOT NULL")
                .param("slug", slug)
                .query(Long.class)
                .optional();
    }

    long add(FrameworkDocument document) {
        return add(document, null);
    }

    /** @param addsTo the slug of the role profile to which these are local additions, null for all else */
    long add(FrameworkDocument document, @Nullable String addsTo) {
        return jdbc.sql("""
                        INSERT INTO framework.framework (slug, title, publisher, adds_to)
                        VALUES (:slug, :title, :publisher, :addsTo) RETURNING id
                        """)
                .param("addsTo", addsTo)
                .param("slug", freeSlug(title(document)))
                .param("title", title(document))
                .param("publisher", document.publisher())
                .query(Long.class)
                .single();
    }

    private String freeSlug(String title) {
        var slug = Slug.of(title);
        var taken = new HashSet<>(jdbc.sql("SELECT slug FROM framework.framework WHERE slug = :slug OR slug LIKE :more")
                .param("slug", slug)
                .param("more", slug + "-%")
                .query(String.class)
                .list());
        var free = slug;
        for (var n = 2; taken.contains(free); n++) {
            free = slug + "-" + n;
        }
        return free;
    }

    /** Lets a framework’s title and publisher follow its document. Its slug stays: people have it in their bookmarks. */
    void describe(long framework, FrameworkDocument document) {
        jdbc.sql("UPDATE framework.framework SET title = :title, publisher = :publisher WHERE id = :id")
                .param("id", framework)
                .param("title", title(document))
                .param("publisher", document.publisher())
                .update();
    }

    static String title(FrameworkDocument document) {
        var title = document.title();
        if (title != null && !title.isBlank()) {
            return title;
        }
        var source = document.source();
        var file = source == null ? null : source.file();
        return file == null || file.isBlank() ? "Framework" : file;
    }

    VersionId addDraft(long framework, FrameworkDocument document, long account) {
        var id = jdbc.sql("""
                        INSERT INTO framework.version (framework_id, document, created_by, changed_by)
                        VALUES (:framework, :document::jsonb, :account, :account) RETURNING id
                        """)
                .param("framework", framework)
                .param("document", FrameworkFormat.compactJson(document))
                .param("account", account)
                .query(Long.class)
                .single();
        return new VersionId(id);
    }

    /** True when the draft still had this revision and now has the next. */
    boolean save(VersionId id, long revision, FrameworkDocument document, long account) {
        return jdbc.sql("""
                        UPDATE framework.version
                        SET document = :document::jsonb, revision = revision + 1, changed_at = now(), changed_by = :account
                        WHERE id = :id AND revision = :revision AND status IN ('draft', 'in_review')
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("document", FrameworkFormat.compactJson(document))
                        .param("account", account)
                        .update()
                == 1;
    }

    void discard(VersionId id) {
        jdbc.sql("DELETE FROM framework.version WHERE id = :id AND status IN ('draft', 'in_review')")
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        DELETE FROM framework.framework f
                        WHERE NOT EXISTS (SELECT 1 FROM framework.version v WHERE v.framework_id = f.id)
                        """).update();
    }

    List<DraftFrameworks.Open> drafts() {
        return jdbc.sql("""
                        SELECT v.id, f.slug, f.title, f.publisher, v.document->>'kind' AS kind, v.status, v.changed_at,
                               EXISTS (SELECT 1 FROM framework.version p
                                       WHERE p.framework_id = f.id AND p.number IS NOT NULL) AS revises
                        FROM framework.version v JOIN framework.framework f ON f.id = v.framework_id
                        WHERE v.status IN ('draft', 'in_review')
                        ORDER BY v.changed_at DESC, v.id
                        """)
                .query((row, n) -> new DraftFrameworks.Open(
                        new VersionId(row.getLong("id")),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getString("publisher"),
                        Codes.read(FrameworkDocument.Kind.class, row.getString("kind")),
                        VersionStatus.ofCode(row.getString("status")),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getBoolean("revises")))
                .list();
    }

    /** The version in force, if any. */
    Optional<VersionId> inForce(long framework) {
        return jdbc.sql("SELECT id FROM framework.version WHERE framework_id = :framework AND status = 'published'")
                .param("framework", framework)
                .query(Long.class)
                .optional()
                .map(VersionId::new);
    }

    int nextNumber(long framework) {
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM framework.version WHERE framework_id = :framework")
                .param("framework", framework)
                .query(Integer.class)
                .single();
    }

    Set<String> keysEverUsed(long framework) {
        return new HashSet<>(
                jdbc.sql("""
                        SELECT DISTINCT s.key FROM framework.statement s
                        JOIN framework.version v ON v.id = s.version_id WHERE v.framework_id = :framework
                        """).param("framework", framework).query(String.class).list());
    }

    void supersede(VersionId id) {
        jdbc.sql("UPDATE framework.version SET status = 'superseded' WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    void withdraw(VersionId id, long account) {
        jdbc.sql("""
                        UPDATE framework.version
                        SET status = 'withdrawn', withdrawn_at = now(), withdrawn_by = :account WHERE id = :id
                        """).param("id", id.value()).param("account", account).update();
    }

    void freeze(VersionId id, int number, FrameworkDocument document, List<StatementEntry> statements, long account) {
        jdbc.sql("""
                        UPDATE framework.version
                        SET status = 'published', number = :number, document = :document::jsonb,
                            published_at = now(), published_by = :account
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("document", FrameworkFormat.compactJson(document))
                .param("account", account)
                .update();
        index(id, statements);
    }

    private void index(VersionId id, List<StatementEntry> statements) {
        var rows = new ArrayList<Object[]>();
        for (var statement : statements) {
            var text = statement.text();
            Place source = statement.source();
            rows.add(new Object[] {
                id.value(),
                rows.size(),
                statement.id(),
                statement.level(),
                statement.group(),
                statement.facet(),
                statement.facetCertain(),
                Codes.of(statement.kind()),
                Codes.of(statement.state()),
                text == null ? "" : text,
                statement.qualifier(),
                statement.leadIn(),
                source == null ? null : source.line(),
                source == null ? null : source.endLine(),
                source == null ? null : source.page(),
                statement.optional()
            });
        }
        batches.batchUpdate("""
                INSERT INTO framework.statement (version_id, position, key, level, "group", facet, facet_certain, kind,
                                                 state, text, qualifier, lead_in, line, end_line, page, optional)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }
}
