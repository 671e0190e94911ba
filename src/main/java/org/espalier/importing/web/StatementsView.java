package org.espalier.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A page of a draft's statements, of one level or group or all. */
record StatementsView(
        DraftView draft,
        @Nullable String level,
        @Nullable String group,
        int total,
        int page,
        int pages,
        List<DraftStatement> statements) {

    public String pageHref(int number) {
        return UriComponentsBuilder.fromPath("/author/drafts/" + draft.id() + "/statements")
                .queryParam("level", level == null ? "" : level)
                .queryParam("group", group == null ? "" : group)
                .queryParam("page", number)
                .toUriString();
    }
}
