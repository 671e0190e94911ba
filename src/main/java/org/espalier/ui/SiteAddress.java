package org.espalier.ui;

import java.net.URI;

/** The address under which people reach this installation, for what leaves it; setting {@code espalier.site}. */
public record SiteAddress(URI root) {
    public SiteAddress {
        if (root.getHost() == null
                || root.getScheme() == null
                || !root.getScheme().startsWith("http")) {
            throw new IllegalArgumentException("espalier.site is not a web address: " + root);
        }
    }

    /** The full address of a path, which begins with a slash. */
    public String of(String path) {
        var start = root.toString();
        return (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path;
    }

    /** Its host, as it stands after the {@code @} of an e-mail address. */
    public String host() {
        return root.getHost();
    }
}
