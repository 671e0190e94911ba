package org.espalier.framework.format;

import java.util.List;

/**
 * A later phase within a level, where the document states one: what is expected only after a time of consolidation
 * (PRODUCT.md, rule 17).
 *
 * @param id slug, unique in its level
 * @param title as printed, or what the document calls it
 * @param statements the ids of the level's statements that belong to it
 */
public record PhaseEntry(String id, String title, List<String> statements) {
    public PhaseEntry {
        statements = Lists.orEmpty(statements);
    }
}
