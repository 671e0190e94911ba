package org.espalier.pathway.closest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Tally;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Every destination in force with what it asks, as arrays: one pass over them, in order, says how close each is. Immutable,
 * and the same for everybody.
 */
public final class Layout {
    private static final int NO_STANDARD = -1;

    private final List<Destination> destinations;
    private final int[][] asked;
    private final int[] standards;
    private final int standardsKnown;
    private final Map<StatementId, Integer> positions;

    private Layout(
            List<Destination> destinations,
            int[][] asked,
            int[] standards,
            int standardsKnown,
            Map<StatementId, Integer> positions) {
        this.destinations = List.copyOf(destinations);
        this.asked = asked;
        this.standards = standards;
        this.standardsKnown = standardsKnown;
        this.positions = positions;
    }

    /**
     * One version's part, made once in the life of the version.
     *
     * @param asked for each destination the places of its expectations among the version's statements
     * @param codes of national standards, by the place of the statement
     */
    record Part(
            FrameworkVersion version,
            List<Destination> destinations,
            int[][] asked,
            @Nullable String[] codes) {

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
                    .map(destination -> destination.expectations().stream()
                            .mapToInt(statement -> requireNonNull(places.get(statement.id())))
                            .toArray())
                    .toArray(int[][]::new);
            return new Part(version, List.copyOf(destinations), asked, codes(version));
        }

        /** A role's competences follow the document's own statements, in order. */
        private static @Nullable String[] codes(FrameworkVersion version) {
            var codes = new @Nullable String[version.statements().size()];
            var role = version.document().role();
            if (role != null) {
                var place = version.document().statements().size();
                for (var section : role.sections()) {
                    for (var entry : section.entries()) {
                        codes[place++] = normal(entry.code());
                    }
                }
            }
            return codes;
        }

        private static @Nullable String normal(@Nullable String code) {
            var bare = code == null ? "" : code.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
            return bare.isEmpty() ? null : bare;
        }
    }

    static Layout of(List<Part> parts) {
        var destinations = new ArrayList<Destination>();
        var asked = new ArrayList<int[]>();
        var positions = new HashMap<StatementId, Integer>();
        var numbers = new HashMap<String, Integer>();
        var size = parts.stream().mapToInt(part -> part.codes().length).sum();
        var standards = new int[size];
        var offset = 0;
        for (var part : parts) {
            destinations.addAll(part.destinations());
            for (var places : part.asked()) {
                var from = offset;
                asked.add(Arrays.stream(places).map(place -> from + place).toArray());
            }
            for (var place = 0; place < part.codes().length; place++) {
                positions.put(part.version().statements().get(place).id(), offset + place);
                var code = part.codes()[place];
                standards[offset + place] =
                        code == null ? NO_STANDARD : numbers.computeIfAbsent(code, unknown -> numbers.size());
            }
            offset += part.codes().length;
        }
        return new Layout(destinations, asked.toArray(int[][]::new), standards, numbers.size(), positions);
    }

    /** Every level and role in force that asks for something, by framework. */
    public List<Destination> destinations() {
        return destinations;
    }

    /** How many statements it knows. */
    public int size() {
        return standards.length;
    }

    /** What each destination asks, as the places of statements: for those who measure what one bare pass takes. */
    public int[][] places() {
        return asked;
    }

    /**
     * Every destination, the closest first.
     *
     * @param known one person's standings; what is missing is unknown
     */
    public List<Closeness> ranked(Map<StatementId, Standing> known, List<Criterion> criteria) {
        var standings = standings(known);
        var signedOff = signedOffStandards(standings);
        var all = new Closeness[asked.length];
        for (var n = 0; n < asked.length; n++) {
            all[n] = closeness(n, standings, signedOff);
        }
        Arrays.sort(all, Criterion.inTurn(criteria));
        return List.of(all);
    }

    private Closeness closeness(int destination, byte[] standings, BitSet signedOff) {
        var counts = new int[Standing.values().length];
        var recognisable = 0;
        for (var place : asked[destination]) {
            var standing = standings[place];
            counts[standing]++;
            if (standards[place] != NO_STANDARD
                    && standing != Standing.VERIFIED.ordinal()
                    && standing != Standing.NOT_APPLICABLE.ordinal()
                    && signedOff.get(standards[place])) {
                recognisable++;
            }
        }
        return new Closeness(destinations.get(destination), Tally.ofCounts(counts), recognisable);
    }

    private byte[] standings(Map<StatementId, Standing> known) {
        var standings = new byte[standards.length];
        Arrays.fill(standings, (byte) Standing.UNKNOWN.ordinal());
        known.forEach((statement, standing) -> {
            var place = positions.get(statement);
            if (place != null) {
                standings[place] = (byte) standing.ordinal();
            }
        });
        return standings;
    }

    private BitSet signedOffStandards(byte[] standings) {
        var signedOff = new BitSet(standardsKnown);
        for (var place = 0; place < standings.length; place++) {
            if (standards[place] != NO_STANDARD && standings[place] == Standing.VERIFIED.ordinal()) {
                signedOff.set(standards[place]);
            }
        }
        return signedOff;
    }
}
