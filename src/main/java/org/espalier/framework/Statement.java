package org.espalier.framework;

import org.espalier.framework.format.Place;
import org.espalier.framework.format.StatementEntry;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a published version, verbatim.
 *
 * @param key its id in the document: stable over versions, part of its permalink
 * @param level a level's id, null when unlevelled
 * @param group the innermost group's id; a role profile's competences stand in groups made of its sections and
 *     principles; null when ungrouped
 * @param facetCertain false when the importer could only guess the column
 * @param optional true for an expectation that is not asked of everybody; how many are asked says a {@link Demand}
 */
public record Statement(
        StatementId id,
        String key,
        @Nullable String level,
        @Nullable String group,
        @Nullable String facet,
        boolean facetCertain,
        StatementEntry.Kind kind,
        StatementEntry.State state,
        String text,
        @Nullable String qualifier,
        @Nullable String leadIn,
        @Nullable Place source,
        boolean optional) {

    /** A statement that is not optional, as most are. */
    public Statement(
            StatementId id,
            String key,
            @Nullable String level,
            @Nullable String group,
            @Nullable String facet,
            boolean facetCertain,
            StatementEntry.Kind kind,
            StatementEntry.State state,
            String text,
            @Nullable String qualifier,
            @Nullable String leadIn,
            @Nullable Place source) {
        this(id, key, level, group, facet, facetCertain, kind, state, text, qualifier, leadIn, source, false);
    }

    /** True when a person can be assessed against it. */
    public boolean isExpectation() {
        return kind == StatementEntry.Kind.EXPECTATION && state == StatementEntry.State.STATED;
    }
}
