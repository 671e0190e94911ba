package org.espalier.framework;

import java.util.Optional;

/** Where the national standards that role profiles name have pages of their own; contributed as a bean. */
public interface StandardPages {

    /** The path of the page about the standard with this code, if there can be one. */
    Optional<String> of(String code);
}
