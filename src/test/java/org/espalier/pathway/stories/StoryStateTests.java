package org.espalier.pathway.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.pathway.stories.StoryState.DRAFT;
import static org.espalier.pathway.stories.StoryState.PUBLISHED;
import static org.espalier.pathway.stories.StoryState.TAKEN_DOWN;
import static org.espalier.pathway.stories.StoryState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.espalier.pathway.stories.StoryState.Step;
import org.junit.jupiter.api.Test;

class StoryStateTests {

    @Test
    void isPublicOnlyAfterItsAuthorAgreed() {
        for (var state : StoryState.values()) {
            for (var step : Step.values()) {
                assertThat(state.after(step).filter(PUBLISHED::equals).isPresent())
                        .isEqualTo(
                                step == Step.PUBLISH && Set.of(DRAFT, WITHDRAWN).contains(state));
            }
        }
    }

    @Test
    void comesBackAfterItWasTakenDownOnlyWhenItWasWrittenAnew() {
        assertThat(steps(TAKEN_DOWN)).containsExactly(Step.WRITE);
        assertThat(TAKEN_DOWN.after(Step.WRITE)).contains(DRAFT);
    }

    @Test
    void canBeTakenBackWheneverItIsPublic() {
        assertThat(PUBLISHED.after(Step.WITHDRAW)).contains(WITHDRAWN);
        assertThat(PUBLISHED.after(Step.WRITE)).contains(DRAFT);
    }

    @Test
    void showsAsMuchOfANameAsWasChosen() {
        assertThat(ShownAs.NAME.of("Maya Okafor Lind")).isEqualTo("Maya Okafor Lind");
        assertThat(ShownAs.FIRST_NAME.of("Maya Okafor Lind")).isEqualTo("Maya");
        assertThat(ShownAs.ANONYMOUS.of("Maya Okafor Lind")).isNull();
    }

    @Test
    void writesAPlaceAsItReadsIt() {
        for (var value : Set.of("trade", "trade/level-1")) {
            assertThat(StoryPlace.ofValue(value).orElseThrow().value()).isEqualTo(value);
        }
        assertThat(StoryPlace.ofValue("")).isEmpty();
        assertThat(StoryPlace.ofValue("/level")).isEmpty();
        assertThat(StoryPlace.ofValue("trade/")).isEmpty();
    }

    private static Set<Step> steps(StoryState state) {
        var steps = EnumSet.noneOf(Step.class);
        for (var step : Step.values()) {
            if (state.allows(step)) {
                steps.add(step);
            }
        }
        return steps;
    }
}
