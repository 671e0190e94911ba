package org.espalier.pathway.web;

import org.espalier.access.PublicPaths;
import org.espalier.access.Role;
import org.espalier.access.RolePaths;
import org.espalier.framework.AuthorLink;
import org.espalier.person.PersonalLink;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may look for a way; authors write routes. */
@Configuration(proxyBeanMethods = false)
class RoutePaths {
    static final String AUTHOR = "/routes/author";

    @Bean
    PublicPaths publicPathsOfRoutes() {
        return PublicPaths.of("/routes", "/routes/find", "/routes/at/*", "/routes/from/*/to/*");
    }

    @Bean
    RolePaths authorsPathsOfRoutes() {
        return RolePaths.of(Role.FRAMEWORK_AUTHOR, AUTHOR, AUTHOR + "/**");
    }

    @Bean
    NavigationItem navigationToRoutes() {
        return new NavigationItem(12, "pathway.routes.navigation", "/routes", false, null);
    }

    @Bean
    AuthorLink linkToAuthoredRoutes() {
        return new AuthorLink(30, "pathway.routes.author.title", AUTHOR);
    }

    @Bean
    PersonalLink linkToMyRoutes() {
        return new PersonalLink(14, "pathway.routes.mine.link", "/me/routes");
    }
}
