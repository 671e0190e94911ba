package org.espalier.organisation;

/** Why an organisation's tree cannot be changed as asked. */
public enum Objection {
    /** The organisation itself stands at the top, alone, and stays there. */
    ONE_ORGANISATION,
    /** A unit would be a part of itself, or a post report to itself, through others. */
    CIRCLE,
    /** A team holds posts, not units. */
    TEAM_HOLDS_NO_UNITS,
    /** Something beside it has that name already. */
    NAME_TAKEN,
    /** It still holds units, posts or people. */
    NOT_EMPTY,
    /** The unit or post it should belong to is not in this organisation. */
    NOT_HERE
}
