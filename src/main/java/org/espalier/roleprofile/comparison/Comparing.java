package org.espalier.roleprofile.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.TextComparison;
import org.espalier.kernel.TextPairing;
import org.espalier.roleprofile.comparison.RoleComparison.Because;
import org.espalier.roleprofile.comparison.RoleComparison.Pair;
import org.espalier.roleprofile.comparison.RoleOrLevel.Asked;
import org.jspecify.annotations.Nullable;

/**
 * One comparison while it is being made: what surely belongs together is paired first, what is only worded alike last,
 * and nothing stands in two pairs.
 */
final class Comparing {
    /** Across two documents, less than this is a coincidence of words. Chosen by looking at real profiles. */
    static final double ALIKE = 0.6;

    private final List<Asked> here;
    private final List<Asked> there;
    private final Set<Integer> freeHere = new HashSet<>();
    private final Set<Integer> freeThere = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    private record Found(int here, int there, Because because) {}

    private Comparing(List<Asked> here, List<Asked> there) {
        this.here = here;
        this.there = there;
        for (var i = 0; i < here.size(); i++) {
            freeHere.add(i);
        }
        for (var j = 0; j < there.size(); j++) {
            freeThere.add(j);
        }
    }

    /** One direction decides for both, so that nobody sees two different accounts of the same two roles. */
    static RoleComparison compare(RoleOrLevel here, RoleOrLevel there) {
        var inOrder = BY_ADDRESS.compare(here, there) <= 0;
        var comparing =
                inOrder ? new Comparing(here.asked(), there.asked()) : new Comparing(there.asked(), here.asked());
        comparing.pair();
        return inOrder ? comparing.result(here, there, false) : comparing.result(here, there, true);
    }

    private static final Comparator<RoleOrLevel> BY_ADDRESS = Comparator.comparing(
                    (RoleOrLevel side) -> side.version().slug())
            .thenComparing(side -> side.version().number())
            .thenComparing(side -> id(side.level()));

    private static String id(@Nullable LevelEntry level) {
        return level == null ? "" : level.id();
    }

    private void pair() {
        pairBy(Because.SAME_STANDARD, asked -> standard(asked.code()));
        pairBy(Because.SAME_STATEMENT, Asked::source);
        pairBy(Because.SAME_WORDS, asked -> asked.competency() == null ? null : asked.competency() + plain(asked));
        pairBy(Because.SAME_WORDS, Comparing::plain);
        pairOnlyOnes();
        pairWithinCompetencies();
        pairAlike(
                Because.ALIKE,
                freeHere.stream().sorted().toList(),
                freeThere.stream().sorted().toList(),
                ALIKE);
    }

    /** Codes are compared in any case and spacing: {@code sfhgen63} is {@code SFHGEN63}. */
    static @Nullable String standard(@Nullable String code) {
        return code == null || code.isBlank() ? null : code.strip().toUpperCase(Locale.ROOT);
    }

    private static String plain(Asked asked) {
        return asked.words()
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\.$", "")
                .toLowerCase(Locale.ROOT);
    }

    private void pairBy(Because because, Function<Asked, @Nullable String> key) {
        Map<String, Queue<Integer>> waiting = new HashMap<>();
        for (var i : freeHere.stream().sorted().toList()) {
            var own = key.apply(here.get(i));
            if (own != null) {
                waiting.computeIfAbsent(own, none -> new ArrayDeque<>()).add(i);
            }
        }
        for (var j : freeThere.stream().sorted().toList()) {
            var own = key.apply(there.get(j));
            var partners = own == null ? null : waiting.get(own);
            if (partners != null && !partners.isEmpty()) {
                found(partners.remove(), j, because);
            }
        }
    }

