package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.PillarSection.Words;
import org.espalier.importing.recognising.RoleWords.Fact;

/**
 * What a role profile says of its role in a table of two columns, or in lines of label and value.
 *
 * @param unknown rows with labels that mean nothing here
 * @param first the index of the first block they stand in
 */
record RoleFacts(
        Map<Fact, List<Words>> facts, List<Words> unknown, boolean levelOfCareerFramework, int first, int last) {

    private static final Pattern LABELLED = Pattern.compile("(?<label>\\p{L}[^:]{2,50}?)\\s*:\\s+(?<value>\\S.*)");
    private static final int FEWEST = 2;

    RoleFacts {
        facts = Map.copyOf(facts);
        unknown = List.copyOf(unknown);
    }

    static Optional<RoleFacts> in(List<Block> blocks) {
        for (var i = 0; i < blocks.size(); i++) {
            var reading = new Reading(i);
            if (blocks.get(i) instanceof Block.Table table) {
                table.rows().forEach(reading::row);
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

        void row(Block.Row row) {
            var fact = RoleWords.fact(row.text(0));
            if (fact.isEmpty() || row.cells().size() < 2) {
                unknown.add(new Words(row.text(0) + "\t" + row.text(1), row.span()));
                return;
            }
            var value = row.cells().get(1);
            var paragraphs = fact.get() == Fact.SCOPE && value.lines().size() > 1
                    ? value.lines().stream()
                            .map(line -> new Words(line.text(), row.span()))
                            .toList()
                    : List.of(new Words(value.text(), row.span()));
            put(fact.get(), row.text(0), paragraphs);
        }

        private void put(Fact fact, String label, List<Words> value) {
            facts.putIfAbsent(fact, value);
            careerFramework |= fact == Fact.LEVEL
                    && label.toLowerCase(java.util.Locale.ROOT).contains("career framework");
        }

        /** Takes the lines of a block when the first of them is a labelled fact. */
        boolean lines(Block block) {
            if (block instanceof Block.Table || block instanceof Block.Furniture) {
                return false;
            }
            var taken = new HashMap<Fact, Words>();
            Fact open = null;
            for (var line : BlockText.lines(block)) {
                var match = LABELLED.matcher(line.text());
                var fact = match.matches() ? RoleWords.fact(match.group("label")) : Optional.<Fact>empty();
                var span = new Span(line.number(), line.number());
                if (fact.isPresent()) {
                    open = fact.get();
                    put(open, match.group("label"), List.of());
                    taken.put(open, new Words(match.group("value"), span));
                } else if (open == null) {
                    return false;
                } else {
                    taken.computeIfPresent(
                            open,
                            (_, words) -> new Words(
                                    words.text() + " " + line.text(),
                                    words.span().through(span)));
                }
            }
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

    /** The numbers from one to nine that the level is given as. */
    List<Integer> levels() {
        var levels = new TreeSet<Integer>();
        Pattern.compile("(?<!\\d)[1-9](?!\\d)")
                .matcher(text(Fact.LEVEL).orElse(""))
                .results()
                .forEach(match -> levels.add(Integer.valueOf(match.group())));
        return List.copyOf(levels);
    }
}
