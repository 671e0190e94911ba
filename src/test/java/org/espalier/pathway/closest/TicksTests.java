package org.espalier.pathway.closest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.pathway.closest.Trades.id;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTests {

    @Test
    void readsWhatItWrote() {
        var ticks = new Ticks(Set.of(id(1, 2), id(7, 40)), Set.of(id(3, 3)));

        assertThat(Ticks.read(ticks.text())).isEqualTo(ticks);
        assertThat(ticks.text()).matches("[0-9a-z.]+_[0-9a-z.]+");
        assertThat(Ticks.read(Ticks.NONE.text())).isEqualTo(Ticks.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2", "<b>_1", "1_2_3", "1;2_3", "zzzzzzzzzzzzzzzzzzzz_", "_", "....._...."})
    void takesNothingFromWhatItDidNotWrite(String text) {
        assertThat(Ticks.read(text)).isEqualTo(Ticks.NONE);
    }

    @Test
    void letsALaterAnswerTakeThePlaceOfAnEarlier() {
        var first = Ticks.NONE.and(List.of(id(1, 1), id(1, 2)), List.of(id(1, 1)));
        var second = first.and(List.of(id(1, 1), id(1, 2)), List.of(id(1, 2)));

        assertThat(first).isEqualTo(new Ticks(Set.of(id(1, 1)), Set.of(id(1, 2))));
        assertThat(second).isEqualTo(new Ticks(Set.of(id(1, 2)), Set.of(id(1, 1))));
    }

    @Test
    void keepsNoMoreThanFitsIntoACookie() {
        var many = IntStream.range(0, 500).mapToObj(n -> id(900_000_000, n)).toList();

        var ticks = Ticks.NONE.and(many, many);

        assertThat(ticks.asked()).isEqualTo(Ticks.MOST);
        assertThat(Ticks.read(ticks.text())).isEqualTo(ticks);
    }
}
