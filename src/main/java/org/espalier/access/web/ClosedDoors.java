package org.espalier.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What happens to a request that may not go on: a page leads to sign-in and back; all else gets a status. */
@Component
class ClosedDoors implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException {
        askToSignIn(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
        if (refused instanceof CsrfException
                && !signedIn
                && Cookies.SESSION.read(request).isPresent()) {
            askToSignIn(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = wanted(request).signInAddress();
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", address);
        } else if (isForPrograms(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, address);
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getRequestURI().startsWith("/api/")
                || (accept != null && accept.contains("json") && !accept.contains("html"));
    }

    /** The page itself; for what a page sent, the page it was sent from. */
    private static WantedPage wanted(HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return WantedPage.in(path(request.getHeader("HX-Current-URL")));
        }
        if (HttpMethod.GET.matches(request.getMethod())) {
            var query = request.getQueryString();
            return WantedPage.in(request.getRequestURI() + (query == null ? "" : "?" + query));
        }
        return WantedPage.in(path(request.getHeader(HttpHeaders.REFERER)));
    }

    private static @Nullable String path(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = URI.create(address);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
