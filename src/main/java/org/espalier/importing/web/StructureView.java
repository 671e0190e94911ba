package org.espalier.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A draft's title, progression, levels and groups. */
record StructureView(
        DraftView draft,
        String title,
        boolean titleInferred,
        String progression,
        List<String> progressions,
        @Nullable String progressionBasis,
        List<Level> levels,
        List<Group> groups) {

    /** @param optional how many of its expectations are optional */
    record Level(String id, String code, String title, int optional, int minimumOptional) {}

    record Group(String id, int depth, String kind, String code, String title, boolean inferred, boolean empty) {}
}
