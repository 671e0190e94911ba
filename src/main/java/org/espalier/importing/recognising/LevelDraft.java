package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import org.espalier.framework.format.LevelEntry;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/** A level while it is being drafted. */
final class LevelDraft {

    final String id;
    final @Nullable String code;

    @Nullable
    String title;

    final List<Integer> careerFrameworkLevels = new ArrayList<>();
    final List<String> descriptor = new ArrayList<>();
    final List<String> jobDescription = new ArrayList<>();
    final List<String> requirements = new ArrayList<>();
    final List<String> exampleRoles = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    LevelDraft(String id, @Nullable String code, @Nullable String title) {
        this.id = id;
        this.code = code;
        this.title = title;
    }

    /** Notes that the level stands here too. */
    void standsAt(Span span) {
        if (!spans.contains(span)) {
            spans.add(span);
        }
    }

    /** Notes the level of the career framework where the words that name this level say it (PRODUCT.md, rule 1). */
    void ofCareerFramework(String name, int number) {
        if (Phrase.key(name).contains("career framework level")
                && number >= 1
                && number <= 9
                && !careerFrameworkLevels.contains(number)) {
            careerFrameworkLevels.add(number);
        }
    }

    List<String> field(Vocabulary.Field field) {
        return switch (field) {
            case DESCRIPTOR -> descriptor;
            case JOB_DESCRIPTION -> jobDescription;
            case REQUIREMENTS -> requirements;
            case ROLES -> exampleRoles;
        };
    }

    LevelEntry entry(Draft draft) {
        return new LevelEntry(
                id,
                code,
                title,
                careerFrameworkLevels,
                descriptor,
                jobDescription,
                requirements,
                exampleRoles,
                spans.isEmpty() ? null : draft.place(spans.getFirst()),
                spans.isEmpty() ? List.of() : draft.at(spans.subList(1, spans.size())));
    }
}
