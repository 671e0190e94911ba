package org.espalier.portfolio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a piece of evidence is, and so which questions its form asks. */
public enum EvidenceKind {
    REFLECTION,
    CERTIFICATE(Question.SOURCE, Question.VALID_UNTIL),
    OBSERVATION(Question.SOURCE),
    FEEDBACK(Question.SOURCE),
    FILE,
    LINK(Question.LINK),
    /** Continuing professional development: learning that maintains practice, counted in hours. */
    CPD(Question.SOURCE, Question.HOURS),
    PRIOR_ACHIEVEMENT(Question.SOURCE),
    LIVED_EXPERIENCE;

    /** What is asked besides the title, the date and the text. */
    public enum Question {
        /** Who issued, observed, said or taught it. */
        SOURCE,
        VALID_UNTIL,
        LINK,
        /** How many, and whether other people took part. */
        HOURS
    }

    private final Set<Question> questions;

    EvidenceKind(Question... questions) {
        this.questions = Set.of(questions);
    }

    public boolean asks(Question question) {
        return questions.contains(question);
    }

    /** In addresses, forms, style sheets and the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EvidenceKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** Its name as a message; further messages of the kind begin with it. */
    public String messageKey() {
        return "portfolio.kind." + slug();
    }
}
