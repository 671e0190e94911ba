package org.espalier.access;

/** Why a password is not accepted. */
public enum PasswordWeakness {
    TOO_SHORT,
    TOO_LONG,
    /** It is, or is little more than, a word or pattern that people try first. */
    EASY_TO_GUESS,
    /** It is little more than the person's own name or address. */
    ABOUT_YOU
}
