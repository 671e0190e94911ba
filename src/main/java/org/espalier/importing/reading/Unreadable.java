package org.espalier.importing.reading;

/** Thrown inside a reader that cannot go on; its sentence becomes the refusal. */
final class Unreadable extends RuntimeException {

    private final String sentence;

    Unreadable(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
