package org.espalier.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@code frame} into every page's model. */
@Component
@ControllerAdvice
class Frames {
    private final MessageSource messages;
    private final Assets assets;
    private final List<NavigationItem> navigation;
    private final List<PersonalItem> personal;
    private final Map<Locale, Messages> byLocale = new ConcurrentHashMap<>();

    Frames(MessageSource messages, Assets assets, List<NavigationItem> navigation, List<PersonalItem> personal) {
        this.messages = messages;
        this.assets = assets;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavigationItem::order))
                .toList();
        this.personal = List.copyOf(personal);
    }

    @ModelAttribute("frame")
    PageFrame frame(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new PageFrame(
                messages(),
                assets,
                request.getRequestURI(),
                navigation.stream()
                        .filter(item -> principal != null || !item.signedIn())
                        .filter(item -> item.role() == null || request.isUserInRole(item.role()))
                        .toList(),
                principal == null ? null : principal.getName(),
                principal == null
                        ? List.of()
                        : personal.stream()
                                .map(item -> new PageFrame.Personal(item.messageKey(), item.href(), () -> item.unread()
                                        .applyAsLong(principal)))
                                .toList(),
                csrf == null ? () -> "" : csrf::getToken);
    }

    Messages messages() {
        return byLocale.computeIfAbsent(LocaleContextHolder.getLocale(), locale -> new Messages(messages, locale));
    }
}
