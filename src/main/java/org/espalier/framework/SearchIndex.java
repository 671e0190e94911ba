package org.espalier.framework;

import org.espalier.framework.format.FrameworkDocument;
import org.springframework.stereotype.Component;

/** What the search finds: an entry for everything in the versions that are in force. */
@Component
class SearchIndex {

    void add(VersionId version, FrameworkDocument document, Contents contents) {}

    void remove(VersionId version) {}
}
