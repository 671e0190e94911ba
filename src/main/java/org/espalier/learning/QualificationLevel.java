package org.espalier.learning;

/** A level of a framework of qualifications, such as SCQF 6. */
public record QualificationLevel(LevelScale scale, String level) {
    public QualificationLevel {
        if (!scale.levels().contains(level)) {
            throw new IllegalArgumentException(scale.title() + " has no level " + level);
        }
    }

    @Override
    public String toString() {
        return scale.title() + " " + level;
    }
}
