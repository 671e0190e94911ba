package org.espalier.pathway.closest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Tally;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Every destination in force with what it asks, as arrays: one pass over them, in order, says how close each is. Immutable,
 * and the same for everybody.
 */
public final class Layout {
    private static final Standing[] STANDINGS = Standing.values();
    /** Stands where a standing would, for what is not asked of this person yet. */
    private static final byte NOT_YET_ASKED = (byte) STANDINGS.length;

    private final List<Destination> destinations;
    private final int[][] asked;
    private final List<List<Choice>> choices;
    private final int[] @Nullable [] sources;
    private final int sourcesKnown;
    private final Map<StatementId, Integer> positions;
    private final int[] later;

    private Layout(
            List<Destination> destinations,
            int[][] asked,
            List<List<Choice>> choices,
            int[] later,
            int[] @Nullable [] sources,
            int sourcesKnown,
            Map<StatementId, Integer> positions) {
        this.destinations = List.copyOf(destinations);
        this.asked = asked;
        this.choices = List.copyOf(choices);
        this.later = later;
        this.sources = sources;
        this.sourcesKnown = sourcesKnown;
        this.positions = positions;
    }

    /** Places of optional expectations, of which those nearest to being met count, as many as are asked for. */
    private record Choice(int minimum, int[] places) {
        Choice from(int offset) {
            return new Choice(
                    minimum, Arrays.stream(places).map(place -> offset + place).toArray());
        }
    }

    /**
     * One version's part, made once in the life of the version.
     *
     * @param asked for each destination the places of its required expectations among the version's statements
     * @param choices for each destination its optional ones
     * @param later the places of what is asked only after consolidation
     * @param sources for each statement the words that name where else the same is asked for
     */
    record Part(
            FrameworkVersion version,
            List<Destination> destinations,
            int[][] asked,
            List<List<Choice>> choices,
            int[] later,
            List<List<String>> sources) {

        static Part of(FrameworkVersion version) {
            var places = new HashMap<StatementId, Integer>();
            for (var statement : version.statements()) {
                places.put(statement.id(), places.size());
            }
            var destinations = new ArrayList<Destination>();
            destinations.add(new Destination(version, null));
            version.levels().forEach(level -> destinations.add(new Destination(version, level)));
            destinations.removeIf(destination -> destination.expectations().isEmpty());
            var asked = destinations.stream()
                    .map(destination -> places(destination.demand().required(), places))
                    .toArray(int[][]::new);
            var choices = destinations.stream()
                    .map(destination -> destination.demand().choices().stream()
                            .map(choice -> new Choice(choice.minimum(), places(choice.statements(), places)))
                            .toList())
                    .toList();
            return new Part(
                    version, List.copyOf(destinations), asked, choices, later(version, places), Sources.of(version));
        }

        private static int[] later(FrameworkVersion version, Map<StatementId, Integer> places) {
            return version.levels().stream()
                    .flatMap(level -> level.phases().stream())
                    .flatMap(phase -> phase.statements().stream())
                    .flatMap(key -> version.statement(key).stream())
                    .filter(Statement::isExpectation)
                    .mapToInt(statement -> requireNonNull(places.get(statement.id())))
                    .distinct()
                    .toArray();
        }

        private static int[] places(List<Statement> statements, Map<StatementId, Integer> places) {
            return statements.stream()
                    .mapToInt(statement -> requireNonNull(places.get(statement.id())))
                    .toArray();
        }
    }

    /** All destinations of these versions. */
    public static Layout over(Collection<FrameworkVersion> versions) {
        return of(versions.stream().map(Part::of).toList());
    }

    static Layout of(List<Part> parts) {
        var destinations = new ArrayList<Destination>();
        var asked = new ArrayList<int[]>();
        var choices = new ArrayList<List<Choice>>();
        var later = new ArrayList<Integer>();
        var positions = new HashMap<StatementId, Integer>();
        var numbers = Sources.sharedBy(parts.stream().map(Part::sources).toList());
        var sources =
                new int[parts.stream().mapToInt(part -> part.sources().size()).sum()] @Nullable [];
        var offset = 0;
        for (var part : parts) {
            destinations.addAll(part.destinations());
            for (var places : part.asked()) {
                var from = offset;
                asked.add(Arrays.stream(places).map(place -> from + place).toArray());
            }
            for (var place : part.later()) {
                later.add(offset + place);
            }
            for (var own : part.choices()) {
                var from = offset;
                choices.add(own.stream().map(choice -> choice.from(from)).toList());
            }
            for (var place = 0; place < part.sources().size(); place++) {
                positions.put(part.version().statements().get(place).id(), offset + place);
                sources[offset + place] = numbers(part.sources().get(place), numbers);
            }
            offset += part.sources().size();
        }
        return new Layout(
                destinations,
                asked.toArray(int[][]::new),
                choices,
                later.stream().mapToInt(Integer::intValue).toArray(),
                sources,
                numbers.size(),
                positions);
    }

