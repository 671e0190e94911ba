package org.espalier.learning;

import java.util.Optional;
import java.util.stream.Stream;

/** A level of a framework of qualifications, such as SCQF 6. */
public record QualificationLevel(LevelScale scale, String level) {
    public QualificationLevel {
        if (!scale.levels().contains(level)) {
            throw new IllegalArgumentException(scale.title() + " has no level " + level);
        }
    }

    /** As an address names it. */
    public String code() {
        return scale.name() + ":" + level;
    }

    public static Optional<QualificationLevel> coded(String code) {
        return Stream.of(LevelScale.values())
                .flatMap(scale -> scale.levels().stream().map(level -> new QualificationLevel(scale, level)))
                .filter(level -> level.code().equals(code))
                .findFirst();
    }

    @Override
    public String toString() {
        return scale.title() + " " + level;
    }
}
