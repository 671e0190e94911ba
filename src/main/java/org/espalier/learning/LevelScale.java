package org.espalier.learning;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A framework of qualifications with its own levels. No scale is turned into another, nor into levels of a career or pay
 * bands (PRODUCT.md, rule 1).
 */
public enum LevelScale {
    /** England, Northern Ireland and Wales. */
    RQF_CQFW("RQF/CQFW", Stream.concat(Stream.of("Entry 1", "Entry 2", "Entry 3"), upTo(8))),
    /** Scotland. */
    SCQF("SCQF", upTo(12)),
    /** Europe. */
    EQF("EQF", upTo(8));

    private final String title;
    private final List<String> levels;

    LevelScale(String title, Stream<String> levels) {
        this.title = title;
        this.levels = levels.toList();
    }

    private static Stream<String> upTo(int highest) {
        return IntStream.rangeClosed(1, highest).mapToObj(Integer::toString);
    }

    public String title() {
        return title;
    }

    /** Lowest first. */
    public List<String> levels() {
        return levels;
    }

    /** The level that somebody wrote, with or without the word "level". */
    public Optional<String> level(String typed) {
        var plain = typed.strip().replaceFirst("(?i)^level\\s+", "");
        return levels.stream().filter(level -> level.equalsIgnoreCase(plain)).findFirst();
    }

    /** The scale that somebody named, as its title, its code or either of its parts. */
    public static Optional<LevelScale> named(String typed) {
        var plain = typed.strip();
        return Stream.of(values())
                .filter(scale -> scale.name().equalsIgnoreCase(plain)
                        || scale.title.equalsIgnoreCase(plain)
                        || Stream.of(scale.title.split("/")).anyMatch(part -> part.equalsIgnoreCase(plain)))
                .findFirst();
    }
}
