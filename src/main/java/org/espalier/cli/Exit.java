package org.espalier.cli;

/** What a command tells its caller when it ends. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int UNREADABLE = 2;
    static final int LINE_UNACCOUNTED_FOR = 3;

    private Exit() {}
}
