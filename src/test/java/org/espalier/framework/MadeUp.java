package org.espalier.framework;

import java.time.Instant;
import java.util.ArrayList;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.StatementEntry;

/** Published versions that no database has seen. */
public final class MadeUp {
    private MadeUp() {}

    /** The document as version 1, its statements numbered from 1. */
    public static FrameworkVersion version(FrameworkDocument document) {
        return version(1, "made-up", 1, document);
    }

    /** The document as this version at this address, its statements numbered from 1. */
    public static FrameworkVersion version(long id, String slug, int number, FrameworkDocument document) {
        var contents = Contents.of(document);
        var statements = new ArrayList<Statement>();
        for (var entry : contents.statements()) {
            statements.add(statement(statements.size() + 1, entry));
        }
        return new FrameworkVersion(
                new VersionId(id),
                slug,
                number,
                Instant.parse("2026-11-21T09:00:00Z"),
                document,
                contents.groups(),
                statements);
    }

    /** What stands in a document as a statement of this number. */
    static Statement statement(long id, StatementEntry entry) {
        return new Statement(
                new StatementId(id),
                entry.id(),
                entry.level(),
                entry.group(),
                entry.facet(),
                entry.facetCertain(),
                entry.kind(),
                entry.state(),
                entry.text() == null ? "" : entry.text(),
                entry.qualifier(),
                entry.leadIn(),
                entry.source(),
                entry.optional());
    }
}
