package org.espalier.framework.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One level, in the document's own word and order (lowest first).
 *
 * @param id slug, unique in the document
 * @param code as printed ("Band 5"), null when none
 * @param title as printed ("Newly qualified"), null when none
 * @param careerFrameworkLevels 1–9, only where the document states them
 * @param jobDescription items in order; an item that ends in a colon introduces those after it
 * @param alsoAt further places of this level's heading, descriptor, job description, requirements and roles
 * @param phases later phases within this level, where the document states any
 * @param minimumOptional how many of its optional expectations it asks for at least
 */
public record LevelEntry(
        String id,
        @Nullable String code,
        @Nullable String title,
        List<Integer> careerFrameworkLevels,
        List<String> descriptor,
        List<String> jobDescription,
        List<String> requirements,
        List<String> exampleRoles,
        @Nullable Place source,
        List<At> alsoAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PhaseEntry> phases,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int minimumOptional) {
    public LevelEntry {
        careerFrameworkLevels = Lists.orEmpty(careerFrameworkLevels);
        descriptor = Lists.orEmpty(descriptor);
        jobDescription = Lists.orEmpty(jobDescription);
        requirements = Lists.orEmpty(requirements);
        exampleRoles = Lists.orEmpty(exampleRoles);
        alsoAt = Lists.orEmpty(alsoAt);
        phases = Lists.orEmpty(phases);
    }

    /** A level without phases and a minimum of optional expectations, as most are. */
    public LevelEntry(
            String id,
            @Nullable String code,
            @Nullable String title,
            List<Integer> careerFrameworkLevels,
            List<String> descriptor,
            List<String> jobDescription,
            List<String> requirements,
            List<String> exampleRoles,
            @Nullable Place source,
            List<At> alsoAt) {
        this(
                id,
                code,
                title,
                careerFrameworkLevels,
                descriptor,
                jobDescription,
                requirements,
                exampleRoles,
                source,
                alsoAt,
                List.of(),
                0);
    }

    /** The same level after its statements were given other ids. */
    public LevelEntry withStatementIds(Map<String, String> newIds) {
        return with(
                phases.stream()
                        .map(phase -> new PhaseEntry(
                                phase.id(),
                                phase.title(),
                                phase.statements().stream()
                                        .map(statement -> newIds.getOrDefault(statement, statement))
                                        .toList()))
                        .toList(),
                minimumOptional);
    }

    /** The same level with another minimum of optional expectations. */
    public LevelEntry withMinimumOptional(int minimum) {
        return with(phases, minimum);
    }

    private LevelEntry with(List<PhaseEntry> itsPhases, int itsMinimumOptional) {
        return new LevelEntry(
                id,
                code,
                title,
                careerFrameworkLevels,
                descriptor,
                jobDescription,
                requirements,
                exampleRoles,
                source,
                alsoAt,
                itsPhases,
                itsMinimumOptional);
    }

    /** What people call this level: its code and title, whichever the document prints. */
    public String name() {
        if (code == null) {
            return title == null ? id : title;
        }
        return title == null ? code : code + ": " + title;
    }

    /** The shortest that people call this level by: its code when the document prints one. */
    public String shortName() {
        return code == null ? name() : code;
    }
}
