package org.espalier.roleprofile;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.espalier.framework.PlainWords;

/**
 * Some of many things, found by words of their names. Each word may be the beginning of one; names that begin with what
 * was written come first, the shorter ones before the longer.
 *
 * @param first the best of them, at most {@link #FEW}
 * @param all how many there are
 */
public record ByName<T>(List<T> first, int all) {
    /** As many as somebody can look over at once; no more need to be searched. */
    public static final int FEW = 20;

    public ByName {
        first = List.copyOf(first);
    }

    /** A thing and how well it fits, 0 being best. */
    private record Fit<T>(T thing, String name, int rank) {}

    /** Those of these things that have all words of a name; the first of all of them when nothing was written. */
    public static <T> ByName<T> find(Collection<T> things, Function<T, String> name, String words) {
        var wanted = PlainWords.of(words);
        if (wanted.isEmpty()) {
            return new ByName<>(things.stream().limit(FEW).toList(), things.size());
        }
        var fits = things.stream()
                .map(thing -> fit(thing, name.apply(thing), wanted))
                .filter(fit -> fit.rank() >= 0)
                .sorted(Comparator.<Fit<T>>comparingInt(Fit::rank)
                        .thenComparingInt(fit -> fit.name().length()))
                .toList();
        return new ByName<>(fits.stream().limit(FEW).map(Fit::thing).toList(), fits.size());
    }

    private static <T> Fit<T> fit(T thing, String name, List<String> wanted) {
        var words = PlainWords.of(name);
        var fits = wanted.stream().allMatch(one -> words.stream().anyMatch(word -> word.startsWith(one)));
        var begins = String.join(" ", words).startsWith(String.join(" ", wanted));
        return new Fit<>(thing, name, !fits ? -1 : begins ? 0 : 1);
    }

    /** How many are not among the first. */
    public int more() {
        return all - first.size();
    }
}
