package org.espalier.learning.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.learning.coverage.SmallSet.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmallSetTests {

    @Test
    void choosesWhatAddsMostAndSaysWhatComesNext() {
        var chosen = of(wanted(6), teaches("a", 0, 1, 2), teaches("b", 2, 3), teaches("c", 4), teaches("d", 3));

        assertThat(chosen.steps())
                .extracting(SmallSet.Step::offer, SmallSet.Step::gain, SmallSet.Step::leftOver)
                .containsExactly(tuple("a", 3, 3), tuple("b", 1, 2), tuple("c", 1, 1));
        assertThat(chosen.steps().getFirst().next()).isEqualTo("b");
        assertThat(chosen.steps().getFirst().nextGain()).isEqualTo(2);
        assertThat(chosen.left()).containsExactly(5);
    }

    @Test
    void takesOutWhatTheOthersTeachAnyway() {
        // the first adds most, and then the other two teach all of it
        var chosen = of(wanted(6), teaches("a", 1, 2, 3, 4), teaches("b", 0, 1, 2), teaches("c", 3, 4, 5));

        assertThat(chosen.steps()).extracting(SmallSet.Step::offer).containsExactly("b", "c");
        assertThat(chosen.left()).isEmpty();
    }

    @Test
    void weighsWhatManyNeed() {
        var chosen = SmallSet.of(
                Map.of(1, 10, 2, 1, 3, 1),
                List.of(teaches("few", 2, 3), teaches("many", 1)),
                Comparator.naturalOrder());

        assertThat(chosen.steps()).extracting(SmallSet.Step::offer).containsExactly("many", "few");
    }

    @Test
    void choosesNothingWhenNothingIsWantedOrTaught() {
        assertThat(of(wanted(0), teaches("a", 1)).steps()).isEmpty();
        assertThat(of(wanted(2), teaches("a", 7)).left()).containsExactly(0, 1);
    }

    static IntStream worlds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void keepsItsPromises(int seed) {
        var random = new Random(seed);
        var wanted = new LinkedHashMap<Integer, Integer>();
        IntStream.range(0, 1 + random.nextInt(9))
                .forEach(n -> wanted.put(n, 1 + random.nextInt(seed % 2 == 0 ? 1 : 5)));
        var candidates = new ArrayList<Candidate<String, Integer>>();
        for (var n = 0; n < random.nextInt(9); n++) {
            var teaches = new HashSet<Integer>();
            IntStream.range(0, random.nextInt(6)).forEach(m -> teaches.add(random.nextInt(11)));
            candidates.add(new Candidate<>("offer " + n, teaches));
        }
        var chosen = SmallSet.of(wanted, candidates, Comparator.naturalOrder());

        teachesAllThatCanBeTaught(wanted, candidates, chosen);
        ordersByWhatEachAdds(chosen);
        leavesOutWhatIsNeedless(wanted, candidates, chosen);
        staysNearTheSmallest(wanted, candidates, chosen);
        Collections.shuffle(candidates, random);
        assertThat(SmallSet.of(wanted, candidates, Comparator.naturalOrder())).isEqualTo(chosen);
    }

    private static void teachesAllThatCanBeTaught(
            Map<Integer, Integer> wanted,
            List<Candidate<String, Integer>> candidates,
            SmallSet<String, Integer> chosen) {
        var taught = new HashSet<Integer>();
        candidates.forEach(candidate -> taught.addAll(candidate.teaches()));
        taught.retainAll(wanted.keySet());
        assertThat(chosen.steps().stream().flatMap(step -> step.adds().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(taught);
        var left = new HashSet<>(wanted.keySet());
        left.removeAll(taught);
        assertThat(chosen.left()).containsExactlyInAnyOrderElementsOf(left);
    }

    private static void ordersByWhatEachAdds(SmallSet<String, Integer> chosen) {
        var gains = chosen.steps().stream().map(SmallSet.Step::gain).toList();
        assertThat(gains).isSortedAccordingTo(Comparator.reverseOrder()).allMatch(gain -> gain > 0);
        assertThat(chosen.steps()).allMatch(step -> step.nextGain() <= step.gain());
    }

    private static void leavesOutWhatIsNeedless(
            Map<Integer, Integer> wanted,
            List<Candidate<String, Integer>> candidates,
            SmallSet<String, Integer> chosen) {
        var all = union(
                candidates, chosen.steps().stream().map(SmallSet.Step::offer).toList(), wanted.keySet());
        for (var step : chosen.steps()) {
            var others = chosen.steps().stream()
                    .map(SmallSet.Step::offer)
                    .filter(offer -> !offer.equals(step.offer()))
                    .toList();
            assertThat(union(candidates, others, wanted.keySet())).isNotEqualTo(all);
        }
    }

    /** By trying every subset. */
    private static void staysNearTheSmallest(
            Map<Integer, Integer> wanted,
            List<Candidate<String, Integer>> candidates,
            SmallSet<String, Integer> chosen) {
        if (wanted.values().stream().anyMatch(weight -> weight > 1)) {
            return;
        }
        var names = candidates.stream().map(Candidate::offer).toList();
        var all = union(candidates, names, wanted.keySet());
        var smallest = IntStream.range(0, 1 << names.size())
                .filter(mask -> union(
                                candidates,
                                IntStream.range(0, names.size())
                                        .filter(n -> (mask >> n & 1) == 1)
                                        .mapToObj(names::get)
                                        .toList(),
                                wanted.keySet())
                        .equals(all))
                .map(Integer::bitCount)
                .min()
                .orElse(0);
        var richest = candidates.stream()
                .mapToInt(candidate -> union(List.of(candidate), List.of(candidate.offer()), wanted.keySet())
                        .size())
                .max()
                .orElse(0);
        var harmonic =
                IntStream.rangeClosed(1, richest).mapToDouble(n -> 1.0 / n).sum();
        assertThat((double) chosen.steps().size()).isLessThanOrEqualTo(smallest * harmonic + 1e-9);
    }

    private static Set<Integer> union(
            List<Candidate<String, Integer>> candidates, List<String> names, Set<Integer> wanted) {
        var union = new HashSet<Integer>();
        candidates.stream()
                .filter(candidate -> names.contains(candidate.offer()))
                .forEach(candidate -> union.addAll(candidate.teaches()));
        union.retainAll(wanted);
        return union;
    }

    private static Map<Integer, Integer> wanted(int count) {
        var wanted = new LinkedHashMap<Integer, Integer>();
        IntStream.range(0, count).forEach(n -> wanted.put(n, 1));
        return wanted;
    }

    @SafeVarargs
    private static SmallSet<String, Integer> of(
            Map<Integer, Integer> wanted, Candidate<String, Integer>... candidates) {
        return SmallSet.of(wanted, List.of(candidates), Comparator.naturalOrder());
    }

    private static Candidate<String, Integer> teaches(String offer, Integer... what) {
        return new Candidate<>(offer, Set.of(what));
    }
}
