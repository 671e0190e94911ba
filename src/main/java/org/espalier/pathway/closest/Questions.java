package org.espalier.pathway.closest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;

/**
 * The questions that tell destinations apart, taken from what is published and asked in its own words. Nobody is asked
 * about optional expectations. Immutable, made once for a layout.
 */
public final class Questions {
    private static final int PLAINEST_PER_STRAND = 3;
    private static final int LONGEST = 160;
    /** Later pages ask about this many destinations that seem closest. */
    private static final int CLOSEST = 12;

    private final List<Destination> destinations;
    private final List<Question> all;
    private final Map<StatementId, Question> byId = new HashMap<>();
    private final int expectations;

    private Questions(List<Destination> destinations, List<Question> all, int expectations) {
        this.destinations = destinations;
        this.all = List.copyOf(all);
        this.expectations = expectations;
        all.forEach(question -> byId.put(question.id(), question));
    }

    /** From all that is in force. */
    static Questions of(Layout layout) {
        var sayings = new LinkedHashMap<String, Saying>();
        var expectations = new LinkedHashSet<StatementId>();
        for (var number = 0; number < layout.destinations().size(); number++) {
            for (var statement : layout.destinations().get(number).expectations()) {
                expectations.add(statement.id());
                if (!statement.optional()) {
                    sayings.computeIfAbsent(normal(statement.text()), text -> new Saying(statement))
                            .askedBy
                            .merge(number, 1, Integer::sum);
                }
            }
        }
        var plainest = new LinkedHashSet<Question>();
        strands(layout).forEach(strand -> strand.stream()
                .sorted(Comparator.comparingInt(statement -> statement.text().length()))
                .limit(PLAINEST_PER_STRAND)
                .map(statement -> sayings.get(normal(statement.text())))
                .flatMap(saying -> Optional.ofNullable(saying).stream())
                .map(Saying::question)
                .forEach(plainest::add));
        return new Questions(layout.destinations(), List.copyOf(plainest), expectations.size());
    }

    private static final class Saying {
        private final Statement first;
        private final Map<Integer, Integer> askedBy = new TreeMap<>();

        Saying(Statement first) {
            this.first = first;
        }

