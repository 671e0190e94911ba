package org.espalier.framework.format;

import org.jspecify.annotations.Nullable;

/** What a provider says about a competency; never part of the framework's text (PRODUCT.md, rule 18). */
public record ProviderMapping(
        String provider,
        String code,
        StatementEntry.State state,
        @Nullable String note,
        @Nullable Place source) {}
