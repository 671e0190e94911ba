package org.espalier.framework.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** A text stands without quotes only where it cannot be taken for anything else. */
final class YamlQuotes extends StringQuotingChecker {

    private static final Pattern UNMISTAKABLE =
            Pattern.compile("\\p{L}(?:[\\p{L}\\p{N} ,.;/()'’‘“”–&+%£?!-]*[\\p{L}\\p{N}.)’”?!%])?");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    @Override
    public boolean needToQuoteName(String name) {
        return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String text) {
        return !UNMISTAKABLE.matcher(text).matches() || WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
