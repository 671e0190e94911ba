package org.espalier.importing;

import java.util.function.Function;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports a document and keeps it as a draft, with its source beside it for the review. */
@Component
public class ImportFramework {
    private final DraftFrameworks drafts;
    private final Sources sources;

    ImportFramework(DraftFrameworks drafts, Sources sources) {
        this.drafts = drafts;
        this.sources = sources;
    }

    /** What became of an import. */
    public sealed interface Result {
        /** The draft is stored. */
        record Stored(VersionId version, Accounting accounting) implements Result {}

        /** The document cannot be read: what is wrong and what to do. Nothing is stored. */
        record Refused(String sentence) implements Result {}
    }

    /** Imports a file as a draft: of the framework with the same title and publisher, else of a new one. */
    @Transactional
    public Result from(Actor actor, byte[] content, String fileName) {
        return store(actor, content, fileName, document -> drafts.store(actor, document));
    }

    /** Imports a file as a draft of the next version of the framework under this slug. */
    @Transactional
    public Result asRevisionOf(String slug, Actor actor, byte[] content, String fileName) {
        return store(actor, content, fileName, document -> drafts.storeAsRevisionOf(slug, actor, document)
                .orElseThrow(() -> new Problem.NotFound("importing.problem.noFramework")));
    }

    private Result store(Actor actor, byte[] content, String fileName, Function<FrameworkDocument, VersionId> asDraft) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        return switch (ImportDocument.from(content, fileName)) {
            case ImportDocument.Result.Refused(var sentence) -> new Result.Refused(sentence);
            case ImportDocument.Result.Imported(var document, var lines, var accounting) -> {
                var version = asDraft.apply(document);
                sources.store(actor, version, fileName, document, lines);
                yield new Result.Stored(version, accounting);
            }
        };
    }
}
