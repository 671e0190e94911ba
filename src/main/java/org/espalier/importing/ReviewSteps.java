package org.espalier.importing;

import org.espalier.framework.DraftSteps;
import org.espalier.framework.VersionId;
import org.espalier.importing.reviewing.Edit;
import org.espalier.importing.reviewing.Review;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The edits of a review as steps of its draft. */
@Component
class ReviewSteps implements DraftSteps.Kind {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "review";

    private final Sources sources;

    ReviewSteps(Sources sources) {
        this.sources = sources;
    }

    static DraftSteps.Step of(Edit edit) {
        return new DraftSteps.Step(NAME, JSON.writerFor(Edit.class).writeValueAsString(edit));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DraftSteps.Making on(VersionId draft) {
        var lines = sources.of(draft).lines();
        return (document, step) -> switch (Review.apply(document, lines, JSON.readValue(step, Edit.class))) {
            case Review.Outcome.Applied(var next) -> next;
            case Review.Outcome.Refused refused -> document;
        };
    }
}
