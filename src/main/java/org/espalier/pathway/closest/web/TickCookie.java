package org.espalier.pathway.closest.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.espalier.pathway.closest.Ticks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Keeps ticks in the browser until it is closed, and on these pages only. Nothing else is in it, and nothing about it is
 * kept on this side.
 */
final class TickCookie {
    private static final String NAME = "espalier-closest";

    private TickCookie() {}

    /** What the browser sent along; empty for one that keeps no cookies, or has none yet. */
    static Optional<Ticks> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(cookie -> Ticks.read(cookie.getValue()));
    }

    static void write(Ticks ticks, HttpServletRequest request, HttpServletResponse response) {
        add(cookie(ticks.text(), request), response);
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        add(cookie("", request).maxAge(Duration.ZERO), response);
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .path("/closest")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private static void add(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
