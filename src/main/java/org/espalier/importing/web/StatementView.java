package org.espalier.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement to split, join or move. */
record StatementView(
        DraftView draft,
        DraftStatement statement,
        List<String> words,
        @Nullable DraftStatement next,
        List<DraftView.Option> neighbours) {}
