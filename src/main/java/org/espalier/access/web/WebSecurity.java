package org.espalier.access.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.espalier.access.OneClickPaths;
import org.espalier.access.PublicForms;
import org.espalier.access.PublicPaths;
import org.espalier.access.Role;
import org.espalier.access.RolePaths;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** How the web is guarded: every path is closed but those that a module lists. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** Scripts, styles, fonts and pictures come from this site alone, none stands in a page, and nobody frames it. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final String PERMISSIONS_POLICY =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    @Bean
    SecurityFilterChain guardedWeb(
            HttpSecurity http,
            RequestSessions sessions,
            FormTokens tokens,
            ClosedDoors closedDoors,
            List<PublicPaths> publicPaths,
            List<PublicForms> publicForms,
            List<OneClickPaths> oneClickPaths,
            List<RolePaths> rolePaths)
            throws Exception {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(servlet -> servlet.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(oneClickPaths.stream()
                                .flatMap(paths -> paths.patterns().stream())
                                .toArray(String[]::new)))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(closedDoors).accessDeniedHandler(closedDoors))
                .headers(WebSecurity::headers)
                .authorizeHttpRequests(paths -> doors(paths, publicPaths, publicForms, rolePaths))
                .build();
    }

    @Bean
    PublicPaths pathsOfTheHouse() {
        return PublicPaths.of(
                "/sign-in", "/set-password/*", "/assets/**", "/webjars/**", "/favicon.ico", "/error", "/health");
    }

    @Bean
    PublicForms formsOfTheHouse() {
        return PublicForms.of("/sign-in", "/set-password/*");
    }

    @Bean
    RolePaths administratorsPaths() {
        return RolePaths.of(Role.ADMINISTRATOR, "/admin/**");
    }

    @Bean
    NavigationItem accountsItem() {
        return new NavigationItem(90, "access.accounts.title", "/admin/accounts", true, Role.ADMINISTRATOR.name());
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    private static void doors(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths,
            List<PublicPaths> publicPaths,
            List<PublicForms> publicForms,
            List<RolePaths> rolePaths) {
        paths.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        rolePaths.forEach(door -> paths.requestMatchers(door.patterns().toArray(String[]::new))
                .hasRole(door.role().name()));
        for (var open : publicPaths) {
            var patterns = open.patterns().toArray(String[]::new);
            paths.requestMatchers(HttpMethod.GET, patterns).permitAll();
            paths.requestMatchers(HttpMethod.HEAD, patterns).permitAll();
        }
        publicForms.forEach(
                form -> paths.requestMatchers(HttpMethod.POST, form.patterns().toArray(String[]::new))
                        .permitAll());
        paths.anyRequest().authenticated();
    }
}
