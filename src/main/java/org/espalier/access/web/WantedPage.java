package org.espalier.access.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The page somebody wanted when they were asked to sign in: always one of ours, whatever was asked for.
 *
 * @param path a path on this site with its query, starting with a single slash
 */
record WantedPage(String path) {
    private static final String MY_PAGE = "/me";
    private static final int LONGEST = 2000;

    /** The page in this parameter; one's own page when there is none or it is not plainly a path on this site. */
    static WantedPage in(@Nullable String parameter) {
        return new WantedPage(parameter != null && isOurs(parameter) ? parameter : MY_PAGE);
    }

    /** Where to sign in first. */
    String signInAddress() {
        return path.equals(MY_PAGE) ? "/sign-in" : "/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static boolean isOurs(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                && !path.startsWith("/sign-");
    }
}
