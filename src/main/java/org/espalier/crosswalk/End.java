package org.espalier.crosswalk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Where a link starts or ends: a level of one published version, or the role that a role profile describes.
 *
 * @param level null for a role
 */
public record End(VersionId version, @Nullable String level) {
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})~(.*)");

    /** As a form sends it. */
    public String token() {
        return version + "~" + (level == null ? "" : level);
    }

    /** What a form sent; empty for anything else. */
    public static Optional<End> ofToken(String token) {
        var matcher = TOKEN.matcher(token);
        return matcher.matches()
                ? Optional.of(new End(
                        new VersionId(Long.parseLong(matcher.group(1))),
                        matcher.group(2).isEmpty() ? null : matcher.group(2)))
                : Optional.empty();
    }
}
