package org.espalier.importing.web;

import org.espalier.access.Role;
import org.espalier.access.RolePaths;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where authors work, and who may go there. */
@Configuration(proxyBeanMethods = false)
class ImportingPaths {

    @Bean
    RolePaths authorPaths() {
        return RolePaths.of(Role.FRAMEWORK_AUTHOR, "/author/**");
    }

    @Bean
    NavigationItem authorNavigation() {
        return new NavigationItem(40, "importing.navigation", "/author", true, Role.FRAMEWORK_AUTHOR.name());
    }
}
