package org.espalier.roleprofile.local;

/** Why local additions cannot be changed as asked; each has its words under {@code roleprofile.local.objection.<name>}. */
public enum Objection {
    NOTHING_WRITTEN,
    TOO_LONG,
    /** The national profile asks for it already. */
    NATIONAL_ALREADY,
    /** The organisation asks for it already. */
    LOCAL_ALREADY,
    NO_CODE,
    /** What was written cannot be the code of a standard. */
    NOT_A_CODE,
    /** Another standard has taken its place. */
    SUPERSEDED_STANDARD,
    /** Nobody here knows the code, and no title was given. */
    UNKNOWN_STANDARD,
    /** The title of a standard is never changed. */
    TITLE_OF_STANDARD,
    NO_SUCH_STATEMENT,
    NO_SUCH_COMPETENCE,
    SAME_NOTE
}
