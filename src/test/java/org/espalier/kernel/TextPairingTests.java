package org.espalier.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.espalier.kernel.TextPairing.Pair;
import org.junit.jupiter.api.Test;

class TextPairingTests {

    @Test
    void pairsIdenticalTextsWhereverTheyStand() {
        var pairs = TextPairing.of(List.of("Lights the smoker", "Reads the frames"), List.of("Reads the frames"), 0.4);

        assertThat(pairs).containsExactly(new Pair(1, 0, 1));
    }

    @Test
    void pairsARewordedTextWithTheOneItCameFrom() {
        var before = List.of("Feeds a colony in autumn, with help", "Keeps records of every inspection");
        var after = List.of(
                "Keeps and interprets records of inspections", "Feeds several colonies in autumn", "Sells honey");

        assertThat(TextPairing.of(before, after, TextPairing.REWORDED))
                .extracting(Pair::before, Pair::after)
                .containsExactly(tuple(1, 0), tuple(0, 1));
    }

    @Test
    void keepsApartTextsThatShareCommonWordsOnly() {
        var before = List.of("Cleans the tools of the apiary and the store");
        var after = List.of("Explains to the public the work of the keeper");

        assertThat(TextPairing.of(before, after, TextPairing.REWORDED)).isEmpty();
    }

    @Test
    void pairsEachOfTwoIdenticalTextsOnce() {
        var twice = List.of("Wears a veil", "Wears a veil");

        assertThat(TextPairing.of(twice, twice, 0.4)).containsExactly(new Pair(0, 0, 1), new Pair(1, 1, 1));
        assertThat(TextPairing.of(twice, List.of("Wears a veil"), 0.4)).hasSize(1);
    }

    @Test
    void usesNoTextTwiceAndPairsNothingBelowTheThreshold() {
        var random = new Random(7);
        var words = List.of("bees", "hive", "honey", "queen", "brood", "frame", "wax", "of", "the", "swarm");
        for (var n = 0; n < 500; n++) {
            var before = texts(random, words);
            var after = texts(random, words);

            var pairs = TextPairing.of(before, after, 0.5);

            assertThat(pairs).extracting(Pair::before).doesNotHaveDuplicates();
            assertThat(pairs).extracting(Pair::after).doesNotHaveDuplicates().isSorted();
            assertThat(pairs).allMatch(pair -> pair.likeness() >= 0.5);
            assertThat(pairs)
                    .allMatch(pair ->
                            pair.isIdentical() == before.get(pair.before()).equals(after.get(pair.after())));
        }
    }

    private static List<String> texts(Random random, List<String> words) {
        var texts = new ArrayList<String>();
        for (var n = random.nextInt(8); n > 0; n--) {
            texts.add(String.join(
                    " ",
                    IntStream.range(0, 1 + random.nextInt(5))
                            .mapToObj(i -> words.get(random.nextInt(words.size())))
                            .toList()));
        }
        return texts;
    }
}
