package org.espalier.framework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.framework.format.Place;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Published versions by identifier or address, held in memory once read: a published version never changes, so a page
 * that shows one costs no SQL for it. Which versions there are is asked again every other second, in one statement, and
 * at once after a publication in this process. Drafts are invisible here.
 */
@Component
public class PublishedVersions {
    private static final Duration CATALOGUE_HOLDS = Duration.ofSeconds(2);
    private static final int STATEMENTS_IN_MEMORY = 300_000;

    private final JdbcClient jdbc;
    private final Cache<VersionId, FrameworkVersion> versions = Caffeine.newBuilder()
            .maximumWeight(STATEMENTS_IN_MEMORY)
            .weigher((VersionId id, FrameworkVersion version) ->
                    50 + version.statements().size())
            .build();
    private volatile Catalogue catalogue = new Catalogue(Map.of(), Map.of(), Long.MIN_VALUE);

    public PublishedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version ever published, by address and by id, newest first. */
    private record Catalogue(
            Map<String, List<PublishedVersion>> bySlug, Map<VersionId, PublishedVersion> byId, long readAt) {}

    /** A published, superseded or withdrawn version. */
    public Optional<FrameworkVersion> find(VersionId id) {
        return Optional.ofNullable(load(Set.of(id)).get(id));
    }

    /** Those of these that were ever published, in two statements at most. */
    public Map<VersionId, FrameworkVersion> of(Collection<VersionId> ids) {
        return load(ids);
    }

    /** The version now in force under this slug. */
    public Optional<FrameworkVersion> current(String slug) {
        return versionsOf(slug).stream()
                .filter(PublishedVersion::isInForce)
                .findFirst()
                .flatMap(version -> find(version.id()));
    }

    /** A version under this slug, by its number. */
    public Optional<FrameworkVersion> find(String slug, int number) {
        return versionsOf(slug).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .flatMap(version -> find(version.id()));
    }

