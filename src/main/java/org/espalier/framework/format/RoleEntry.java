package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role profile: a named role and what it demands, in layers.
 *
 * @param requirements what somebody must bring, with its logic; null where the document states none
 * @param pillarMix how time is shared between pillars, as guidance; null where the document states none
 * @param minimumOptional how many of its optional competences it asks for at least
 */
public record RoleEntry(
        @Nullable String namedRole,
        @Nullable String areaOfWork,
        @Nullable String experienceRequired,
        @Nullable RequirementEntry requirements,
        List<Integer> careerFrameworkLevels,
        List<String> scope,
        List<Section> sections,
        List<Row> learning,
        List<Row> cpd,
        @Nullable PillarMix pillarMix,
        @Nullable Place source,
        List<At> alsoAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int minimumOptional) {
    public RoleEntry {
        careerFrameworkLevels = Lists.orEmpty(careerFrameworkLevels);
        scope = Lists.orEmpty(scope);
        sections = Lists.orEmpty(sections);
        learning = Lists.orEmpty(learning);
        cpd = Lists.orEmpty(cpd);
        alsoAt = Lists.orEmpty(alsoAt);
    }

    /** A role as documents print it: without requirements that have logic, and without shares of time. */
    public RoleEntry(
            @Nullable String namedRole,
            @Nullable String areaOfWork,
            @Nullable String experienceRequired,
            List<Integer> careerFrameworkLevels,
            List<String> scope,
            List<Section> sections,
            List<Row> learning,
            List<Row> cpd,
            @Nullable Place source,
            List<At> alsoAt) {
        this(
                namedRole,
                areaOfWork,
                experienceRequired,
                null,
                careerFrameworkLevels,
                scope,
                sections,
                learning,
                cpd,
                null,
                source,
                alsoAt,
                0);
    }

    /** The same role with another minimum of optional competences. */
    public RoleEntry withMinimumOptional(int minimum) {
        return new RoleEntry(
                namedRole,
                areaOfWork,
                experienceRequired,
                requirements,
                careerFrameworkLevels,
                scope,
                sections,
                learning,
                cpd,
                pillarMix,
                source,
                alsoAt,
                minimum);
    }

    /** A layer of competences under its heading as printed; kept when it is empty. */
    public record Section(
            String title,
            Layer layer,
            List<String> notes,
            List<Competence> entries,
            @Nullable Place source,
            List<At> alsoAt) {
        public Section {
            notes = Lists.orEmpty(notes);
            entries = Lists.orEmpty(entries);
            alsoAt = Lists.orEmpty(alsoAt);
        }
    }

    /** Which part of a role a competence belongs to. */
    public enum Layer {
        @JsonProperty("core")
        CORE,
        @JsonProperty("role-specific")
        ROLE_SPECIFIC,
        @JsonProperty("facet")
        FACET,
        @JsonProperty("locality")
        LOCALITY
    }

    /**
     * One competence of a role, often the title of a national occupational standard.
     *
     * @param principle the underpinning principle without its code, carried down over blank cells
     * @param principleCode such as "1" or "H"
     * @param function the reference function, carried down over blank cells
     * @param qualifier text that governs it ("With supervision")
     * @param leadIn the line that introduces it where it was quoted ("Develops skills in:")
     * @param origin where it was taken from; null when it was printed here or typed
     * @param optional true when the role does not ask it of everybody
     */
    public record Competence(
            @Nullable String principle,
            @Nullable String principleCode,
            @Nullable String function,
            String competence,
            @Nullable String qualifier,
            @Nullable String leadIn,
            @Nullable String code,
            @Nullable String uri,
            @Nullable Origin origin,
            @Nullable Place source,
            List<At> alsoAt,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean optional) {
        public Competence {
            alsoAt = Lists.orEmpty(alsoAt);
        }

        /** A competence that is not optional, as most are. */
        public Competence(
                @Nullable String principle,
                @Nullable String principleCode,
                @Nullable String function,
                String competence,
                @Nullable String qualifier,
                @Nullable String leadIn,
                @Nullable String code,
                @Nullable String uri,
                @Nullable Origin origin,
                @Nullable Place source,
                List<At> alsoAt) {
            this(
                    principle,
                    principleCode,
                    function,
                    competence,
                    qualifier,
                    leadIn,
                    code,
                    uri,
                    origin,
                    source,
                    alsoAt,
                    false);
        }

        /** The same competence, optional or not. */
        public Competence withOptional(boolean isOptional) {
            return new Competence(
                    principle,
                    principleCode,
                    function,
                    competence,
                    qualifier,
                    leadIn,
                    code,
                    uri,
                    origin,
                    source,
                    alsoAt,
                    isOptional);
        }

        /** A competence as documents print it. */
        public Competence(
                @Nullable String principle,
                @Nullable String principleCode,
                @Nullable String function,
                String competence,
                @Nullable String code,
                @Nullable String uri,
                @Nullable Place source,
                List<At> alsoAt) {
            this(principle, principleCode, function, competence, null, null, code, uri, null, source, alsoAt);
        }
    }

    /**
     * Where a competence was taken from: a statement of a published version, a group of one at a level, or a national
     * occupational standard. Pinned, so that a later version changes nothing.
     *
     * @param framework its slug, with its {@code version}; null for a standard
     * @param statement the statement's key
     * @param group the group's id, with the {@code level}'s id when it is meant at one level
     * @param standard the standard's code
     */
    public record Origin(
            @Nullable String framework,
            @Nullable Integer version,
            @Nullable String statement,
            @Nullable String group,
            @Nullable String level,
            @Nullable String standard) {

        public static Origin ofStatement(String framework, int version, String statement) {
            return new Origin(framework, version, statement, null, null, null);
        }

        public static Origin ofGroup(String framework, int version, String group, @Nullable String level) {
            return new Origin(framework, version, null, group, level, null);
        }

        public static Origin ofStandard(String code) {
            return new Origin(null, null, null, null, null, code);
        }
    }

    /**
     * One row of a learning or development table; kept when it has no items.
     *
     * @param minimum the least that is expected ("Two days a year")
     * @param impact how it is seen what it changed
     * @param funding who pays
     * @param frequency how often
     */
    public record Row(
            String title,
            List<String> items,
            @Nullable String minimum,
            @Nullable String impact,
            @Nullable String funding,
            @Nullable String frequency,
            @Nullable Place source,
            List<At> alsoAt) {
        public Row {
            items = Lists.orEmpty(items);
            alsoAt = Lists.orEmpty(alsoAt);
        }

        /** A row as documents print it. */
        public Row(String title, List<String> items, @Nullable Place source, List<At> alsoAt) {
            this(title, items, null, null, null, null, source, alsoAt);
        }
    }

    /**
     * How the time of a role is shared between pillars: guidance, never a rule.
     *
     * @param asOf the day it was set down, such as 2026-11-21
     * @param shares in per cent, 100 together
     */
    public record PillarMix(String asOf, @Nullable String basis, List<Share> shares) {
        public PillarMix {
            shares = Lists.orEmpty(shares);
        }
    }

    /** One pillar's part of the time. */
    public record Share(String pillar, int percent) {}
}
