package org.espalier.portfolio.learningrecord;

/** How often a subject has to be learnt again. */
public sealed interface Renewing {
    /** Again after this many months. */
    record Every(int months) implements Renewing {}

    /** Once is enough. */
    record Never() implements Renewing {}

    /** Nobody said. */
    record Unstated() implements Renewing {}
}
