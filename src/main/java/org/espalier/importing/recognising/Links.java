package org.espalier.importing.recognising;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;

/** Links that stand in the source lines as mark-up. One that leads nowhere, such as "#", is none. */
record Links(List<SourceLine> lines) {

    private static final Pattern HTML = Pattern.compile(
            "(?i)<a\\s[^<>]{0,500}?href\\s*=\\s*[\"']?(?<uri>https?:[^\"'\\s<>]+)[\"']?[^<>]{0,500}>(?<text>[^<>]*)</a>");
    private static final Pattern MARKDOWN =
            Pattern.compile("\\[(?<text>[^\\[\\]]{1,500})]\\((?<uri>https?:[^()\\s]+)\\)");

    /** The address that this text links to in these lines. */
    Optional<String> on(Span span, String text) {
        for (var number = span.first(); number <= span.last(); number++) {
            for (var pattern : List.of(HTML, MARKDOWN)) {
                var link = pattern.matcher(lines.get(number - 1).text());
                while (link.find()) {
                    if (BlockText.key(link.group("text")).equals(BlockText.key(text))) {
                        return Optional.of(link.group("uri"));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
