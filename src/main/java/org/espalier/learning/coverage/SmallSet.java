package org.espalier.learning.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A few offers that together teach all that can be taught of what is wanted, and why these. Each is the one that adds most
 * to those before it, so none that comes later could have come earlier with more; whatever the others teach already is
 * taken out again. No smallest set is promised, but one never larger than the smallest times 1 + 1/2 + … + 1/n, where n is
 * what the richest offer teaches. Pure, and the same whatever the order of the candidates.
 *
 * @param left what nobody teaches, in the order it is wanted
 */
public record SmallSet<O, T>(List<Step<O, T>> steps, List<T> left) {
    public SmallSet {
        steps = List.copyOf(steps);
        left = List.copyOf(left);
    }

    /** What one offer teaches. */
    public record Candidate<O, T>(O offer, Set<T> teaches) {
        public Candidate {
            teaches = Set.copyOf(teaches);
        }
    }

    /**
     * One of the chosen.
     *
     * @param adds what those before it do not teach, in the order it is wanted
     * @param gain what that weighs
     * @param leftOver what is still untaught after it weighs
     * @param next the best of the others at this point, null when none adds anything
     * @param nextGain what that one would have added
     */
    public record Step<O, T>(
            O offer,
            List<T> adds,
            int gain,
            int leftOver,
            @Nullable O next,
            int nextGain) {
        public Step {
            adds = List.copyOf(adds);
        }
    }

    /**
     * Chooses.
     *
     * @param wanted what is wanted, in order, and how much each weighs, 1 or more
     * @param preference which of two that add as much comes first; it tells any two of them apart
     */
    public static <O, T> SmallSet<O, T> of(
            Map<T, Integer> wanted, List<Candidate<O, T>> candidates, Comparator<? super O> preference) {
        var sorted = candidates.stream()
                .sorted(Comparator.comparing(Candidate::offer, preference))
                .toList();
        var chosen = choose(wanted, sorted);
        for (var needless = needless(chosen, wanted, sorted); needless != null; ) {
            var gone = needless;
            var kept = chosen.stream()
                    .map(Step::offer)
                    .filter(offer -> !offer.equals(gone))
                    .collect(Collectors.toSet());
            chosen = choose(
                    wanted,
                    sorted.stream().filter(one -> kept.contains(one.offer())).toList());
            needless = needless(chosen, wanted, sorted);
        }
        var taught = new LinkedHashSet<T>();
        chosen.forEach(step -> taught.addAll(step.adds()));
        return new SmallSet<>(
                chosen,
                wanted.keySet().stream().filter(one -> !taught.contains(one)).toList());
    }

    private static <O, T> List<Step<O, T>> choose(Map<T, Integer> wanted, List<Candidate<O, T>> candidates) {
        var left = new LinkedHashMap<>(wanted);
        var open = new ArrayList<>(candidates);
        var steps = new ArrayList<Step<O, T>>();
        while (true) {
            Candidate<O, T> best = null;
            Candidate<O, T> next = null;
            var most = 0;
            var nextMost = 0;
            for (var candidate : open) {
                var gain = gain(candidate, left);
                if (gain > most) {
                    next = best;
                    nextMost = most;
                    best = candidate;
                    most = gain;
                } else if (gain > nextMost) {
                    next = candidate;
                    nextMost = gain;
                }
            }
            if (best == null) {
                return steps;
            }
            var taught = best.teaches();
            var adds = left.keySet().stream().filter(taught::contains).toList();
            adds.forEach(left::remove);
            open.remove(best);
            steps.add(new Step<>(best.offer(), adds, most, weight(left), next == null ? null : next.offer(), nextMost));
        }
    }

    /** The last of those that teach nothing the others do not. */
    private static <O, T> @Nullable O needless(
            List<Step<O, T>> chosen, Map<T, Integer> wanted, List<Candidate<O, T>> candidates) {
        var teaches = candidates.stream().collect(Collectors.toMap(Candidate::offer, Candidate::teaches));
        var times = new LinkedHashMap<T, Integer>();
        for (var step : chosen) {
            teaches.getOrDefault(step.offer(), Set.of()).stream()
                    .filter(wanted::containsKey)
                    .forEach(one -> times.merge(one, 1, Integer::sum));
        }
        for (var step : chosen.reversed()) {
            if (teaches.getOrDefault(step.offer(), Set.of()).stream()
                    .filter(wanted::containsKey)
                    .allMatch(one -> times.getOrDefault(one, 0) > 1)) {
                return step.offer();
            }
        }
        return null;
    }

    private static <O, T> int gain(Candidate<O, T> candidate, Map<T, Integer> left) {
        var gain = 0;
        for (var one : candidate.teaches()) {
            gain += left.getOrDefault(one, 0);
        }
        return gain;
    }

    private static <T> int weight(Map<T, Integer> left) {
        return left.values().stream().mapToInt(Integer::intValue).sum();
    }
}
