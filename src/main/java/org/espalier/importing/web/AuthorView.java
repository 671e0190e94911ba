package org.espalier.importing.web;

import java.util.List;
import org.espalier.framework.AuthorLink;
import org.espalier.framework.FrameworkVersion;
import org.jspecify.annotations.Nullable;

/** The author's desk. {@code refusal} says why the last document could not be read. */
record AuthorView(
        List<Draft> drafts,
        List<FrameworkVersion> published,
        List<AuthorLink> links,
        @Nullable String refusal) {

    record Draft(long id, String title, int number, int statements, int toCheck) {}
}