    private static int @Nullable [] numbers(List<String> sources, Map<String, Integer> numbers) {
        var known = sources.stream()
                .map(numbers::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        return known.length == 0 ? null : known;
    }

    /** Every level and role in force that asks for something, by framework. */
    public List<Destination> destinations() {
        return destinations;
    }

    /** How many statements it knows. */
    public int size() {
        return sources.length;
    }

    /** What each destination requires, as the places of statements: for those who measure what one bare pass takes. */
    public int[][] places() {
        return asked;
    }

    /**
     * Every destination, the closest first.
     *
     * @param known one person's standings; what is missing is unknown
     */
    public List<Closeness> ranked(Map<StatementId, Standing> known, List<Criterion> criteria) {
        return ranked(known, criteria, false);
    }

    /**
     * The same for somebody who may still be consolidating: while they are, what a version expects of a later phase of a
     * level is counted only where they meet it already, as in their gap (PRODUCT.md, rule 17).
     */
    public List<Closeness> ranked(Map<StatementId, Standing> known, List<Criterion> criteria, boolean consolidating) {
        var standings = standings(known);
        if (consolidating) {
            for (var place : later) {
                standings[place] = STANDINGS[standings[place]].isMet() ? standings[place] : NOT_YET_ASKED;
            }
        }
        var signedOff = signedOff(standings);
        var all = new Closeness[asked.length];
        for (var n = 0; n < asked.length; n++) {
            all[n] = closeness(n, standings, signedOff);
        }
        Arrays.sort(all, Criterion.inTurn(criteria));
        return List.of(all);
    }

    private Closeness closeness(int destination, byte[] standings, BitSet signedOff) {
        var counts = new int[STANDINGS.length + 1];
        var recognisable = 0;
        for (var place : asked[destination]) {
            counts[standings[place]]++;
            recognisable += isRecognisable(place, standings, signedOff) ? 1 : 0;
        }
        for (var choice : choices.get(destination)) {
            for (var place : nearest(choice, standings)) {
                counts[standings[place]]++;
                recognisable += isRecognisable(place, standings, signedOff) ? 1 : 0;
            }
        }
        var asked = Arrays.copyOf(counts, STANDINGS.length);
        return new Closeness(destinations.get(destination), Tally.ofCounts(asked), recognisable, counts[NOT_YET_ASKED]);
    }

    private static int[] nearest(Choice choice, byte[] standings) {
        return Arrays.stream(choice.places())
                .boxed()
                .sorted(Comparator.comparingInt(place ->
                        standings[place] == NOT_YET_ASKED ? Integer.MAX_VALUE : STANDINGS[standings[place]].distance()))
                .limit(choice.minimum())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean isRecognisable(int place, byte[] standings, BitSet signedOff) {
        var elsewhere = sources[place];
        return elsewhere != null
                && standings[place] != NOT_YET_ASKED
                && standings[place] != Standing.VERIFIED.ordinal()
                && standings[place] != Standing.NOT_APPLICABLE.ordinal()
                && isAny(elsewhere, signedOff);
    }

    private static boolean isAny(int[] sources, BitSet signedOff) {
        for (var source : sources) {
            if (signedOff.get(source)) {
                return true;
            }
        }
        return false;
    }

    private byte[] standings(Map<StatementId, Standing> known) {
        var standings = new byte[sources.length];
        Arrays.fill(standings, (byte) Standing.UNKNOWN.ordinal());
        known.forEach((statement, standing) -> {
            var place = positions.get(statement);
            if (place != null) {
                standings[place] = (byte) standing.ordinal();
            }
        });
        return standings;
    }

    private BitSet signedOff(byte[] standings) {
        var signedOff = new BitSet(sourcesKnown);
        for (var place = 0; place < standings.length; place++) {
            var elsewhere = sources[place];
            if (elsewhere != null && standings[place] == Standing.VERIFIED.ordinal()) {
                for (var source : elsewhere) {
                    signedOff.set(source);
                }
            }
        }
        return signedOff;
    }
}
