package org.espalier.pathway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.espalier.framework.StatementId;

/**
 * Finds learning towards what is still to be done. Learning is a suggestion, never a gate (PRODUCT.md, rule 14), and a route
 * is shown just the same where nobody knows of any. Implemented as a bean.
 */
public interface LearningOnOffer {

    /** Something to learn, and where to read about it. */
    record Suggestion(String title, String provider, String href) {}

    /** The best few for each place; a fixed number of SQL statements however many places there are. */
    Map<Place, List<Suggestion>> towards(Map<Place, ? extends Collection<StatementId>> open);
}
