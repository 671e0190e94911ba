package org.espalier.bench;

import java.util.List;

/**
 * Something that can be measured by itself.
 *
 * @param name as in {@code --only}; the first row has this name, further rows have it with a suffix
 */
record Measure(String name, Rows rows) {

    /** Measures, at a site that is filled. */
    @FunctionalInterface
    interface Rows {
        List<Row> measured(Site site) throws Exception;
    }
}
