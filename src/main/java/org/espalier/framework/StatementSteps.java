package org.espalier.framework;

import java.util.List;

/** What a later module lets a signed-in person do about statements, shown where they read them. Implemented as a bean. */
public interface StatementSteps {

    /**
     * A link.
     *
     * @param textKey of its message
     */
    record Step(String textKey, String address) {}

    /** The step for these expectations of a published version; costs no SQL. */
    Step about(FrameworkVersion version, List<Statement> expectations);
}
