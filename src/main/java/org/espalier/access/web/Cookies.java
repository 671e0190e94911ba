package org.espalier.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.espalier.access.SecretToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The two cookies there are. Both last until the browser is closed, are out of reach of scripts and of other sites, and
 * over https carry the {@code __Host-} prefix, so that no other host can set them.
 */
enum Cookies {
    /** Holds the token of a session. */
    SESSION("espalier"),
    /** Holds the token of forms that are sent before sign-in. */
    FORM("espalier-form");

    private final String bareName;

    Cookies(String bareName) {
        this.bareName = bareName;
    }

    Optional<SecretToken> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty())
                .map(SecretToken::new);
    }

    void write(SecretToken token, HttpServletRequest request, HttpServletResponse response) {
        add(cookie(token.value(), request), response);
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        if (read(request).isPresent()) {
            add(cookie("", request).maxAge(Duration.ZERO), response);
        }
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + bareName : bareName;
    }

    private static void add(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
