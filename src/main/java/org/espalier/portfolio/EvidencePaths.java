package org.espalier.portfolio;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;

/** Addresses of the portfolio's pages, for links from elsewhere. */
public final class EvidencePaths {
    /** A person's own portfolio. */
    public static final String PORTFOLIO = "/me/portfolio";

    /** What others have shared with the person. */
    public static final String SHARED_WITH_ME = "/me/shared";

    private EvidencePaths() {}

    /** Where somebody begins a new piece of evidence for this statement. */
    public static String addFor(VersionId version, StatementId statement) {
        return addFor(version, List.of(statement));
    }

    /** Where somebody begins a new piece of evidence for these statements. */
    public static String addFor(VersionId version, List<StatementId> statements) {
        return PORTFOLIO + "/new?version=" + version
                + statements.stream().map(id -> "&statement=" + id).collect(joining());
    }

    /** What the person has for this statement. */
    public static String listFor(VersionId version, StatementId statement) {
        return PORTFOLIO + "?version=" + version + "&statement=" + statement;
    }

    /** One of the person's own items. */
    public static String of(EvidenceId id) {
        return PORTFOLIO + "/" + id;
    }
}
