package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role profile: a named role and what it demands, in layers. */
public record RoleEntry(
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
    public RoleEntry {
        careerFrameworkLevels = Lists.orEmpty(careerFrameworkLevels);
        scope = Lists.orEmpty(scope);
        sections = Lists.orEmpty(sections);
        learning = Lists.orEmpty(learning);
        cpd = Lists.orEmpty(cpd);
        alsoAt = Lists.orEmpty(alsoAt);
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
     */
    public record Competence(
            @Nullable String principle,
            @Nullable String principleCode,
            @Nullable String function,
            String competence,
            @Nullable String code,
            @Nullable String uri,
            @Nullable Place source,
            List<At> alsoAt) {
        public Competence {
            alsoAt = Lists.orEmpty(alsoAt);
        }
    }

    /** One row of a learning or development table; kept when it has no items. */
    public record Row(
            String title, List<String> items, @Nullable Place source, List<At> alsoAt) {
        public Row {
            items = Lists.orEmpty(items);
            alsoAt = Lists.orEmpty(alsoAt);
        }
    }
}
