package org.espalier.access.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.access.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request's session in Spring Security's words. */
record SignedIn(Session session, List<GrantedAuthority> authorities) implements Authentication {

    static SignedIn by(Session session) {
        return new SignedIn(
                session,
                Stream.concat(session.actor().roles().stream(), session.somewhere().stream())
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public Actor getPrincipal() {
        return session.actor();
    }

    @Override
    public String getName() {
        return session.actor().getName();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public @Nullable Object getDetails() {
        return null;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("A session is open or it is not");
    }
}