        Question question() {
            return new Question(
                    first.id(),
                    first.text(),
                    askedBy.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    askedBy.values().stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** Expectations that can be understood by themselves, by version, pillar and level. */
    private static Iterable<List<Statement>> strands(Layout layout) {
        record Strand(String slug, String root, String level) {}
        var strands = new LinkedHashMap<Strand, List<Statement>>();
        var seen = new LinkedHashSet<StatementId>();
        for (var destination : layout.destinations()) {
            var version = destination.version();
            for (var statement : destination.expectations()) {
                if (!statement.optional() && isPlain(statement) && seen.add(statement.id())) {
                    var root = version.rootOf(statement.group())
                            .map(group -> group.id())
                            .orElse("");
                    var level = statement.level();
                    strands.computeIfAbsent(
                                    new Strand(version.slug(), root, level == null ? "" : level),
                                    strand -> new ArrayList<>())
                            .add(statement);
                }
            }
        }
        return strands.values();
    }

    private static boolean isPlain(Statement statement) {
        return statement.leadIn() == null
                && statement.qualifier() == null
                && statement.text().length() <= LONGEST;
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** How many different expectations are published. */
    public int expectations() {
        return expectations;
    }

    /** All that may be asked. */
    public List<Question> all() {
        return all;
    }

    /** What somebody has ticked, of what is still published. */
    public Ticks known(Ticks ticks) {
        return new Ticks(known(ticks.ticked()), known(ticks.left()));
    }

    private Set<StatementId> known(Set<StatementId> ids) {
        var known = new LinkedHashSet<>(ids);
        known.retainAll(byId.keySet());
        return known;
    }

    /** Every destination, the one that seems closest first. */
    public List<Hint> ranked(Ticks ticks) {
        var shown = new int[destinations.size()];
        var ticked = new int[destinations.size()];
        count(ticks.ticked(), shown);
        count(ticks.ticked(), ticked);
        count(ticks.left(), shown);
        return IntStream.range(0, destinations.size())
                .mapToObj(number -> new Hint(
                        destinations.get(number),
                        destinations.get(number).demand().size(),
                        shown[number],
                        ticked[number]))
                .sorted(Hint.CLOSEST_FIRST)
                .toList();
    }

    private void count(Set<StatementId> ids, int[] counts) {
        for (var id : ids) {
            var question = byId.get(id);
            if (question != null) {
                for (var n = 0; n < question.askedBy().length; n++) {
                    counts[question.askedBy()[n]] += question.times()[n];
                }
            }
        }
    }

    /**
     * The next questions: each the one that best tells those destinations apart that the ones before left together; when
     * nothing is left to tell apart, what the closest ask and has not been asked yet; and when that is all known, the same
     * about all others.
     */
    public List<Question> next(Ticks ticks, int most) {
        var chosen = next(ticks, most, closest(ticks));
        return chosen.isEmpty() ? next(ticks, most, everything()) : chosen;
    }

    private List<Question> next(Ticks ticks, int most, boolean[] interesting) {
        var classes = new Classes(destinations.size(), interesting);
        for (var id : ticks.ticked()) {
            Optional.ofNullable(byId.get(id)).ifPresent(classes::split);
        }
        for (var id : ticks.left()) {
            Optional.ofNullable(byId.get(id)).ifPresent(classes::split);
        }
        var chosen = new LinkedHashSet<Question>();
        var open = new ArrayList<>(all);
        open.removeIf(question -> ticks.wasAsked(question.id()));
        while (chosen.size() < most) {
            var best = classes.best(open);
            if (best.isEmpty()) {
                break;
            }
            chosen.add(best.get());
            open.remove(best.get());
            classes.split(best.get());
        }
        fill(chosen, open, classes, most);
        return List.copyOf(chosen);
    }

    private boolean[] everything() {
        var everything = new boolean[destinations.size()];
        Arrays.fill(everything, true);
        return everything;
    }

    /** All at first; later those that seem closest. */
    private boolean[] closest(Ticks ticks) {
        if (ticks.ticked().isEmpty()) {
            return everything();
        }
        var interesting = new boolean[destinations.size()];
        Set<Destination> closest = Collections.newSetFromMap(new IdentityHashMap<>());
        ranked(ticks).stream()
                .filter(hint -> hint.ticked() > 0)
                .limit(CLOSEST)
                .forEach(hint -> closest.add(hint.destination()));
        for (var number = 0; number < interesting.length; number++) {
            interesting[number] = closest.contains(destinations.get(number));
        }
        return interesting;
    }

    private static void fill(Set<Question> chosen, List<Question> open, Classes classes, int most) {
        for (var question : open) {
            if (chosen.size() < most && classes.concerns(question)) {
                chosen.add(question);
            }
        }
    }

    /** Which destinations the answers so far cannot tell apart. */
    private static final class Classes {
        private final boolean[] interesting;
        private final int[] classOf;
        private int classes = 1;

        Classes(int destinations, boolean[] interesting) {
            this.interesting = interesting;
            this.classOf = new int[destinations];
        }

        boolean concerns(Question question) {
            return IntStream.of(question.askedBy()).anyMatch(number -> interesting[number]);
        }

        void split(Question question) {
            var halves = new HashMap<Integer, Integer>();
            for (var number : question.askedBy()) {
                classOf[number] = halves.computeIfAbsent(classOf[number], before -> classes++);
            }
        }

        /** The question that tells the most pairs apart; of equals the shortest. Empty when none tells any apart. */
        Optional<Question> best(List<Question> open) {
            var sizes = new int[classes];
            for (var number = 0; number < classOf.length; number++) {
                if (interesting[number]) {
                    sizes[classOf[number]]++;
                }
            }
            Question best = null;
            var most = 0L;
            for (var question : open) {
                var pairs = pairs(question, sizes);
                if (pairs > most
                        || (pairs == most
                                && best != null
                                && question.text().length() < best.text().length())) {
                    best = question;
                    most = pairs;
                }
            }
            return Optional.ofNullable(best);
        }

        private long pairs(Question question, int[] sizes) {
            var within = new HashMap<Integer, Integer>();
            for (var number : question.askedBy()) {
                if (interesting[number]) {
                    within.merge(classOf[number], 1, Integer::sum);
                }
            }
            var pairs = 0L;
            for (var entry : within.entrySet()) {
                pairs += (long) entry.getValue() * (sizes[entry.getKey()] - entry.getValue());
            }
            return pairs;
        }
    }
}
