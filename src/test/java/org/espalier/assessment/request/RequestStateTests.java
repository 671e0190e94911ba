package org.espalier.assessment.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.assessment.request.RequestState.Transition;
import org.junit.jupiter.api.Test;

class RequestStateTests {

    @Test
    void leadsEachMoveFromEachStateToOneStateOnly() {
        var steps = new HashSet<>();

        for (var row : RequestState.LIFECYCLE) {
            assertThat(steps.add(row.from() + " " + row.move())).as("%s", row).isTrue();
        }
    }

    @Test
    void leadsAMoveToTheSameStateFromWherever() {
        for (var move : Move.values()) {
            assertThat(RequestState.LIFECYCLE)
                    .filteredOn(row -> row.move() == move)
                    .extracting(Transition::to)
                    .as("a bulk decision has one outcome: %s", move)
                    .containsOnly(RequestState.LIFECYCLE.stream()
                            .filter(row -> row.move() == move)
                            .findFirst()
                            .orElseThrow()
                            .to());
        }
    }

    @Test
    void reachesEveryStateAndUsesEveryMove() {
        var reached = EnumSet.of(RequestState.WAITING);
        var used = EnumSet.noneOf(Move.class);
        for (var row : RequestState.LIFECYCLE) {
            reached.add(row.to());
            used.add(row.move());
        }

        assertThat(reached).containsExactlyInAnyOrder(RequestState.values());
        assertThat(used).containsExactlyInAnyOrder(Move.values());
    }

    @Test
    void letsNobodyAnswerWhatIsOver() {
        for (var state : RequestState.values()) {
            assertThat(state.after(Move.ANSWER).isPresent())
                    .isEqualTo(state.isOpen() && state != RequestState.UNPLACED);
            assertThat(state.after(Move.WITHDRAW).isPresent()).isEqualTo(state.isOpen());
        }
    }

    @Test
    void neverSignsOffTwice() {
        assertThat(RequestState.SIGNED_OFF.after(Move.SIGN_OFF)).isEmpty();
        assertThat(RequestState.REVOKED.after(Move.REVOKE)).isEmpty();
    }
}
