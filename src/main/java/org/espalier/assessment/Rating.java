package org.espalier.assessment;

import java.util.Optional;

/** What a person says of one statement about themselves. Stored by its code, so codes never change. */
public enum Rating {
    WITHDRAWN(0, "withdrawn"),
    NOT_YET(1, "not-yet"),
    PARTLY(2, "partly"),
    MET(3, "met"),
    NOT_APPLICABLE(4, "not-applicable");

    private static final Rating[] BY_CODE = values();

    private final int code;
    private final String slug;

    Rating(int code, String slug) {
        this.code = code;
        this.slug = slug;
    }

    int code() {
        return code;
    }

    /** As in forms, addresses and the keys of messages. */
    public String slug() {
        return slug;
    }

    /** False for an answer that was taken back. */
    public boolean isAnswer() {
        return this != WITHDRAWN;
    }

    /** What it comes to where nobody else has said anything. */
    public Standing standing() {
        return switch (this) {
            case WITHDRAWN -> Standing.UNKNOWN;
            case NOT_YET -> Standing.NOT_YET;
            case PARTLY -> Standing.PARTLY;
            case MET -> Standing.SELF_ASSESSED;
            case NOT_APPLICABLE -> Standing.NOT_APPLICABLE;
        };
    }

    /** The rating that a form sent; empty for any other word. */
    public static Optional<Rating> ofSlug(String slug) {
        for (var rating : BY_CODE) {
            if (rating.slug.equals(slug)) {
                return Optional.of(rating);
            }
        }
        return Optional.empty();
    }

    static Rating ofCode(int code) {
        return BY_CODE[code];
    }
}
