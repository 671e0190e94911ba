package org.espalier.development.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.espalier.development.conversation.Stage.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTests {

    @Test
    void namesEveryStageInOneTable() {
        assertThat(Stage.table().keySet()).containsExactlyInAnyOrder(Stage.values());
    }

    @Test
    void isReachedFromTheStart() {
        var reached = EnumSet.of(Stage.PREPARING);
        for (var round : Stage.values()) {
            EnumSet.copyOf(reached)
                    .forEach(stage -> reached.addAll(Stage.table().get(stage).values()));
        }

        assertThat(reached).containsExactlyInAnyOrder(Stage.values());
    }

    @Test
    void needsTwoSignaturesToBeAgreed() {
        assertThat(Stage.MEETING.after(Step.SIGN)).contains(Stage.SIGNED_ONCE);
        assertThat(Stage.SIGNED_ONCE.after(Step.SIGN)).contains(Stage.AGREED);
        assertThat(Arrays.stream(Stage.values())
                        .filter(stage -> Stage.table().get(stage).containsValue(Stage.AGREED)))
                .containsExactly(Stage.SIGNED_ONCE);
    }

    @Test
    void takesTheSignatureAwayWithEveryChangeAfterIt() {
        assertThat(Stage.SIGNED_ONCE.after(Step.WRITE)).contains(Stage.MEETING);
        assertThat(Stage.SIGNED_ONCE.allows(Step.PREPARE)).isFalse();
        assertThat(Stage.SIGNED_ONCE.allows(Step.ARRANGE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void leadsNowhereOnceItIsOver(Step step) {
        assertThat(Stage.AGREED.after(step)).isEmpty();
        assertThat(Stage.CALLED_OFF.after(step)).isEmpty();
        assertThat(Stage.AGREED.isOver()).isTrue();
    }
}
