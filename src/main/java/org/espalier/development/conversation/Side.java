package org.espalier.development.conversation;

/** Which of the two somebody is in a conversation. */
public enum Side {
    /** The one whose development it is about. */
    PERSON,
    /** Their line manager, or whoever they named. */
    OTHER;

    public Side opposite() {
        return this == PERSON ? OTHER : PERSON;
    }

    /** As messages and forms name it. */
    public String slug() {
        return this == PERSON ? "person" : "other";
    }
}
