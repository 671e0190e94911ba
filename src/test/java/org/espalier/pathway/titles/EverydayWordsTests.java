package org.espalier.pathway.titles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EverydayWordsTests {
    private static final List<String> NAMES = List.of(
            "Blood taker",
            "Helps people walk after an illness",
            "Somebody who helps people get home from hospital",
            "Feet specialist",
            "Foot doctor",
            "Speech helper",
            "X-ray taker",
            "Looks after teeth");

    private final EverydayWords words = new EverydayWords(names(NAMES));

    @ParameterizedTest
    @CsvSource({
        "blood taker, Blood taker",
        "BLOOD TAKERS, Blood taker",
        "take blood, Blood taker",
        "blod taker, Blood taker",
        "blood tkaer, Blood taker",
        "i want to help people walk again, Helps people walk after an illness",
        "help people to walk, Helps people walk after an illness",
        "foot specialist, Feet specialist",
        "spech helpr, Speech helper",
    })
    void findsANameInWhateverWayItIsTyped(String asked, String name) {
        assertThat(words.fitting(asked)).isNotEmpty();
        assertThat(words.fitting(asked).getFirst().name().words()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the", "who is it", "gardening", "!!", "carpenter of wooden boats"})
    void findsNothingThatHasLittleToDoWithIt(String asked) {
        assertThat(words.fitting(asked)).isEmpty();
    }

    @Test
    void putsTheBetterFitFirst() {
        var fits = words.fitting("people walk illness");

        assertThat(fits.getFirst().name().words()).isEqualTo("Helps people walk after an illness");
        assertThat(fits).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void looksAtAFewWordsOfALongTextOnly() {
        assertThat(words.fitting("blood taker " + "word ".repeat(10_000))).isNotEmpty();
    }

    private static List<OtherName> names(List<String> words) {
        var names = new ArrayList<OtherName>();
        for (var word : words) {
            names.add(new OtherName(
                    names.size(), "trade", "l" + names.size(), word, "Ada Author", Instant.EPOCH, null, null));
        }
        return names;
    }
}
