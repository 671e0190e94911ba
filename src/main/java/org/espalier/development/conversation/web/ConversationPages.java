package org.espalier.development.conversation.web;

import org.espalier.access.Actor;
import org.espalier.development.conversation.Conversations;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything that somebody talks about with somebody else, on either side. */
@Controller
class ConversationPages {
    static final String ADDRESS = "/conversations";

    private final Conversations conversations;

    ConversationPages(Conversations conversations) {
        this.conversations = conversations;
    }

    @Bean
    static NavigationItem navigationToConversations() {
        return new NavigationItem(35, "development.conversations.title", ADDRESS, true, null);
    }

    @GetMapping(ADDRESS)
    String conversations(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("conversations", conversations.of(actor));
        return "development/conversation/web/conversations";
    }
}
