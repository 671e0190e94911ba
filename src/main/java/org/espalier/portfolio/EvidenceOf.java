package org.espalier.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person has gathered for statements: for pages that show a statement with the evidence for it. Drafts and what is
 * in the bin are left out. Only the person's own pages may show it; what others may see is said by shares.
 */
@Component
public class EvidenceOf {
    private final JdbcClient jdbc;

    EvidenceOf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A piece of evidence by name. */
    public record Item(EvidenceId id, EvidenceKind kind, String title) {}

    /** For each of these statements that has any, the latest first. One SQL statement. */
    public Map<StatementId, List<Item>> statements(PersonId person, Collection<StatementId> statements) {
        return items(
                jdbc.sql(items("s.statement_id = any(:statements)")).param("statements", Portfolios.ids(statements)),
                person);
    }

    /** For every statement of a version that has any, the latest first. One SQL statement. */
    public Map<StatementId, List<Item>> version(PersonId person, VersionId version) {
        return items(jdbc.sql(items("s.version_id = :version")).param("version", version.value()), person);
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new EvidenceId(row.getLong("id")),
                EvidenceKind.ofSlug(row.getString("kind")).orElseThrow(),
                row.getString("title"));
    }

    private static String items(String condition) {
        return """
                select s.statement_id, e.id, e.kind, e.title
                from portfolio.evidence e join portfolio.support s on s.evidence_id = e.id
                where e.person_id = :person and e.removed_at is null and e.kept_at is not null and %s
                order by e.happened_on desc nulls last, e.id desc
                """.formatted(condition);
    }

    private static Map<StatementId, List<Item>> items(JdbcClient.StatementSpec asked, PersonId person) {
        var items = new LinkedHashMap<StatementId, List<Item>>();
        asked.param("person", person.value()).query(row -> {
            items.computeIfAbsent(new StatementId(row.getLong("statement_id")), id -> new ArrayList<>())
                    .add(item(row));
        });
        return items;
    }
}
