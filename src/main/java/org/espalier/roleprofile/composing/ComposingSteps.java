package org.espalier.roleprofile.composing;

import java.util.Locale;
import org.espalier.framework.DraftSteps;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The changes of a role profile's author as steps of its draft. */
@Component
class ComposingSteps implements DraftSteps.Kind {
    /** What a step does not say, such as a key that came later, is false or nothing. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final String NAME = "composing";

    static DraftSteps.Step of(Change change) {
        return new DraftSteps.Step(NAME, JSON.writerFor(Change.class).writeValueAsString(change));
    }

    /** What a step was, as a message of the interface; null for none. */
    static @Nullable String said(DraftSteps.@Nullable Step step) {
        if (step == null) {
            return null;
        }
        return "roleprofile.step."
                + (step.kind().equals(NAME)
                        ? read(step.change()).getClass().getSimpleName().toLowerCase(Locale.ROOT)
                        : "other");
    }

    static Change read(String change) {
        return JSON.readValue(change, Change.class);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DraftSteps.Making on(VersionId draft) {
        return (document, step) -> switch (Composition.apply(document, read(step))) {
            case Composition.Outcome.Applied(var next) -> next;
            case Composition.Outcome.Refused refused -> document;
        };
    }
}
