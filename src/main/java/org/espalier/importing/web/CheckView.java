package org.espalier.importing.web;

import java.util.List;

/** Places to check, most doubtful first. */
record CheckView(DraftView draft, List<Remark> remarks, List<LeftOutView> unrecognised, List<Guess> guesses) {

    record Remark(String code, int line, String message, boolean warning, List<ExcerptLine> excerpt) {}

    /** Statements of one level and group whose column was guessed. */
    record Guess(String where, List<DraftStatement> statements) {}

    /** True when nothing waits for a decision; notes do not. */
    public boolean isEmpty() {
        return unrecognised.isEmpty() && guesses.isEmpty() && remarks.stream().noneMatch(Remark::warning);
    }
}
