package org.espalier.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.VersionId;
import org.espalier.importing.ImportFramework;
import org.jspecify.annotations.Nullable;

/** Importing a document: from its bytes to a draft that is stored with its source, every line accounted for. */
final class ImportMeasures {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int LARGE_MILLIS = 300;
    private static final String SENTENCE = "A sentence of the length that is usual in frameworks, ".repeat(2);

    private ImportMeasures() {}

    static List<Measure> all() {
        return List.of(
                new Measure("import-150", site -> List.of(row("import-150", 150, site))),
                new Measure(
                        "import-1000",
                        site -> List.of(row("import-1000", 1000, site).withAim(Aim.atMost(LARGE_MILLIS)))));
    }

    private static Row row(String name, int statements, Site site) throws Exception {
        var imports = ClosedLoop.run(1, WARM_UP, MEASURED, client -> new Import(statements, site));
        var bare = ClosedLoop.run(1, WARM_UP.dividedBy(4), MEASURED.dividedBy(4), client -> site.bareTable()
                .batches(statements, SENTENCE));
        var limit = new Row.Limit(bare.times().median(), "as many bare rows added in one batch");
        return new Row(name, "ms", imports.times(), limit, null);
    }

    /** Imports the same document over and over, and throws the draft away each time. */
    private static final class Import implements ClosedLoop.Client {
        private final ImportFramework imports;
        private final DraftFrameworks drafts;
        private final Site site;
        private final int statements;
        private final byte[] document;
        private @Nullable VersionId draft;

        Import(int statements, Site site) {
            this.imports = site.use(ImportFramework.class);
            this.drafts = site.use(DraftFrameworks.class);
            this.site = site;
            this.statements = statements;
            this.document = MadeUpFramework.ofSize(statements)
                    .text("A framework of " + statements + " imagined duties")
                    .getBytes(UTF_8);
        }

        @Override
        public void once() {
            draft = switch (imports.from(site.author(), document, "made-up.txt")) {
                case ImportFramework.Result.Stored stored -> stored.version();
                case ImportFramework.Result.Refused(var sentence) -> throw new IllegalStateException(sentence);
            };
        }

        @Override
        public void afterwards() {
            drafts.discard(site.author(), Objects.requireNonNull(draft));
        }

        /** An import that is fast because it misses half of the document is none. */
        @Override
        public void close() {
            once();
            var found = drafts.load(site.author(), Objects.requireNonNull(draft))
                    .orElseThrow()
                    .document()
                    .statements()
                    .size();
            if (found != statements) {
                throw new IllegalStateException("The import found " + found + " of " + statements + " statements");
            }
            afterwards();
        }
    }
}
