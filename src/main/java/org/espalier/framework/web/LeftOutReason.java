package org.espalier.framework.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.espalier.framework.format.LeftOut;
import org.espalier.ui.PageFrame;

/** Why passages of a document were left out, and how many. */
record LeftOutReason(String slug, long passages) {

    /** In the order in which they first occur. */
    static List<LeftOutReason> of(Collection<LeftOut> leftOut) {
        var passages = new LinkedHashMap<String, Long>();
        leftOut.forEach(left -> passages.merge(left.reason(), 1L, Long::sum));
        return passages.entrySet().stream()
                .map(reason -> new LeftOutReason(reason.getKey(), reason.getValue()))
                .toList();
    }

    /** In words; documents may give reasons that nobody here has heard of. */
    String words(PageFrame frame) {
        var otherwise = frame.t("framework.source.otherReason", slug.replace('-', ' '));
        return frame.messages().textOr("framework.leftOut." + slug, otherwise);
    }
}
