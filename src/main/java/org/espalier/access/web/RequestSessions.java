package org.espalier.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Sessions;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds the session that a request's cookie opens. Sessions begin and end in the sign-in pages, so it saves nothing. */
@Component
class RequestSessions implements SecurityContextRepository {
    private final Sessions sessions;

    RequestSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return Cookies.SESSION
                .read(holder.getRequest())
                .flatMap(sessions::find)
                .<SecurityContext>map(session -> new SecurityContextImpl(SignedIn.by(session)))
                .orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return Cookies.SESSION.read(request).isPresent();
    }
}
