package org.espalier.assessment.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.assessment.request.RequestId;
import org.espalier.kernel.Problem;

/** Numbers that forms send back as they were given out. */
final class Numbers {
    private Numbers() {}

    static long of(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("assessment.problem.form");
        }
    }

    /** Requests with the revisions that were seen, each such as {@code 17:3}. */
    static Map<RequestId, Integer> seen(List<String> texts) {
        var seen = new LinkedHashMap<RequestId, Integer>();
        for (var text : texts) {
            var parts = text.split(":", 2);
            if (parts.length != 2) {
                throw new Problem.Invalid("assessment.problem.form");
            }
            seen.put(new RequestId(of(parts[0])), Math.toIntExact(of(parts[1])));
        }
        return seen;
    }
}
