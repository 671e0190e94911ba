package org.espalier.framework.web;

import org.espalier.access.PublicPaths;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Anybody may read the published frameworks, and everybody finds them in the navigation. */
@Configuration(proxyBeanMethods = false)
class FrameworkPaths {

    @Bean
    PublicPaths publicPathsOfFrameworks() {
        return PublicPaths.of("/frameworks", "/frameworks/**", "/search", "/api/frameworks", "/api/frameworks/**");
    }

    @Bean
    NavigationItem navigationToFrameworks() {
        return new NavigationItem(10, "framework.navigation", "/frameworks", false, null);
    }
}