    /** A heading with one expectation at each level is one competency, however reworded from level to level. */
    private void pairOnlyOnes() {
        var all = byCompetency(here, allOf(here));
        var others = byCompetency(there, allOf(there));
        all.forEach((competency, own) -> {
            var other = others.getOrDefault(competency, List.of());
            if (own.size() == 1
                    && other.size() == 1
                    && freeHere.contains(own.getFirst())
                    && freeThere.contains(other.getFirst())) {
                found(own.getFirst(), other.getFirst(), Because.SAME_COMPETENCY);
            }
        });
    }

    private void pairWithinCompetencies() {
        var others = byCompetency(there, freeThere);
        byCompetency(here, freeHere)
                .forEach((competency, own) -> pairAlike(
                        Because.SAME_COMPETENCY,
                        own,
                        others.getOrDefault(competency, List.of()),
                        TextPairing.REWORDED));
    }

    private static Set<Integer> allOf(List<Asked> side) {
        var all = new HashSet<Integer>();
        for (var n = 0; n < side.size(); n++) {
            all.add(n);
        }
        return all;
    }

    private static Map<String, List<Integer>> byCompetency(List<Asked> side, Set<Integer> among) {
        Map<String, List<Integer>> groups = new HashMap<>();
        among.stream().sorted().forEach(n -> {
            var competency = side.get(n).competency();
            if (competency != null) {
                groups.computeIfAbsent(competency, none -> new ArrayList<>()).add(n);
            }
        });
        return groups;
    }

    private void pairAlike(Because because, List<Integer> own, List<Integer> other, double atLeast) {
        if (own.isEmpty() || other.isEmpty()) {
            return;
        }
        TextPairing.of(
                        own.stream().map(i -> here.get(i).words()).toList(),
                        other.stream().map(j -> there.get(j).words()).toList(),
                        atLeast)
                .forEach(pair -> {
                    var i = own.get(pair.before());
                    var j = other.get(pair.after());
                    if (because == Because.ALIKE || isAtOtherLevel(here.get(i), there.get(j))) {
                        found(i, j, because);
                    }
                });
    }

    private void found(int i, int j, Because because) {
        freeHere.remove(i);
        freeThere.remove(j);
        found.add(new Found(i, j, because));
    }

    private RoleComparison result(RoleOrLevel left, RoleOrLevel right, boolean mirrored) {
        var pairs = found.stream()
                .sorted(Comparator.comparingInt(mirrored ? Found::there : Found::here))
                .map(pair -> pair(pair, mirrored))
                .toList();
        var only = freeHere.stream().sorted().map(here::get).toList();
        var others = freeThere.stream().sorted().map(there::get).toList();
        return new RoleComparison(
                left,
                right,
                pairs.stream()
                        .filter(pair -> !isAtOtherLevel(pair) && pair.because() != Because.ALIKE)
                        .toList(),
                pairs.stream().filter(Comparing::isAtOtherLevel).toList(),
                pairs.stream().filter(pair -> pair.because() == Because.ALIKE).toList(),
                mirrored ? others : only,
                mirrored ? only : others);
    }

    private Pair pair(Found pair, boolean mirrored) {
        var one = here.get(pair.here());
        var other = there.get(pair.there());
        var inOrder = new Pair(one, other, pair.because(), TextComparison.of(one.words(), other.words()));
        return mirrored ? inOrder.mirrored() : inOrder;
    }

    /** The same words at two levels of one framework are two expectations (PRODUCT.md, rule 10). */
    private static boolean isAtOtherLevel(Pair pair) {
        return switch (pair.because()) {
            case SAME_COMPETENCY, SAME_WORDS -> isAtOtherLevel(pair.here(), pair.there());
            case SAME_STANDARD, SAME_STATEMENT, ALIKE -> false;
        };
    }

    private static boolean isAtOtherLevel(Asked here, Asked there) {
        return framework(here).equals(framework(there)) && !Objects.equals(here.levelId(), there.levelId());
    }

    /** The slug of the framework that the level is one of. */
    private static String framework(Asked asked) {
        var origin = asked.origin();
        var framework = origin == null ? null : origin.framework();
        return framework == null ? asked.version().slug() : framework;
    }
}
