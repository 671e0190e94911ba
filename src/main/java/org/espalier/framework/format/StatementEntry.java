package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest quotable expectation, verbatim.
 *
 * @param id stable: the same document imported again gives the same ids
 * @param level a level's id, null when unlevelled
 * @param group the innermost group's id, null when ungrouped
 * @param facet a facet's id, null when none
 * @param facetCertain false when the column could only be guessed
 * @param text the document's words, line wraps joined, bullet removed
 * @param qualifier text that governs a whole block ("With supervision")
 * @param leadIn the line that introduces a nested bullet ("Develops skills in:")
 * @param optional true for an expectation that a level or role does not ask of everybody; see its {@code minimumOptional}
 */
public record StatementEntry(
        String id,
        @Nullable String level,
        @Nullable String group,
        @Nullable String facet,
        @JsonProperty(defaultValue = "true") boolean facetCertain,
        Kind kind,
        State state,
        @Nullable String text,
        @Nullable String qualifier,
        @Nullable String leadIn,
        @Nullable Place source,
        List<At> alsoAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean optional) {
    public StatementEntry {
        alsoAt = Lists.orEmpty(alsoAt);
    }

    /** A statement that is not optional, as most are. */
    public StatementEntry(
            String id,
            @Nullable String level,
            @Nullable String group,
            @Nullable String facet,
            boolean facetCertain,
            Kind kind,
            State state,
            @Nullable String text,
            @Nullable String qualifier,
            @Nullable String leadIn,
            @Nullable Place source,
            List<At> alsoAt) {
        this(id, level, group, facet, facetCertain, kind, state, text, qualifier, leadIn, source, alsoAt, false);
    }

    /** The same statement, optional or not. */
    public StatementEntry withOptional(boolean isOptional) {
        return new StatementEntry(
                id,
                level,
                group,
                facet,
                facetCertain,
                kind,
                state,
                text,
                qualifier,
                leadIn,
                source,
                alsoAt,
                isOptional);
    }

    /** True when somebody can be assessed against it. */
    @JsonIgnore
    public boolean isExpectation() {
        return kind == Kind.EXPECTATION && state == State.STATED;
    }

    /** What a statement asks. */
    public enum Kind {
        /** Can be assessed. */
        @JsonProperty("expectation")
        EXPECTATION,
        /** A qualification, experience or registration needed to enter. */
        @JsonProperty("entry-criterion")
        ENTRY_CRITERION,
        /** Indicative; never a gate (PRODUCT.md, rule 14). */
        @JsonProperty("learning")
        LEARNING
    }

    /** What a cell of the document says. A cell that says nothing and one that says "not applicable" differ. */
    public enum State {
        @JsonProperty("stated")
        STATED,
        @JsonProperty("blank")
        BLANK,
        @JsonProperty("not-applicable")
        NOT_APPLICABLE
    }
}