    /** Every framework's version now in force, by title; what organisations add to role profiles is not among them. */
    public List<FrameworkVersion> allCurrent() {
        var inForce = catalogue().byId().values().stream()
                .filter(version -> version.isInForce() && !version.isLocal())
                .map(PublishedVersion::id)
                .toList();
        return load(inForce).values().stream()
                .sorted(Comparator.comparing(FrameworkVersion::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(FrameworkVersion::slug))
                .toList();
    }

    /** What organisations add to role profiles, in the version now in force, by title. */
    public List<PublishedVersion> allLocal() {
        return catalogue().byId().values().stream()
                .filter(version -> version.isInForce() && version.isLocal())
                .toList();
    }

    /** What organisations add to this role profile, in the version now in force. */
    public List<PublishedVersion> addingTo(String slug) {
        return allLocal().stream()
                .filter(version -> slug.equals(version.addsTo()))
                .toList();
    }

    /** True when what stands under this slug is what an organisation adds to a role profile. */
    public boolean isLocal(String slug) {
        return versionsOf(slug).stream().anyMatch(PublishedVersion::isLocal);
    }

    /** The newest version of every framework of which none is in force any more, by title. */
    public List<PublishedVersion> allWithdrawn() {
        return catalogue().bySlug().values().stream()
                .filter(versions -> versions.stream().noneMatch(PublishedVersion::isInForce))
                .map(List::getFirst)
                .filter(version -> !version.isLocal())
                .toList();
    }

    /** Every version ever published under this slug, newest first; empty for an unknown slug. */
    public List<PublishedVersion> versionsOf(String slug) {
        return catalogue().bySlug().getOrDefault(slug, List.of());
    }

    /** The contents of every version ever published under this slug, newest first. */
    public List<FrameworkVersion> every(String slug) {
        return load(versionsOf(slug).stream().map(PublishedVersion::id).toList()).values().stream()
                .sorted(Comparator.comparingInt(FrameworkVersion::number).reversed())
                .toList();
    }

    /** What the catalogue knows of this version; empty for a draft. */
    public Optional<PublishedVersion> describe(VersionId id) {
        return Optional.ofNullable(catalogue().byId().get(id));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forgetCatalogue(VersionPublished event) {
        forgetCatalogue();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forgetCatalogue(VersionWithdrawn event) {
        forgetCatalogue();
    }

    private void forgetCatalogue() {
        catalogue = new Catalogue(Map.of(), Map.of(), Long.MIN_VALUE);
    }

    private Catalogue catalogue() {
        var known = catalogue;
        var now = System.nanoTime();
        if (known.readAt() == Long.MIN_VALUE || now - known.readAt() > CATALOGUE_HOLDS.toNanos()) {
            known = readCatalogue(now);
            catalogue = known;
        }
        return known;
    }

    private Catalogue readCatalogue(long now) {
        var bySlug = new LinkedHashMap<String, List<PublishedVersion>>();
        var byId = new LinkedHashMap<VersionId, PublishedVersion>();
        jdbc.sql("""
                        SELECT v.id, f.slug, v.number, f.title, v.status, v.published_at, v.withdrawn_at, f.adds_to
                        FROM framework.version v JOIN framework.framework f ON f.id = v.framework_id
                        WHERE v.number IS NOT NULL
                        ORDER BY lower(f.title), f.id, v.number DESC
                        """)
                .query((row, n) -> new PublishedVersion(
                        new VersionId(row.getLong("id")),
                        row.getString("slug"),
                        row.getInt("number"),
                        row.getString("title"),
                        VersionStatus.ofCode(row.getString("status")),
                        row.getTimestamp("published_at").toInstant(),
                        instant(row.getTimestamp("withdrawn_at")),
                        row.getString("adds_to")))
                .list()
                .forEach(version -> {
                    bySlug.computeIfAbsent(version.slug(), slug -> new ArrayList<>())
                            .add(version);
                    byId.put(version.id(), version);
                });
        return new Catalogue(bySlug, byId, now);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private Map<VersionId, FrameworkVersion> load(Collection<VersionId> ids) {
        return versions.getAll(ids, missing -> read(missing));
    }

    /** Two statements, however many versions. */
    private Map<VersionId, FrameworkVersion> read(Set<? extends VersionId> ids) {
        var wanted = ids.stream().map(VersionId::value).toArray(Long[]::new);
        Map<VersionId, List<Statement>> statements = new HashMap<>();
        jdbc.sql("SELECT * FROM framework.statement WHERE version_id = ANY (:ids) ORDER BY version_id, position")
                .param("ids", wanted)
                .query(row -> {
                    statements
                            .computeIfAbsent(new VersionId(row.getLong("version_id")), id -> new ArrayList<>())
                            .add(statement(row));
                });
        return jdbc.sql("""
                        SELECT v.id, f.slug, v.number, v.published_at, v.document::text AS document
                        FROM framework.version v JOIN framework.framework f ON f.id = v.framework_id
                        WHERE v.id = ANY (:ids) AND v.number IS NOT NULL
                        """).param("ids", wanted).query((row, n) -> version(row, statements)).list().stream()
                .collect(LinkedHashMap::new, (map, version) -> map.put(version.id(), version), Map::putAll);
    }

    private static FrameworkVersion version(ResultSet row, Map<VersionId, List<Statement>> statements)
            throws SQLException {
        var id = new VersionId(row.getLong("id"));
        var document = FrameworkFormat.readStored(row.getString("document"));
        return new FrameworkVersion(
                id,
                row.getString("slug"),
                row.getInt("number"),
                row.getTimestamp("published_at").toInstant(),
                document,
                Contents.of(document).groups(),
                statements.getOrDefault(id, List.of()));
    }

    private static Statement statement(ResultSet row) throws SQLException {
        var line = row.getObject("line", Integer.class);
        return new Statement(
                new StatementId(row.getLong("id")),
                row.getString("key"),
                row.getString("level"),
                row.getString("group"),
                row.getString("facet"),
                row.getBoolean("facet_certain"),
                Codes.read(StatementEntry.Kind.class, row.getString("kind")),
                Codes.read(StatementEntry.State.class, row.getString("state")),
                row.getString("text"),
                row.getString("qualifier"),
                row.getString("lead_in"),
                line == null ? null : new Place(line, row.getInt("end_line"), row.getObject("page", Integer.class)),
                row.getBoolean("optional"));
    }
}
