package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.PillarSection.Words;
import org.espalier.importing.recognising.RoleWords.Fact;

/**
 * What a role profile says of its role in a table, or in lines of label and value.
 *
 * @param unknown labels that mean nothing here, with their values
 * @param first the index of the first block they stand in
 */
record RoleFacts(
        Map<Fact, List<Words>> facts, List<Words> unknown, boolean levelOfCareerFramework, int first, int last) {

    private static final Pattern LABELLED = Pattern.compile("(?<label>\\p{L}[^:]{2,50}?)\\s*:\\s+(?<value>\\S.*)");
    private static final Pattern STATED_LEVEL = Pattern.compile(
            "(?i)(?:\\blevels?|\\blefel)\\s*(?<numbers>[1-9](?:\\s*(?:[-–/,&]|and|to)\\s*[1-9](?!\\d))*)(?!\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("\\s*(?<numbers>[1-9](?:\\s*(?:[-–/,&]|and|to)\\s*[1-9](?!\\d))*)(?!\\d).*");
    private static final int FEWEST = 2;
    private static final int LABEL = 4;

    RoleFacts {
        facts = Map.copyOf(facts);
        unknown = List.copyOf(unknown);
    }

    /** The facts of the one role that a document is about; a document with those of several roles is no profile. */
    static Optional<RoleFacts> in(List<Block> blocks) {
        var first = from(blocks, 0);
        return first.filter(facts -> from(blocks, facts.last() + 1)
                .filter(other -> other.facts().containsKey(Fact.NAMED_ROLE))
                .isEmpty());
    }

    private static Optional<RoleFacts> from(List<Block> blocks, int from) {
        for (var i = from; i < blocks.size(); i++) {
            var reading = new Reading(i);
            if (blocks.get(i) instanceof Block.Table table) {
                reading.table(table);
            } else {
                for (var end = i; end < blocks.size() && reading.lines(blocks.get(end)); end++) {
                    reading.last = end;
                }
            }
            if (reading.facts.size() >= FEWEST
                    && (reading.facts.containsKey(Fact.NAMED_ROLE) || reading.facts.containsKey(Fact.LEVEL))) {
                return Optional.of(reading.facts());
            }
        }
        return Optional.empty();
    }

    private static final class Reading {
        private final Map<Fact, List<Words>> facts = new EnumMap<>(Fact.class);
        private final List<Words> unknown = new ArrayList<>();
        private final int first;
        private int last;
        private boolean careerFramework;

        Reading(int first) {
            this.first = first;
            this.last = first;
        }

        /** A row for each fact, or a row of labels over a row of values. */
        void table(Block.Table table) {
            var header = table.rows().getFirst();
            var labels = header.cells().stream()
                    .filter(cell -> RoleWords.fact(cell.text()).isPresent())
                    .count();
            if (table.rows().size() == 2
                    && labels >= FEWEST
                    && labels == header.cells().size()) {
                var values = table.rows().getLast();
                for (var i = 0;
                        i < Math.min(header.cells().size(), values.cells().size());
                        i++) {
                    fact(header.text(i), values.cells().get(i), table.span());
                }
            } else {
                table.rows().forEach(this::row);
            }
        }

        /** A row of a label and its value, or of several such pairs. */
        private void row(Block.Row row) {
            if (row.cells().size() < 2) {
                unknown.add(new Words(row.text(0), row.span()));
                return;
            }
            for (var i = 0; i + 1 < row.cells().size(); i += 2) {
                if (i == 0 || !row.text(i).isBlank()) {
                    fact(row.text(i), row.cells().get(i + 1), row.span());
                }
            }
        }

        private void fact(String label, Block.Cell value, Span span) {
            var fact = RoleWords.fact(label);
            if (fact.isEmpty() || facts.containsKey(fact.get())) {
                unknown.add(new Words(label + "\t" + value.text(), span));
                return;
            }
            var paragraphs = fact.get() == Fact.SCOPE && value.lines().size() > 1
                    ? value.lines().stream()
                            .map(line -> new Words(line.text(), span))
                            .toList()
                    : List.of(new Words(value.text(), span));
            put(fact.get(), label, paragraphs);
        }

        private void put(Fact fact, String label, List<Words> value) {
            facts.putIfAbsent(fact, value);
            careerFramework |=
                    fact == Fact.LEVEL && label.toLowerCase(Locale.ROOT).contains("career framework");
        }

        /** Takes the lines of a block when the first of them is a labelled fact. */
        boolean lines(Block block) {
            if (block instanceof Block.Table || block instanceof Block.Furniture) {
                return false;
            }
            var taken = new HashMap<Fact, Words>();
            var others = new ArrayList<Words>();
            Fact open = null;
            for (var line : BlockText.lines(block)) {
                var match = LABELLED.matcher(line.text());
                var fact = match.matches() ? RoleWords.fact(match.group("label")) : Optional.<Fact>empty();
                var span = new Span(line.number(), line.number());
                if (match.matches()
                        && fact.isEmpty()
                        && Phrase.wordCount(match.group("label")) <= LABEL
                        && !facts.isEmpty()) {
                    others.add(new Words(line.text(), span));
                    open = null;
                } else if (fact.isPresent() && !facts.containsKey(fact.get())) {
                    open = fact.get();
                    put(open, match.group("label"), List.of());
                    taken.put(open, new Words(match.group("value"), span));
                } else if (open == null && others.isEmpty()) {
                    return false;
                } else if (open == null) {
                    var other = others.removeLast();
                    others.add(new Words(
                            other.text() + " " + line.text(), other.span().through(span)));
                } else {
                    taken.computeIfPresent(
                            open,
                            (_, words) -> new Words(
                                    words.text() + " " + line.text(),
                                    words.span().through(span)));
                }
            }
            if (taken.isEmpty() && block.span().last() - block.span().first() >= FEWEST) {
                return false;
            }
            unknown.addAll(others);
            taken.forEach((fact, words) -> facts.put(fact, List.of(words)));
            return true;
        }

        RoleFacts facts() {
            return new RoleFacts(facts, unknown, careerFramework, first, last);
        }
    }

    /** The value of a fact, its paragraphs joined. */
    Optional<String> text(Fact fact) {
        var words = facts.get(fact);
        return words == null || words.isEmpty() || words.getFirst().text().isBlank()
                ? Optional.empty()
                : Optional.of(String.join(" ", words.stream().map(Words::text).toList()));
    }

    List<Span> spans() {
        return facts.values().stream().flatMap(List::stream).map(Words::span).toList();
    }

    /** The numbers from one to nine that the level is given as; a band beside them is another scale. */
    List<Integer> levels() {
        return levels(text(Fact.LEVEL).orElse(""));
    }

    /** The levels that a text names: "Level 6", "5–7", "levels 5 and 6". */
    static List<Integer> levels(String text) {
        var stated = STATED_LEVEL.matcher(text);
        var plain = NUMBERS.matcher(text);
        var numbers = stated.find() ? stated.group("numbers") : plain.matches() ? plain.group("numbers") : "";
        var levels = new TreeSet<Integer>();
        Pattern.compile("[1-9]")
                .matcher(numbers)
                .results()
                .forEach(match -> levels.add(Integer.valueOf(match.group())));
        if (levels.size() == 2 && numbers.matches(".*(?:[-–]|to).*")) {
            for (var between = levels.first() + 1; between < levels.last(); between++) {
                levels.add(between);
            }
        }
        return List.copyOf(levels);
    }
}
