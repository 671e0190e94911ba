package org.espalier.person.web;

import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every page below {@code /organisations/{slug}} that asks for an {@link Insider} the one who acts. Such pages ask
 * for it first, so that strangers are turned away before anything else is looked at; the page's model holds it, too.
 */
@Configuration(proxyBeanMethods = false)
class InsiderArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Insiders insiders;

    InsiderArguments(Insiders insiders) {
        this.insiders = insiders;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Insider.class;
    }

    @Override
    public Insider resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var insider = insiders.enter(actor(), slug(request));
        if (page != null) {
            page.addAttribute("insider", insider);
        }
        return insider;
    }

    private static Actor actor() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw Insiders.notFound();
    }

    private static String slug(NativeWebRequest request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (variables instanceof Map<?, ?> named && named.get("slug") instanceof String slug) {
            return slug;
        }
        throw new IllegalStateException("A page that takes an Insider has a {slug} in its path");
    }
}
