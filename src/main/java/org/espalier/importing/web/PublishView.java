package org.espalier.importing.web;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What publishing will freeze. */
record PublishView(
        DraftView draft,
        long revision,
        SequencedMap<String, String> facts,
        @Nullable Integer supersedes,
        int toCheck,
        @Nullable String restricted) {}
