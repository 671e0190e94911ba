package org.espalier.importing.recognising;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The nine characteristics that equality law protects (Equality Act 2010, section 4), where a text lists them. */
final class ProtectedCharacteristics {

    private static final int A_LIST = 6;
    private static final List<Map.Entry<String, Pattern>> ALL = Stream.of(
                    Map.entry("age", "age"),
                    Map.entry("disability", "disabilit(?:y|ies)"),
                    Map.entry("gender reassignment", "gender[- ]reassignment"),
                    Map.entry("marriage and civil partnership", "civil partnership"),
                    Map.entry("pregnancy and maternity", "pregnancy|maternity"),
                    Map.entry("race", "race"),
                    Map.entry("religion or belief", "religion"),
                    Map.entry("sex", "sex"),
                    Map.entry("sexual orientation", "sexual orientation"))
            .map(entry -> Map.entry(
                    entry.getKey(), Pattern.compile("\\b(?:" + entry.getValue() + ")\\b", Pattern.CASE_INSENSITIVE)))
            .toList();

    private ProtectedCharacteristics() {}

    /** Those that the text's list lacks; none when it holds no such list or all nine. */
    static List<String> missing(String text) {
        var missing = ALL.stream()
                .filter(entry -> !entry.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .toList();
        return ALL.size() - missing.size() >= A_LIST ? missing : List.of();
    }
}
